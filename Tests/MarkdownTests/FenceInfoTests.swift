import Testing

@testable import Markdown

/// What an info string says, as words; with its faults as `offset+length message`.
private func said(_ info: String) -> [String] {
  let bytes = Array(info.utf8)
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    let fence = unsafe FenceInfo(ByteView(buffer), hasAttributes: true)
    var words = [fence.language.text]
    if let title = fence.title { words.append("title=\(title.text)") }
    words += fence.marks.map { "\($0.style.rawValue):\($0.lines.lowerBound)-\($0.lines.upperBound)" }
    if let first = fence.firstNumber { words.append("from \(first)") }
    if fence.wraps { words.append("wrap") }
    if let id = fence.id { words.append("#\(id.text)") }
    words += fence.classes.map { ".\($0.text)" }
    if !fence.inner.isEmpty { words.append("of \(fence.inner.text)") }
    return words + fence.faults.map { "\($0.range.lowerBound)+\($0.range.count) \($0.message)" }
  }
}

@Suite struct FenceInfoTests {
  @Test func theFirstWordIsTheLanguage() {
    #expect(said("yaml") == ["yaml"])
    #expect(said("c++") == ["c++"])
    #expect(said("a:b") == ["a:b"])
    #expect(said("") == [""])
    #expect(said("title=\"x\"") == ["", "title=x"])
    #expect(said("rust,wrap") == ["rust", "wrap"])
  }

  @Test func readsTheAttributesOfMkDocs() {
    #expect(said("yaml title=\"app.yaml\" hl_lines=\"1 3-5\"") == ["yaml", "title=app.yaml", "1:1-1", "1:3-5"])
    #expect(said("py linenums=\"10\"") == ["py", "from 10"])
    #expect(said("py linenums=\"1 1 2\"") == ["py", "from 1"])
    #expect(
      said("{ .yaml title='a b' .annotate #app .wide hl_lines=\"2\" }") == [
        "yaml", "title=a b", "1:2-2", "#app", ".annotate", ".wide",
      ])
    #expect(said("{.yaml}") == ["yaml"])
  }

  @Test func readsTheAttributesOfDocusaurus() {
    #expect(
      said("jsx title=\"src/a.js\" {1,4-6} showLineNumbers") == ["jsx", "title=src/a.js", "1:1-1", "1:4-6", "from 1"])
    #expect(said("json showLineNumbers=175 {3,14}") == ["json", "1:3-3", "1:14-14", "from 175"])
    #expect(said("json showLineNumbers={true}") == ["json", "from 1"])
  }

  @Test func readsTheAttributesOfVitePress() {
    #expect(said("yaml:line-numbers {1,3}") == ["yaml", "1:1-1", "1:3-3", "from 1"])
    #expect(said("yaml:line-numbers=2{1}") == ["yaml", "1:1-1", "from 2"])
    #expect(said("yaml:no-line-numbers") == ["yaml"])
    #expect(said("js[a b.js]") == ["js", "title=a b.js"])
    #expect(said("js [a.js]") == ["js", "title=a.js"])
  }

  @Test func readsItsOwnAttributes() {
    #expect(said("yaml ins={1} del=2-3 focus=\"4 5\" wrap") == ["yaml", "2:1-1", "4:2-3", "8:4-4", "8:5-5", "wrap"])
    #expect(said("sh filename=a.sh wrap=false") == ["sh", "title=a.sh"])
  }

  @Test func aDifferenceMayNameTheLanguageOfItsLines() {
    #expect(said("diff yaml") == ["diff", "of yaml"])
    #expect(said("diff lang=\"js\" title=x") == ["diff", "title=x", "of js"])
    #expect(said("diff wrap") == ["diff", "wrap"])
  }

  @Test func reportsWhatItCannotRead() {
    #expect(said("yaml titel=\"x\"") == ["yaml", "5+9 there is no attribute 'titel' of code blocks"])
    #expect(
      said("yaml {1,x}") == [
        "yaml", "6+1 '1' names no lines", "8+1 there is no attribute 'x' of code blocks",
      ])
    #expect(said("yaml hl_lines=\"3-1\"") == ["yaml", "5+14 '3-1' names no lines"])
    #expect(said("yaml hl_lines") == ["yaml", "5+8 '' names no lines"])
    #expect(said("yaml {0}") == ["yaml", "5+3 '0' names no lines"])
    #expect(said("yaml {1-99999999999999999999}") == ["yaml", "5+24 '1-99999999999999999999' names no lines"])
    #expect(said("yaml linenums=x") == ["yaml", "5+10 'x' is no line number"])
    #expect(said("yaml title=\"x") == ["yaml", "5+8 what begins with 'title=\"x' is never closed"])
    #expect(said("yaml {1") == ["yaml", "5+2 what begins with '{1' is never closed"])
  }

  @Test func endsOnAnyBytes() {
    for info in ["{}{}{}", "}{", "]=", "==", "{.}", "{#", "[", "{=", ":line-numbers", "a ,,,", "{ { } }", "\u{0}"] {
      #expect(said(info).count < 9, "\(info)")
    }
    #expect(said(String(repeating: "a ", count: 1_000)).count == 9)
    #expect(said(String(repeating: "{}", count: 50_000)).count < 12)
  }
}

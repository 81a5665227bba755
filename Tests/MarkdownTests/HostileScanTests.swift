import Diagnostics
import Foundation
import Markdown
import Testing

/// The refusals of a text, as `line: message`.
private func refusals(_ text: String) -> [String] {
  render(text).diagnostics.filter { $0.rule == .markdownLimit }.map { "\($0.span?.line ?? 0): \($0.message)" }
}

@Suite struct HostileScanTests {
  @Test func refusesAFileBeyondItsBound() {
    #expect(
      refusals(String(repeating: "a\n\n", count: 1_500_000))
        == ["1: 4500000 bytes in the file, more than the 4194304 that are parsed"])
  }

  @Test func refusesALongBlockButNotItsSizeInParagraphsOrCode() {
    let line = String(repeating: "a", count: 1023) + "\n"
    #expect(
      refusals("b\n\n" + String(repeating: line, count: 129))
        == ["131: 132096 bytes in one block, more than the 131072 that are parsed"])
    #expect(refusals(String(repeating: line + "\n", count: 129)).isEmpty)
    #expect(refusals("```\n" + String(repeating: line, count: 129) + "```\n").isEmpty)
  }

  @Test func refusesManyMarkersOnALineButNoThematicBreak() {
    #expect(
      refusals(String(repeating: "> - ", count: 33) + "a\n")
        == ["1: 66 markers of lists and quotes on one line, more than the 64 that are parsed"])
    #expect(refusals(String(repeating: "- ", count: 80) + "\n").isEmpty)
  }

  @Test func refusesNestedFootnotes() {
    #expect(
      refusals(String(repeating: "[^1]:", count: 33) + " a\n")
        == ["1: 33 footnote definitions nested on one line, more than the 32 that are parsed"])
  }

  @Test func refusesDeepNestingBeforeManyLines() {
    let text = String(repeating: "- ", count: 64) + "a\n" + String(repeating: "\n", count: 63_000)
    let name = "lines times the lists and quotes that they are nested in"
    #expect(refusals(text) == ["62501: 4000064 \(name), more than the 4000000 that are parsed"])
    #expect(refusals(String(repeating: "\n", count: 63_000)).isEmpty)
  }

  @Test func refusesWideAndFilledUpTables() {
    let wide = "|" + String(repeating: "a|", count: 513) + "\n|" + String(repeating: "-|", count: 513) + "\n"
    #expect(refusals(wide) == ["1: 513 columns in a table, more than the 512 that are parsed"])
    let filledUp = "|" + String(repeating: "a|", count: 500) + "\n|" + String(repeating: "-|", count: 500) + "\n"
    #expect(
      refusals(filledUp + String(repeating: "|a\n", count: 500))
        == ["402: 200500 cells in a table, more than the 200000 that are parsed"])
  }

  @Test func refusesUnclosedHTML() {
    #expect(
      refusals("a" + String(repeating: "<?x", count: 65) + "\n")
        == ["1: 65 beginnings of one kind of HTML without an end in one block, more than the 64 that are parsed"])
    #expect(refusals("a" + String(repeating: "<?x ?> <!-- y --> <!Z>", count: 65) + "\n").isEmpty)
  }

  @Test func refusesManyBracketsURLsAndMailAddresses() {
    #expect(
      refusals(String(repeating: "[a", count: 8001) + "\n")
        == ["1: 8001 '[' in one block, more than the 8000 that are parsed"])
    #expect(
      refusals(String(repeating: "[a] [b] [c] [d]\n\n", count: 10_001))
        == ["20001: 40004 '[' in the file, more than the 40000 that are parsed"])
    #expect(
      refusals(String(repeating: "http://a ", count: 4001) + "\n")
        == ["1: 4001 bare URLs in one block, more than the 4000 that are parsed"])
    #expect(
      refusals(String(repeating: "a@", count: 4001) + "\n")
        == ["1: 4001 '@' in one block, more than the 4000 that are parsed"])
  }

  @Test func refusesLongRuns() {
    #expect(
      refusals(String(repeating: "_", count: 513) + "a\n")
        == ["1: 513 delimiters in one run, more than the 512 that are parsed"])
    #expect(
      refusals("www.a.b" + String(repeating: ")", count: 129) + "\n")
        == ["1: 129 ')' in one run, more than the 128 that are parsed"])
  }

  @Test func refusesReferencesThatRepeatTooMuch() {
    let definition = "[x]: /" + String(repeating: "u", count: 60_000) + "\n\n"
    #expect(
      refusals(definition + String(repeating: "[X] ", count: 30) + "\n")
        == ["1: 1800150 bytes of definitions repeated by reference links, more than the 1048576 that are parsed"])
    #expect(refusals(definition + String(repeating: "[y] ", count: 30) + "\n").isEmpty)
  }

  @Test func refusesTheEncodedCaretThatTheLibraryReadsPast() {
    #expect(
      refusals("[&#94;" + String(repeating: "a", count: 100) + "]\n")
        == ["1: 1 '[' before a '^' as an entity, more than the 0 that are parsed"])
  }

  @Test func isNotFooledByFencesInListsAndHTML() {
    let hostile = String(repeating: "[a", count: 8001) + "\n"
    for head in ["- ```\n", "  ```\n", "<div>\n```\n\n", "<!--\n```\n-->\n", "- <!--\n```\n```\n\n", "```a`\n"] {
      #expect(refusals(head + hostile).count == 1, "\(head)")
    }
    #expect(refusals("```\n" + hostile + "```\n").isEmpty)
    #expect(refusals("~~~ a`\n" + hostile).isEmpty)
  }

  @Test func showsTheBeginningOfARefusedText() {
    let outcome = render("<b>" + String(repeating: "ä", count: 70_000) + "\n")
    #expect(outcome.value.html.count == 65_553)
    #expect(outcome.value.text.hasPrefix("<pre>&lt;b&gt;ää"))
    #expect(outcome.value.text.hasSuffix("ä</pre>\n"))
  }
}

/// Where the script that makes hostile texts can run.
private let canMakeHostileTexts =
  SharedFiles.exists("tools/hostile_markdown.py") && FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

@Suite struct HostileCorpusTests {
  private func python(_ arguments: String...) throws -> Data {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [SharedFiles.folder.appending(path: "tools/hostile_markdown.py").path] + arguments
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return data
  }

  @Test(
    .enabled(if: canMakeHostileTexts, "python3 or the script of hostile texts is not at hand"),
    arguments: [20_000, 100_000])
  func rendersOrRefusesEveryHostileText(size: Int) throws {
    let names = try String(decoding: python("--list"), as: UTF8.self).split(separator: "\n")
    #expect(names.count > 60)
    for name in names.compactMap({ $0.split(separator: "\t").first }) {
      let text = try Array(python(String(name), "\(size)"))
      let article = MarkdownRenderer.render(text[...], path: "hostile.md").value
      #expect(article.links.allSatisfy { $0.range.upperBound <= article.html.count }, "\(name)")
    }
  }

  @Test(.enabled(if: SharedFiles.exists("corpora"), "the real documents are not at hand"))
  func refusesNoRealDocument() throws {
    let folder = SharedFiles.folder.appending(path: "corpora")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "md" {
      let text = try Array(Data(contentsOf: file))
      let diagnostics = MarkdownRenderer.render(text[...], path: file.lastPathComponent).diagnostics
      #expect(diagnostics.filter { $0.rule == .markdownLimit }.map(\.message) == [], "\(file.path)")
    }
  }
}

import CCMarkGFM
import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// One example of a specification: a text and the HTML it should give.
struct SpecificationExample {
  let number: Int
  let text: String
  let html: String

  /// Format: a fence of 32 backticks with `example` and extensions, the text, a line with `.`, the HTML; `→` is a tab.
  static func read(_ file: String) throws -> [SpecificationExample] {
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    for part in try SharedFiles.read(file).components(separatedBy: "\(fence) example").dropFirst() {
      guard let body = part.components(separatedBy: "\n" + fence).first, let newline = body.firstIndex(of: "\n") else {
        continue
      }
      let number = examples.count + 1
      let halves = ("\n" + body[body.index(after: newline)...] + "\n").replacing("→", with: "\t").components(
        separatedBy: "\n.\n")
      guard halves.count == 2, !body[..<newline].contains("disabled") else {
        examples.append(SpecificationExample(number: number, text: "", html: ""))
        continue
      }
      examples.append(
        SpecificationExample(
          number: number, text: String(halves[0].dropFirst()) + (halves[0].isEmpty ? "" : "\n"), html: halves[1]))
    }
    return examples
  }

  /// Whether the library, which renders without its `autolink` extension here, has no say.
  var hasBareLinks: Bool { text.contains("www.") || text.contains("://") || text.contains("@") }
}

/// Examples that CommonMark wrote before GFM linked bare URLs: what GFM makes of them.
private let differences = [
  "<http://foo.bar/baz bim>\n":
    "<p>&lt;<a href=\"http://foo.bar/baz\">http://foo.bar/baz</a> bim&gt;</p>\n",
  "<foo\\+@bar.example.com>\n":
    "<p>&lt;<a href=\"mailto:foo+@bar.example.com\">foo+@bar.example.com</a>&gt;</p>\n",
  "< http://foo.bar >\n":
    "<p>&lt; <a href=\"http://foo.bar\">http://foo.bar</a> &gt;</p>\n",
  "http://example.com\n":
    "<p><a href=\"http://example.com\">http://example.com</a></p>\n",
  "foo@bar.example.com\n":
    "<p><a href=\"mailto:foo@bar.example.com\">foo@bar.example.com</a></p>\n",
]

/// The library's own rendering with the extensions that this module attaches and its tag filter.
func libraryRender(_ text: String) -> String {
  _ = CMark.shared
  let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES)
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "tasklist", "tagfilter"] {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
  }
  cmark_parser_feed(parser, text, text.utf8.count)
  let root = cmark_parser_finish(parser)
  defer { cmark_node_free(root) }
  guard
    let html = cmark_render_html(
      root, CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES, cmark_parser_get_syntax_extensions(parser))
  else { return "" }
  defer { free(html) }
  return String(cString: html)
}

@Suite(.enabled(if: SharedFiles.exists("spec"), "the specifications' examples are not at hand"))
struct SpecificationTests {
  @Test(arguments: ["spec/gfm-spec.txt", "spec/gfm-extensions.txt"])
  func rendersTheExamplesAsTheSpecificationOrTheLibrary(file: String) throws {
    for example in try SpecificationExample.read(file) {
      let html = plainHTML(example.text, dialects: [])
      let expected = differences[example.text] ?? example.html
      if html == expected || example.html == "<IGNORE>\n" { continue }
      if !example.hasBareLinks, html == libraryRender(example.text) { continue }
      #expect(html == expected, "\(file), example \(example.number), the library: \(libraryRender(example.text))")
    }
  }

  @Test(arguments: ["spec/gfm-spec.txt", "spec/gfm-extensions.txt"])
  func rendersTheExamplesAlikeWhereEmbedsAreKnown(file: String) throws {
    let options = MarkdownOptions(furniture: false, dialects: [], embeds: ["slo"])
    for example in try SpecificationExample.read(file) {
      let outcome = MarkdownRenderer.render(Array(example.text.utf8)[...], path: "a.md", options: options)
      #expect(outcome.value.text == plainHTML(example.text, dialects: []), "\(file), example \(example.number)")
    }
  }
}

import Diagnostics
import Markdown
import Testing

/// What a note holds is what it would be outside: the specification's examples, and chance combinations of them, are the
/// same in an admonition, in a container, and in both.
///
/// Left out are footnotes, whose definitions stand at the end of the page wherever they are written, and for containers
/// what does not end with itself: an open fence or comment holds the line of colons, too. Ids and links back to them are
/// the furniture's, which counts through the page, and so is switched off.
@Suite(.enabled(if: SharedFiles.exists("spec"), "the specifications' examples are not at hand"))
struct WrappingTests {
  private let dialects: Dialects = [.mkdocs, .docusaurus]

  private static let open = "<div class=\"callout callout-note\" role=\"note\">\n<p class=\"callout-title\">Note</p>\n"

  private static func examples() throws -> [String] {
    try ["spec/gfm-spec.txt", "spec/gfm-extensions.txt"].flatMap { try SpecificationExample.read($0).map(\.text) }
      .filter { !$0.contains("[^") && !$0.isEmpty }
  }

  private func admonition(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return "!!! note\n\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
  }

  private func container(_ text: String) -> String { ":::note\n\n\(text)\n:::\n" }

  private func expectSameInside(_ text: String) {
    let inner = plainHTML(text, dialects: dialects)
    let note = WrappingTests.open + inner + "</div>\n"
    #expect(plainHTML(admonition(text), dialects: dialects) == note, "\(text)")
    #expect(
      plainHTML(admonition(admonition(text)), dialects: dialects) == WrappingTests.open + note + "</div>\n", "\(text)")
    guard plainHTML(text + "\n\nend\n", dialects: dialects) == inner + "<p>end</p>\n" else { return }
    #expect(plainHTML(container(text), dialects: dialects) == note, "\(text)")
    #expect(
      plainHTML(admonition(container(text)), dialects: dialects) == WrappingTests.open + note + "</div>\n", "\(text)")
  }

  @Test func everyExampleIsTheSameInside() throws {
    for text in try WrappingTests.examples() { expectSameInside(text) }
  }

  @Test func combinationsOfExamplesAreTheSameInside() throws {
    let examples = try WrappingTests.examples()
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func chance(_ bound: Int) -> Int {
      // Marsaglia's xorshift, so that every run tries the same.
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<300 {
      let parts = (0..<2 + chance(4)).map { _ in examples[chance(examples.count)] }
      expectSameInside(parts.joined(separator: chance(2) == 0 ? "\n" : ""))
    }
  }
}

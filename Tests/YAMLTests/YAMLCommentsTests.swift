import Diagnostics
import Testing
import YAML

@Suite struct YAMLCommentsTests {
  private func lines(_ text: String) -> [ClosedRange<Int>] {
    YAMLParser.ignoreComments(in: Array(text.utf8), path: "a.yaml").map(\.lines)
  }

  @Test func commentOnItsOwnLineIsAboutTheNextText() {
    #expect(lines("a: 1\n  # portico-ignore x: y\n\n# more\nb: 2\nc: 3\n") == [2...5])
  }

  @Test func commentBehindAValueIsAboutItsLine() {
    #expect(lines("a: 1\r\nb: [2, 3] # portico-ignore x: y\r\nc: 3\r\n") == [2...2])
  }

  @Test(arguments: [
    "a: |\n  # portico-ignore x: y\nb: 1", "a: >-\n  text\n  # portico-ignore x: y\n", "a: \"b # portico-ignore x: y\"",
    "a: 'b\n  # portico-ignore x: y'", "a: b#portico-ignore x: y", "a: é # portico-ignored x: y",
  ])
  func textIsNoComment(text: String) {
    #expect(lines(text) == [])
  }

  @Test func placesAreCountedInBytes() {
    let text = "\u{FEFF}é: 'ü' # portico-ignore x: y\n"
    let comments = YAMLParser.ignoreComments(in: Array(text.utf8), path: "a.yaml", firstLine: 2)
    #expect(comments.map(\.span.column) == [13])
    #expect(comments.map(\.span.line) == [2])
  }

  @Test func whatFollowsASyntaxErrorIsNotRead() {
    #expect(lines("a: 1 # portico-ignore x: y\nb: [\n}\nc: 1 # portico-ignore x: y") == [1...1])
  }
}

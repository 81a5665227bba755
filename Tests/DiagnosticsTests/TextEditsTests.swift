import Bytes
import Diagnostics
import Testing

@Suite struct TextEditsTests {
  private func replacement(_ line: Int, _ column: Int, _ original: String, _ text: String) -> Replacement {
    let span = SourceSpan(path: "a.md", line: line, column: column, length: original.utf8.count)
    return Replacement(of: span, reading: original, with: text)
  }

  private func edited(_ text: String, _ replacements: Replacement...) -> String {
    String(decoding: TextEdits(replacements, in: Array(text.utf8)).edited, as: UTF8.self)
  }

  @Test func replacesNothingButWhatItIsToldTo() {
    #expect(edited("a\r\n[x](b.md)\rz", replacement(2, 5, "b.md", "c/d.md")) == "a\r\n[x](c/d.md)\rz")
    #expect(edited("\u{FEFF}[x](ü) y", replacement(1, 8, "ü", "u")) == "\u{FEFF}[x](u) y")
  }

  @Test func replacesSeveralOnOneLineWhateverTheirOrder() {
    #expect(edited("ab ab ab", replacement(1, 7, "ab", "d"), replacement(1, 1, "ab", "longer")) == "longer ab d")
  }

  @Test(arguments: [
    (1, 1, "b"), (1, 4, "b"), (2, 1, "a"), (0, 1, "a"), (1, 0, "a"), (1, 1, "abc"), (9, 9, ""),
  ])
  func leavesWhatIsNotAsExpected(line: Int, column: Int, original: String) {
    let edits = TextEdits([replacement(line, column, original, "x")], in: Array("ab\n".utf8))
    #expect(edits.edited == Array("ab\n".utf8))
    #expect(edits.made == [])
  }

  @Test func leavesWhatHasNoOriginalOrNewLines() {
    let span = SourceSpan(path: "a.md", line: 1, column: 1, length: 1)
    #expect(edited("ab", Replacement(of: span, with: "x"), replacement(1, 2, "b", "x\ny")) == "ab")
  }

  @Test func makesOneOfEqualsAndNoneOfTwoThatDiffer() {
    #expect(edited("ab", replacement(1, 1, "a", "x"), replacement(1, 1, "a", "x")) == "xb")
    #expect(edited("ab", replacement(1, 1, "a", "x"), replacement(1, 1, "a", "y")) == "ab")
    #expect(edited("abc", replacement(1, 1, "ab", "x"), replacement(1, 2, "bc", "y")) == "xc")
  }

  /// A text of random words and line ends, and replacements of some of them, against the words replaced one by one.
  @Test(arguments: 0..<200 as Range<UInt64>)
  func isTheSameAsReplacingWordByWord(seed: UInt64) {
    var random = Random(state: seed)
    var text = ""
    var expected = ""
    var replacements: [Replacement] = []
    var (line, column) = (1, 1)
    for _ in 0..<random.below(60) {
      let word = ["a", "bü.md", "[x](c)", " ", "\t", "日本"][random.below(6)]
      let isReplaced = random.below(3) == 0
      if isReplaced { replacements.append(replacement(line, column, word, "NEW")) }
      text += word
      expected += isReplaced ? "NEW" : word
      column += word.utf8.count
      if random.below(5) == 0 {
        let end = ["\n", "\r\n", "\r\n\n"][random.below(3)]
        text += end
        expected += end
        line += end == "\r\n\n" ? 2 : 1
        column = 1
      }
    }
    let edits = TextEdits(replacements.reversed(), in: Array(text.utf8))
    #expect(String(decoding: edits.edited, as: UTF8.self) == expected)
    #expect(edits.made == replacements)
    // A second time, nothing is as the replacements expect.
    let again = TextEdits(replacements.filter { $0.original != "NEW" && $0.span.column == 1 }, in: edits.edited)
    #expect(again.made == [])
  }

  // MARK: Diffs

  private func diff(_ text: String, _ replacements: Replacement...) -> String {
    TextEdits(replacements, in: Array(text.utf8)).unifiedDiff(of: "content/a.md").text
  }

  @Test func showsEachChangeWithThreeLinesRoundIt() {
    let text = (1...12).map { "l\($0)\n" }.joined()
    #expect(
      diff(text, replacement(5, 1, "l5", "five")) == """
        --- a/content/a.md
        +++ b/content/a.md
        @@ -2,7 +2,7 @@
         l2
         l3
         l4
        -l5
        +five
         l6
         l7
         l8

        """)
  }

  @Test func joinsChangesThatAreNearAndPartsThoseThatAreNot() {
    let text = (1...20).map { "l\($0)\n" }.joined()
    let hunks = diff(text, replacement(1, 1, "l1", "a"), replacement(2, 1, "l2", "b"), replacement(20, 1, "l20", "c"))
    #expect(
      hunks.contains(
        "@@ -1,5 +1,5 @@\n-l1\n-l2\n+a\n+b\n l3\n l4\n l5\n@@ -17,4 +17,4 @@\n l17\n l18\n l19\n-l20\n+c\n"))
  }

  @Test func saysThatTheLastLineDoesNotEnd() {
    #expect(
      diff("a\nb", replacement(2, 1, "b", "c")).hasSuffix(
        " a\n-b\n\\ No newline at end of file\n+c\n\\ No newline at end of file\n"))
  }

  @Test func isNothingWhereNothingChanges() { #expect(diff("a\n") == "") }
}

/// A generator that gives the same numbers for the same seed.
private struct Random {
  var state: UInt64

  /// A number from zero up to a bound.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

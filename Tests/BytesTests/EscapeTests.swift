import Testing

@testable import Bytes

@Suite struct EscapeTests {
  private func escaped(_ text: String, _ escape: Escape) -> String {
    var buffer = ByteBuffer()
    buffer.append(text, escaping: escape)
    return buffer.text
  }

  @Test func htmlEscapesWhatEndsTextOrADoubleQuotedAttribute() {
    #expect(escaped(#"a<b> & "c" 'd' é"#, .html) == "a&lt;b&gt; &amp; &quot;c&quot; 'd' é")
  }

  @Test func attributeEscapesApostrophesToo() {
    #expect(escaped("it's", .attribute) == "it&#39;s")
  }

  @Test func nulIsReplacedInMarkup() {
    #expect(escaped("a\0b", .html) == "a\u{FFFD}b")
    #expect(escaped("a\0b", .attribute) == "a\u{FFFD}b")
  }

  @Test func jsonEscapesQuotesBackslashesControlsAndLessThan() {
    #expect(escaped("\"\\\n\u{1}\u{1F}</script>", .json) == #"\"\\\n\u0001\u001f\u003c/script>"#)
  }

  @Test func jsonEscapesTheSeparatorsThatOlderJavaScriptTakesForLineBreaks() {
    #expect(escaped("a\u{2028}b\u{2029}c–d", .json) == #"a\u2028b\u2029c–d"#)
  }

  @Test func xmlEscapesMarkupAndCarriageReturns() {
    #expect(escaped("<a b='\"'>]]&\r\n\t", .xml) == "&lt;a b=&#39;&quot;&#39;&gt;]]&amp;&#13;\n\t")
  }

  @Test func xmlReplacesCharactersThatItMayNotHold() {
    #expect(
      escaped("\0\u{1}\u{1F}\u{FFFE}\u{FFFF}\u{FFFD}\u{7F}", .xml)
        == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{7F}")
  }

  @Test(arguments: [Escape.html, .attribute, .xml, .json])
  func everyByteWithAReplacementIsFound(escape: Escape) {
    for byte in UInt8.min..<0x80 {
      let hasReplacement = [byte].withUnsafeBufferPointer { escape.replacement(at: 0, in: $0) != nil }
      #expect(!hasReplacement || escape.escaped.contains(byte), "byte \(byte)")
    }
  }
}

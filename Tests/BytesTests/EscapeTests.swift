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

  @Test(arguments: [Escape.html, .attribute, .json])
  func everyByteWithAReplacementIsFound(escape: Escape) {
    for byte in UInt8.min...UInt8.max where escape.replacement(for: byte) != nil {
      #expect(escape.escaped.contains(byte), "byte \(byte)")
    }
  }
}

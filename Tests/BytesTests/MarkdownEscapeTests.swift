import Bytes
import Testing

@Suite struct MarkdownEscapeTests {
  @Test func markupIsText() {
    let text = #"a `b` *c* _d_ [e](f) <g> &amp; ~h~ \i"#
    #expect(MarkdownEscape.inline(text) == #"a \`b\` \*c\* \_d\_ \[e\](f) \<g\> \&amp; \~h\~ \\i"#)
  }

  @Test func lineBreaksAreBlanks() {
    #expect(MarkdownEscape.inline(" a\r\nb\n\nc\u{2028}d ") == "a b c d")
  }
}

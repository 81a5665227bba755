import Testing

@Suite struct JSXTests {
  @Test func elementsAttributesAndCode() throws {
    #expect(
      try marked(#"return <a b="c" d={e("f")}>if {g && <h/>}</a>; // i"#, as: "jsx")
        == #"‹k:return› <‹g:a› ‹p:b›=‹s:"c"› ‹p:d›=‹e:{›‹f:e›(‹s:"f"›)‹e:}›>if ‹e:{›g && <‹g:h›/>‹e:}›</‹g:a›>; ‹c:// i›"#
    )
  }

  @Test func fragments() throws {
    #expect(
      try marked("x = <>a <b.c/></>; d", as: "jsx")
        == "x = <>a <‹g:b.c›/></>; d")
  }

  @Test func comparisonsAreNoElements() throws {
    #expect(
      try marked("if (a < b && c > d) {}", as: "js")
        == "‹k:if› (a < b && c > d) {}")
  }
}

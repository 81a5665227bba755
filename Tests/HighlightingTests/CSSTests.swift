import Testing

@Suite struct CSSTests {
  @Test func selectorsAndDeclarations() throws {
    #expect(
      try marked("a.b:hover { --c: #fff; color: var(--c) !important }", as: "css")
        == "‹g:a.b›‹k::hover› { ‹p:--c›: ‹n:#fff›; ‹p:color›: ‹f:var›(‹v:--c›) ‹k:!important› }")
  }

  @Test func atRules() throws {
    #expect(
      try marked(#"@media (width > 1px) { a { b: "c;" } }"#, as: "css")
        == #"‹k:@media› (width > ‹n:1px›) { ‹g:a› { ‹p:b›: ‹s:"c;"› } }"#)
  }
}

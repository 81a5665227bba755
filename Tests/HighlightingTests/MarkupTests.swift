import Testing

@Suite struct MarkupTests {
  @Test func tagsAttributesAndEntities() throws {
    #expect(
      try marked(#"<?xml?><a b="c&amp;">d</a><!-- e --><![CDATA[<f>]]>"#, as: "xml")
        == #"‹a:<?xml?>›<‹g:a› ‹p:b›=‹s:"c›‹e:&amp;›‹s:"›>d</‹g:a›>‹c:<!-- e -->›‹s:<![CDATA[<f>]]>›"#)
  }

  @Test func scriptsAndStyleSheets() throws {
    #expect(
      try marked(#"<script>let a = "<b>";</script><style>a { b: 1px }</style>"#, as: "html")
        == #"<‹g:script›>‹k:let› a = ‹s:"<b>"›;</‹g:script›><‹g:style›>‹g:a› { ‹p:b›: ‹n:1px› }</‹g:style›>"#)
  }

  @Test func templatesInHTML() throws {
    #expect(
      try marked("<a href={{ .b }}>{{ c }}</a>", as: "html")
        == "<‹g:a› ‹p:href›=‹e:{{› ‹v:.b› ‹e:}}›>‹e:{{› c ‹e:}}›</‹g:a›>")
  }
}

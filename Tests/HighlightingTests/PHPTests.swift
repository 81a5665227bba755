import Testing

@Suite struct PHPTests {
  @Test func pagesAndCode() throws {
    #expect(
      try marked(#"<p class="a"><?= $b ?></p>"#, as: "php")
        == #"<‹g:p› ‹p:class›=‹s:"a"›>‹a:<?=› ‹v:$b› ‹a:?>›</‹g:p›>"#)
  }

  @Test func stringsAndHeredocs() throws {
    #expect(
      try marked("\"a {$b['c']} $d\"; <<<E\n  $f\n  E;", as: "php")
        == "‹s:\"a ›‹e:{$›b[‹s:'c'›]‹e:}›‹s: ›‹v:$d›‹s:\"›; <<<‹s:E›\n‹s:  ›‹v:$f›‹s:\n  E›;")
  }
}

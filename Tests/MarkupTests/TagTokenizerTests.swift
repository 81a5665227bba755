import Testing

@testable import Markup

@Suite struct TagTokenizerTests {
  @Test(arguments: [
    #"<a href="x">"#, "<a href='x'>", "<a href=x>", "<A HREF=x>", "<a href = \n x>", "<a class=a href=x>", "<a/href=x>",
    #"<a title=">" href=x>"#, #"<a class="b"href="x">"#, "<a =href=y href=x>", "<a href=x href=y>", "<a href=x",
  ])
  func readsAttributesInAnyQuoting(text: String) {
    #expect(addresses(text) == (text.hasSuffix(">") ? ["x"] : []))
  }

  @Test func takesASlashAtTheEndOfAnUnquotedValueAsPartOfIt() {
    #expect(addresses("<a href=x/>") == ["x/"])
  }

  @Test(arguments: [
    "<!-- <a href=y> -->", "<!-->", "<!--->", "<!-- --!>", "<!-- -- > <a href=y> -->", "<!doctype html>", "<!a href=y>",
    "<?php <a href='y' ?", "</ a href=y>", "</>", "</p href=y>", "< a href=y", "<script>'<a href=y>'</script>",
    "<script><!-- <script></script><a href=y> --></script>", "<script>\"<!--\"</script>",
    "<SCRIPT>'</scripts>'</SCRIPT >", "<style>/*<a href=y>*/</style>", "<textarea><a href=y></textarea>",
    "<title><a href=y></title>", "<xmp><a href=y></xmp>", "<iframe><a href=y></iframe>",
    "<template><template></template><a href=y></template>", "<svg><![CDATA[<a href=y>]]></svg>",
    "<svg/><title><a href=y></title>", "<svg><p></p><title><a href=y></title>",
  ])
  func skipsWhatIsNoMarkup(text: String) {
    #expect(addresses("\(text)><a href=x>") == ["x"])
  }

  @Test(arguments: [
    "<svg><title><a href=x></a></title></svg>", "<svg><script/><a href=x></svg>", "<svg><style/><a href=x></svg>",
    "<svg><desc><textarea></textarea></desc><a href=x></svg>", "<noscript><a href=x></noscript>",
    "</template><a href=x>",
    "<table background=x>",
  ])
  func readsWhatOnlyLooksLikeText(text: String) {
    #expect(addresses(text) == ["x"])
  }

  @Test func readsNothingBehindPlainText() {
    #expect(addresses("<plaintext><a href=x></plaintext><a href=y>") == [])
  }

  @Test func readsXMLByTheRulesOfXML() {
    let text =
      "<?xml version='1.0' a='<a href=\"y\">'?><svg:svg><title/><script/><![CDATA[<a href='y'>]]><svg:a href='x'/>"
    #expect(addresses(text, as: .xml) == ["x"])
  }

  @Test func doesNotCrashOnWhatIsCutAnywhere() {
    let text = Array("<!--a--><a b='c&amp;' style=\"x:url(&quot;y\\2 \")'>z<script><!--</script><svg><![CDATA[]]>".utf8)
    for end in text.indices {
      for format in [MarkupFacts.Format.html, .xml, .css] {
        #expect(MarkupFacts(of: Array(text[..<end]), as: format).references.count <= 2)
      }
    }
  }
}

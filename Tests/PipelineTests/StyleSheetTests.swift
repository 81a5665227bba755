import Pipeline
import TestSupport
import Testing

/// What is left of a style sheet when it is published.
@Suite struct StyleSheetTests {
  private func published(_ sheet: String) async -> String? {
    let site = await buildSite(withAssets: "-- t/assets/a.css --\n\(sheet)")
    return site.assetPaths.first.flatMap { site.text($0) }
  }

  @Test(arguments: [
    ("a {\n  color: red;\n}\n\nb { margin: 0 1px; }", "a{color:red}b{margin:0 1px}"),
    ("a , b > c :is(d , e) { }", "a,b>c :is(d,e){}"),
    ("/* one */ a { /* two */ b: c /* three */ d; } /* open", "a{b:c d}"),
    ("a { content: \"x  /* y */ ;}\"; b: 'it\\'s  {' }", "a{content:\"x  /* y */ ;}\";b:'it\\'s  {'}"),
    ("a { b: url(data:x/y;z,  /*q*/) }", "a{b:url(data:x/y;z,  /*q*/)}"),
    ("a { --b: ; width: calc(1px + 2px) }", "a{--b:;width:calc(1px + 2px)}"),
    ("a\\  b { c: d }", "a\\  b{c:d}"),
    ("a { b: \"open", "a{b:\"open\n"),
  ])
  func keepsWhatCounts(sheet: String, expected: String) async {
    #expect(await published(sheet) == expected)
  }
}

import Testing

@testable import SiteModel

@Suite struct ReferenceTests {
  @Test(arguments: [
    "https://example.com", "HTTP://x", "mailto:a@b", "tel:+1", "data:,x", "javascript:x", "a+b-c.1:x", "//host/path",
    "\\\\host\\share",
  ])
  func leavesWhatLeadsElsewhereAlone(_ text: String) {
    #expect(Reference(text) == nil)
  }

  @Test(arguments: [
    ("a.md", "a.md", "", nil), ("a.md#b", "a.md", "", "b"), ("a.md?x=1", "a.md", "?x=1", nil),
    ("a.md?x=1#b", "a.md", "?x=1", "b"), ("#b", "", "", "b"), ("#", "", "", ""), ("?x", "", "?x", nil),
    ("", "", "", nil),
    ("a%20b.md#c%20d", "a b.md", "", "c%20d"), ("a#b?c#d", "a", "", "b?c#d"), ("a/b:c", "a/b:c", "", nil),
    ("1:2", "1:2", "", nil), (":a", ":a", "", nil), ("a%3Fb%23c", "a?b#c", "", nil), ("/a", "/a", "", nil),
    ("50%", "50%", "", nil), ("é.md", "é.md", "", nil),
  ])
  func takesReferencesApart(_ text: String, _ path: String, _ query: String, _ fragment: String?) {
    let reference = Reference(text)
    #expect(reference?.path == path)
    #expect(reference?.query == query)
    #expect(reference?.fragment == fragment)
  }

  @Test(arguments: [("a?x#y", "?x#y"), ("a#y", "#y"), ("a", ""), ("a#", "#")])
  func keepsQueryAndFragmentAsWritten(_ text: String, _ suffix: String) {
    #expect(Reference(text)?.suffix == suffix)
  }
}

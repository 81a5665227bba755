import Testing

@testable import Markup

@Suite struct CharacterReferencesTests {
  @Test(arguments: [
    ("a&amp;b", "a&b"), ("a&ampb", "a&ampb"), ("a&amp=b", "a&amp=b"), ("a&amp", "a&"), ("?a=1&copy=2", "?a=1&copy=2"),
    ("&copy", "©"), ("&notit;", "&notit;"), ("&sol;", "/"), ("&solx;", "&solx;"), ("&sol", "&sol"),
    ("caf&eacute;", "café"),
    ("&#47;", "/"), ("&#x2F;", "/"), ("&#X2fa", "\u{2FA}"), ("&#47a", "/a"), ("&#;", "&#;"), ("&#x;", "&#x;"),
    ("&#0;", "\u{FFFD}"), ("&#xD800;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&#x80;", "€"),
    ("&", "&"),
    ("&acE;", "\u{223E}\u{333}"),
  ])
  func decodesAsInAttributes(written: String, read: String) {
    #expect(addresses("<a href=\"\(written)\">") == [read])
  }
}

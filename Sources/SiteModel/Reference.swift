import Bytes

/// A URL reference taken apart (RFC 3986, section 4.1), as far as links inside a site need it.
struct Reference {
  /// The path, percent-decoded; empty for a reference to the same page.
  let path: String
  /// With its `?`, as written; empty where there is none.
  let query: String
  /// Without its `#`, as written; nil where there is none.
  let fragment: String?

  /// - Returns: nil for a reference with a scheme or a host, which leads out of the site.
  init?(_ text: String) {
    guard !Reference.isExternal(text) else { return nil }
    let bytes = text.utf8
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let beforeFragment = text[..<(hash ?? text.endIndex)]
    let question = beforeFragment.utf8.firstIndex(of: UInt8(ascii: "?"))
    path = PercentEncoding.decode(String(beforeFragment[..<(question ?? beforeFragment.endIndex)]))
    query = question.map { String(beforeFragment[$0...]) } ?? ""
    fragment = hash.map { String(text[bytes.index(after: $0)...]) }
  }

  /// Query and fragment as they are written behind a resolved path.
  var suffix: String { query + (fragment.map { "#" + $0 } ?? "") }

  private static func isExternal(_ text: String) -> Bool {
    if text.hasPrefix("//") || text.hasPrefix("\\\\") { return true }
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if offset == 0 { return false }
      case UInt8(ascii: ":"): return offset > 0
      default: return false
      }
    }
    return false
  }
}

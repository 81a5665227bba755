import Bytes

/// The URL that a site is published at, as far as it decides where links lead.
package struct SiteAddress: Sendable {
  /// Host in lower case, with its port where that is not the scheme's; nil where it is not known.
  let host: [UInt8]?
  /// `docs/` for a site at `https://example.com/docs/`, empty at the root of a host, as bytes without percent-encoding.
  let basePath: [UInt8]

  /// - Parameter url: absolute, with a trailing slash; nil for a site at the root of any host.
  package init(baseURL url: String? = nil) {
    let bytes = Array((url ?? "").utf8)
    var rest = bytes[...]
    guard let scheme = URLBytes.takeScheme(&rest) else {
      host = nil
      basePath = []
      return
    }
    host = URLBytes.host(URLBytes.takeAuthority(&rest), scheme: scheme)
    basePath = Array(PercentEncoding.decode(bytes: rest.drop { $0 == UInt8(ascii: "/") }))
  }
}

/// The parts of a URL reference as browsers tell them apart (URL Standard, 4.4).
enum URLBytes {
  enum Scheme {
    case http
    case https
    case other
  }

  /// The reference without what browsers take away: control characters and blanks at its ends, tabs and line breaks.
  static func cleaned(_ url: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var url = url
    while let first = url.first, first <= 0x20 { url.removeFirst() }
    while let last = url.last, last <= 0x20 { url.removeLast() }
    guard url.contains(where: \.isTaken) else { return url }
    return url.filter { !$0.isTaken }[...]
  }

  /// Takes a scheme with its colon away from the front.
  static func takeScheme(_ url: inout ArraySlice<UInt8>) -> Scheme? {
    guard let first = url.first, (first | 0x20) &- 0x61 < 26, let colon = url.firstIndex(where: { !$0.isSchemeByte }),
      url[colon] == UInt8(ascii: ":")
    else { return nil }
    let name = url[..<colon]
    url = url[(colon + 1)...]
    if name.count == 4, name.lazy.map({ $0 | 0x20 }).elementsEqual("http".utf8) { return .http }
    if name.count == 5, name.lazy.map({ $0 | 0x20 }).elementsEqual("https".utf8) { return .https }
    return .other
  }

  /// Whether a reference begins with two slashes of either kind.
  static func hasAuthority(_ url: ArraySlice<UInt8>) -> Bool { url.count > 1 && url.prefix(2).allSatisfy(\.isSlash) }

  /// Takes the slashes and the authority behind them away from the front.
  static func takeAuthority(_ url: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    url = url.drop(while: \.isSlash)
    let authority = url.prefix { !$0.isSlash && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    url = url[authority.endIndex...]
    return authority
  }

  /// A host for comparison; the port of a scheme is left out.
  static func host(_ authority: ArraySlice<UInt8>, scheme: Scheme) -> [UInt8] {
    let host = authority.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let port = scheme == .http ? ":80" : ":443"
    return host.suffix(port.utf8.count).elementsEqual(port.utf8) ? host.dropLast(port.utf8.count) : host
  }

  /// Whether a segment of a path is `.`, or `..`, percent-encoded or not; nil for any other.
  static func dots(_ segment: ArraySlice<UInt8>) -> Int? {
    guard let first = segment.first, first == UInt8(ascii: ".") || first == UInt8(ascii: "%"), segment.count <= 6 else {
      return nil
    }
    var rest = segment
    var count = 0
    while !rest.isEmpty {
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
      } else if rest.prefix(3).map({ $0 | 0x20 }).elementsEqual("%2e".utf8.map { $0 | 0x20 }) {
        rest.removeFirst(3)
      } else {
        return nil
      }
      count += 1
    }
    return count <= 2 ? count : nil
  }
}

extension UInt8 {
  /// A slash, or what browsers take for one in a web address.
  var isSlash: Bool { self == UInt8(ascii: "/") || self == UInt8(ascii: "\\") }

  fileprivate var isTaken: Bool { self == 0x09 || self == 0x0A || self == 0x0D }

  fileprivate var isSchemeByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

import Bytes

/// What can be asked for: an `http` or `https` URL without its fragment, written in one way.
struct WebAddress: Sendable, Hashable {
  /// With what may not stand in a URL percent-encoded, as browsers do.
  let text: String
  /// Host and port in lower case, without a port that is the usual one; it names whom requests go to.
  let host: String
  let isSecure: Bool
  /// Path and query.
  private let rest: String

  /// - Returns: nil for a URL that leads to no web server, such as `mailto:`.
  init?(_ url: String) {
    let bytes = Array(url.utf8.drop { $0 <= 0x20 })
    let scheme = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "#") }
    switch String(decoding: scheme, as: UTF8.self).lowercased() {
    // Without a scheme it is that of the page, and a site worth linking from has TLS.
    case "", "https:": isSecure = true
    case "http:": isSecure = false
    default: return nil
    }
    var body = bytes[scheme.endIndex...]
    guard body.starts(with: "//".utf8) else { return nil }
    body = body.dropFirst(2).prefix { $0 != UInt8(ascii: "#") }
    while let last = body.last, last <= 0x20 { body.removeLast() }
    let authority = body.prefix { !"/?\\".utf8.contains($0) }
    let port = isSecure ? ":443" : ":80"
    let name = String(decoding: authority, as: UTF8.self).lowercased()
    host = name.hasSuffix(port) ? String(name.dropLast(port.utf8.count)) : name
    let path = PercentEncoding.encode(body[authority.endIndex...]) { !WebAddress.isForbidden($0) }
    rest = path.hasPrefix("/") ? path : "/" + path
    text = (isSecure ? "https://" : "http://") + host + rest
  }

  /// Host, path and query, as patterns are held against.
  var withoutScheme: String { host + rest }

  /// The path without its query.
  var path: Substring { rest.prefix { $0 != "?" } }

  /// The host without its port, and without the brackets of an IPv6 address.
  var name: String {
    if host.hasPrefix("[") { return String(host.dropFirst().prefix { $0 != "]" }) }
    return String(host.prefix { $0 != ":" })
  }

  /// Whether nobody can have meant a server that a reader reaches: the machine itself, and what RFC 2606 and RFC 6761 keep
  /// for examples.
  var isExample: Bool {
    let labels = name.split(separator: ".").suffix(2).map(String.init)
    guard let last = labels.last else { return false }
    if name.hasPrefix("127.") || name == "::1" || name == "0.0.0.0" { return true }
    return ["localhost", "example", "invalid", "test"].contains(last)
      || labels.count == 2 && labels[0] == "example" && ["com", "net", "org"].contains(last)
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte)
  }
}

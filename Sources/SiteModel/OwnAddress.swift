import Bytes

/// The URL that a site is published at, as far as full URLs of its own pages are to be known.
struct OwnAddress: Sendable {
  private let host: String
  /// Without slashes at its ends, not percent-encoded.
  private let basePath: String

  init?(baseURL: String) {
    guard let (host, path) = OwnAddress.split(baseURL) else { return nil }
    self.host = host
    basePath = PercentEncoding.decode(path).split(separator: "/").joined(separator: "/")
  }

  /// A full URL of the site as a reference from its root; nil for any other.
  func reference(of url: String) -> Reference? {
    guard let (host, rest) = OwnAddress.split(url), host == self.host else { return nil }
    let end = rest.firstIndex { $0 == "?" || $0 == "#" } ?? rest.endIndex
    let path = PercentEncoding.decode(String(rest[..<end])).split(separator: "/").joined(separator: "/")
    guard ContentPath.isInside(path, folder: basePath) else { return nil }
    let below = path.dropFirst(basePath.isEmpty ? 0 : basePath.count)
    return Reference("/" + PercentEncoding.encode(path: String(below.drop { $0 == "/" })) + rest[end...])
  }

  /// The host of a web address in lower case, with its port where that is not the usual one, and what is behind it.
  private static func split(_ url: String) -> (host: String, rest: String)? {
    guard let slashes = url.firstRange(of: "//"),
      ["", "http:", "https:"].contains(url[..<slashes.lowerBound].lowercased())
    else { return nil }
    let rest = url[slashes.upperBound...]
    let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
    var host = rest[..<end].lowercased()
    for port in [":443", ":80"] where host.hasSuffix(port) { host.removeLast(port.count) }
    return host.isEmpty ? nil : (host, String(rest[end...]))
  }
}

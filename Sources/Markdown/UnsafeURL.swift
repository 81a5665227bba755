/// Tells URLs that must not stand in a page.
enum UnsafeURL {
  /// The scheme that makes a URL unsafe, or nil for a safe one.
  ///
  /// - Parameter isImage: whether the URL is loaded as an image, which may be a `data:` URL of a bitmap.
  static func scheme(of url: String, isImage: Bool) -> String? {
    // Browsers take control characters and leading spaces out of a URL before they look for its scheme.
    let significant = url.utf8.lazy.filter { $0 > 0x20 }
    guard let first = significant.first, "jvdf".utf8.contains(first | 0x20) else { return nil }
    for scheme in ["javascript", "vbscript", "data", "file"] {
      let head = significant.prefix(scheme.utf8.count + 1)
      guard head.map({ $0 | 0x20 }).elementsEqual(scheme.utf8 + [UInt8(ascii: ":")]) else { continue }
      return scheme == "data" && isImage && isBitmap(significant.dropFirst(5)) ? nil : scheme
    }
    return nil
  }

  private static func isBitmap(_ rest: some Sequence<UInt8>) -> Bool {
    let type = rest.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }.map { $0 | 0x20 }
    return ["image/png", "image/gif", "image/jpeg", "image/webp"].contains { type.elementsEqual($0.utf8) }
  }
}

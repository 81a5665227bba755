/// The addresses that a file `_redirects` sends elsewhere, as Netlify and GitLab Pages read it.
struct RedirectRules: Sendable {
  static let fileName = "_redirects"

  /// The segments of each path; `*` stands for any others at the end, and `:name` for any one.
  private let patterns: [[ArraySlice<UInt8>]]

  init(_ text: [UInt8] = []) {
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let from = line.drop { $0 == 0x20 || $0 == 0x09 }.prefix { $0 > 0x20 }
      guard from.first == UInt8(ascii: "/") else { return nil }
      return from.split(separator: UInt8(ascii: "/"))
    }
  }

  /// Whether a path without its leading slash is sent elsewhere.
  func match(_ path: ArraySlice<UInt8>) -> Bool {
    guard !patterns.isEmpty else { return false }
    let segments = path.split(separator: UInt8(ascii: "/"))
    return patterns.contains { pattern in
      let hasRest = pattern.last?.elementsEqual("*".utf8) ?? false
      let named = hasRest ? pattern.dropLast() : pattern[...]
      guard hasRest ? segments.count >= named.count : segments.count == named.count else { return false }
      return zip(named, segments).allSatisfy { $0.first == UInt8(ascii: ":") || $0.elementsEqual($1) }
    }
  }
}

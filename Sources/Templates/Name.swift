import Bytes

/// A field's name with its hash, which is computed once, when a template or a schema is made.
struct Key: Sendable, Equatable {
  let name: String
  let hash: Int

  init(_ name: String) {
    self.name = name
    hash = Int(truncatingIfNeeded: Fingerprint(name.utf8).value)
  }

  static func == (left: Key, right: Key) -> Bool {
    left.hash == right.hash && left.name == right.name
  }
}

/// The name in a tag.
///
/// The first part is looked for in every scope, the others only in what the one before it gave.
struct Name: Sendable {
  /// The parts between dots; none for `.`, the innermost thing that a section stands on.
  let keys: [Key]

  /// - Returns: nil where a part is empty, as in `a..b`.
  init?(_ text: String) {
    let parts = text == "." ? [] : text.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.contains("") else { return nil }
    keys = parts.map { Key(String($0)) }
  }

  /// The name as a tag writes it.
  var description: String {
    keys.isEmpty ? "." : keys.map(\.name).joined(separator: ".")
  }
}

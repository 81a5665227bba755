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
enum Name: Sendable {
  /// `.`: the innermost thing that a section stands on.
  case current
  /// `a`, or `a.b.c`: the first part is looked for in every scope, the others only in what the one before it gave.
  case field(Key, rest: [Key])

  /// - Returns: nil where a part is empty, as in `a..b`.
  init?(_ text: String) {
    if text == "." {
      self = .current
      return
    }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.contains("") else { return nil }
    self = .field(Key(String(parts[0])), rest: parts.dropFirst().map { Key(String($0)) })
  }
}

extension Name {
  /// The name as a tag writes it.
  var description: String {
    switch self {
    case .current: "."
    case .field(let key, let rest): ([key] + rest).map(\.name).joined(separator: ".")
    }
  }
}

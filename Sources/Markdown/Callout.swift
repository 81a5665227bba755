/// A note that stands out of the text, in whatever dialect it was written.
struct Callout {
  /// What a note is for: its icon and colour.
  enum Kind: String, CaseIterable {
    case note, tip, important, success, question, warning, danger
    /// What is set apart for another reason: an example, a summary, a quotation.
    case aside
  }

  let kind: Kind
  /// The type as it was written, which stands for a title.
  let type: String
  /// What stands above its text.
  var heading: Heading = .type
  /// Classes beside those of its kind; letters, digits, `-` and `_` only.
  var classes: [String] = []
  /// Whether a reader can fold it, and how they find it.
  var folding: Folding?

  enum Heading {
    case type
    /// The node's first child.
    case title
    case none
  }

  enum Folding { case open, closed }

  /// The type as a reader finds it: `note` as "Note".
  var word: String { type.prefix(1).uppercased() + type.dropFirst() }
}

extension Callout.Kind {
  /// The types that the dialects have, in lower case.
  ///
  /// GitHub's `caution` is another one: see `Alerts`.
  private static let types: [(names: [String], kind: Callout.Kind)] = [
    (["note", "info", "seealso", "todo"], .note),
    (["tip", "hint"], .tip),
    (["important"], .important),
    (["success", "check", "done"], .success),
    (["question", "help", "faq"], .question),
    (["warning", "caution", "attention"], .warning),
    (["danger", "error", "failure", "fail", "missing", "bug"], .danger),
    (["example", "abstract", "summary", "tldr", "quote", "cite", "secondary", "details"], .aside),
  ]

  /// - Returns: nil for a type that no dialect has.
  init?(type: String) {
    let name = type.lowercased()
    guard let kind = Callout.Kind.types.first(where: { $0.names.contains(name) })?.kind else { return nil }
    self = kind
  }

  /// For did-you-mean.
  static let typeNames = types.flatMap(\.names)
}

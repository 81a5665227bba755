import Bytes

/// What a name in a template stands for.
@usableFromInline package enum Value: Sendable {
  /// Absent: falsy, and written as nothing.
  case none
  case flag(Bool)
  /// Text of any origin, escaped where it is written. Empty text is falsy.
  case text(String)
  /// Text of the interface, written in the language of the templates and escaped.
  case phrase(Wording)
  /// HTML, written as it is. An empty fragment is falsy.
  case html(Fragment)
  /// An empty list is falsy.
  case list([Value])
  case record(Record)
}

extension Value {
  /// Whether a section over the value is rendered.
  var isTruthy: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .phrase(let wording): !wording.phrase.isEmpty
    case .html(let fragment): !fragment.bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }

  /// - Returns: nil for what is no record, or one without a field of that name.
  func field(_ hash: Int) -> Value? {
    guard case .record(let record) = self else { return nil }
    return record.model.value(of: hash)
  }
}

/// A phrase, for values that other modules see through.
@usableFromInline package struct Wording: Sendable {
  let phrase: Phrase
}

/// A model and its schema; a field is computed only when a template asks for it.
@usableFromInline package struct Record: Sendable {
  @usableFromInline let model: any ErasedModel

  @inlinable init(model: any ErasedModel) {
    self.model = model
  }
}

/// A model with its schema, its type forgotten.
///
/// An object, so that scopes and lists pass it on for one count.
@usableFromInline protocol ErasedModel: AnyObject, Sendable {
  /// The value of the field whose name has a hash; nil where there is none.
  func value(of hash: Int) -> Value?
}

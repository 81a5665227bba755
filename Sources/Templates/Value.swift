/// What a name in a template stands for.
package enum Value: Sendable {
  /// Absent: falsy, and written as nothing.
  case none
  case flag(Bool)
  /// Text of any origin, escaped where it is written. Empty text is falsy.
  case text(String)
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
    case .html(let fragment): !fragment.bytes.isEmpty
    case .list(let items): !items.isEmpty
    case .record: true
    }
  }

  /// The value of a field of a record; `none` for a field or a record that is not there.
  func field(_ key: Key) -> Value {
    guard case .record(let record) = self else { return .none }
    return record.value(of: key) ?? .none
  }
}

/// A model and its schema; a field is computed only when a template asks for it.
package struct Record: Sendable {
  let shape: RecordShape
  /// The value of the field at a position in `shape`.
  let read: @Sendable (Int) -> Value

  /// - Returns: nil where the record has no such field.
  func value(of key: Key) -> Value? {
    shape.position(of: key).map(read)
  }
}

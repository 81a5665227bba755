/// What a template may ask of a value.
@usableFromInline package enum Shape: Sendable, Hashable {
  case text
  case flag
  case html
  indirect case list(of: Shape)
  case record(RecordShape)
  /// Anything, unchecked: for values whose names are not known before they are rendered.
  case open
}

extension Shape {
  /// For messages: "a text", "a list", "a page".
  var description: String {
    switch self {
    case .text: "a text"
    case .flag: "a flag"
    case .html: "HTML"
    case .list: "a list"
    case .record(let record): record.description
    case .open: "anything"
    }
  }
}

/// The fields of one kind of record: a name for messages, and the shape of each field.
///
/// A class, since shapes may be recursive: two are the same if they are one object, which is how a walk through them ends.
@usableFromInline package final class RecordShape: Sendable {
  let name: String
  let keys: [Key]
  private let shapes: [@Sendable () -> Shape]
  /// Open addressing: a power of two of places, at most half of them taken, so that a search always meets a free one.
  private let table: [Place]

  private struct Place {
    let hash: Int
    /// In `keys`; -1 for a free place.
    let position: Int
  }

  @usableFromInline init(_ name: String, _ fields: [(name: String, shape: @Sendable () -> Shape)]) {
    self.name = name
    keys = fields.map { Key($0.name) }
    shapes = fields.map(\.shape)
    table = RecordShape.table(of: keys)
  }

  /// "a page", "an owner".
  var description: String {
    let article = name.first.map("aeiou".contains) ?? false ? "an" : "a"
    return "\(article) \(name)"
  }

  /// Where in `keys` the name with a hash is.
  ///
  /// That no other name with the same hash is meant, `shape(of:)` has seen to when the template was checked.
  @usableFromInline func position(of hash: Int) -> Int? {
    var index = hash & (table.count - 1)
    while table[index].position >= 0 {
      if table[index].hash == hash { return table[index].position }
      index = (index + 1) & (table.count - 1)
    }
    return nil
  }

  func shape(of key: Key) -> Shape? {
    keys.firstIndex(of: key).map { shapes[$0]() }
  }

  private static func table(of keys: [Key]) -> [Place] {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    var table = Array(repeating: Place(hash: 0, position: -1), count: size)
    for (position, key) in keys.enumerated() {
      var index = key.hash & (size - 1)
      while table[index].position >= 0 { index = (index + 1) & (size - 1) }
      table[index] = Place(hash: key.hash, position: position)
    }
    return table
  }
}

extension RecordShape: Hashable {
  @usableFromInline package static func == (left: RecordShape, right: RecordShape) -> Bool { left === right }

  @usableFromInline package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

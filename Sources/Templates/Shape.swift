/// What a template may ask of a value.
package enum Shape: Sendable, Hashable {
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
package final class RecordShape: Sendable {
  let name: String
  let keys: [Key]
  private let shapes: [@Sendable () -> Shape]
  /// Open addressing by the hash of a key: positions in `keys`, or -1 for a free place.
  private let table: [Int]

  init(_ name: String, _ fields: [(name: String, shape: @Sendable () -> Shape)]) {
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

  func position(of key: Key) -> Int? {
    var place = key.hash & (table.count - 1)
    while table[place] >= 0 {
      if keys[table[place]] == key { return table[place] }
      place = (place + 1) & (table.count - 1)
    }
    return nil
  }

  func shape(of key: Key) -> Shape? {
    position(of: key).map { shapes[$0]() }
  }

  /// At most half full, so that a search always meets a free place.
  private static func table(of keys: [Key]) -> [Int] {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    var table = Array(repeating: -1, count: size)
    for (position, key) in keys.enumerated() {
      var place = key.hash & (size - 1)
      while table[place] >= 0 { place = (place + 1) & (size - 1) }
      table[place] = position
    }
    return table
  }
}

extension RecordShape: Hashable {
  package static func == (left: RecordShape, right: RecordShape) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

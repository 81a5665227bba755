/// What merman says of a source that it does not draw: UniFFI's form of its `MermanError`.
///
/// Numbers are in network order, a text is its length as 32 bits and its bytes, an optional value a byte and then the value.
struct MermanError {
  /// What is wrong, for a reader.
  let reason: String
  /// Where in the source, in bytes, if it says so.
  let offset: Int?

  init(_ bytes: [UInt8]) {
    var reader = Reader(bytes)
    reader.skip(8)  // variant and code
    _ = reader.text()  // name of the code
    reader.skip(4)  // kind
    _ = reader.optional { $0.text() }  // capability
    _ = reader.optional { reader in  // resource
      for _ in 0..<3 { _ = reader.text() }
      reader.skip(16)
      _ = reader.text()
    }
    offset = reader.optional { $0.diagnosticOffset() }.flatMap { $0 }
    _ = reader.optional { reader in  // icon registry
      _ = reader.text()
      _ = reader.optional { $0.skip(8) }
      _ = reader.optional { $0.text() }
    }
    _ = reader.optional { reader in  // cancellation
      for _ in 0..<2 { _ = reader.text() }
    }
    reason = reader.text() ?? "the library does not say why"
  }

  /// Reads what is there; what is not is nil.
  private struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
      rest = bytes[...]
    }

    mutating func skip(_ count: Int) {
      rest = rest.dropFirst(count)
    }

    private mutating func number(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      defer { skip(count) }
      return rest.prefix(count).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func text() -> String? {
      guard let count = number(4), count <= rest.count else { return nil }
      defer { skip(count) }
      return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    mutating func optional<Value>(_ read: (inout Reader) -> Value) -> Value? {
      number(1) == 1 ? read(&self) : nil
    }

    mutating func diagnosticOffset() -> Int? {
      _ = text()  // code
      let start = optional { reader in
        let start = reader.number(8)
        reader.skip(8)
        _ = reader.text()
        return start
      }
      for _ in 0..<2 { _ = optional { $0.text() } }
      for _ in 0..<2 { _ = optional { $0.skip(8) } }
      for _ in 0..<2 { _ = optional { $0.text() } }
      return start.flatMap { $0 }
    }
  }
}

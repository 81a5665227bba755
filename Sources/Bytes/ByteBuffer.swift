/// A growing run of UTF-8 bytes: the one thing that every writer of HTML, JSON or text appends to.
package struct ByteBuffer: Sendable {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// An empty buffer with room for `capacity` bytes.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package var count: Int { bytes.count }

  /// Takes back what was appended behind the first bytes.
  package mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  /// Appends text as it is.
  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends bytes as they are.
  package mutating func append(_ other: [UInt8]) {
    bytes.append(contentsOf: other)
  }

  /// Appends bytes as they are.
  package mutating func append(_ other: ArraySlice<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Appends the bytes behind a pointer as they are.
  package mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: other)
  }

  package mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends text so that it stands for itself under `escape`.
  package mutating func append(_ text: String, escaping escape: Escape) {
    var text = text
    text.withUTF8 { append($0, escaping: escape) }
  }

  /// Appends bytes so that they stand for themselves under `escape`.
  package mutating func append(_ other: [UInt8], escaping escape: Escape) {
    other.withUnsafeBufferPointer { append($0, escaping: escape) }
  }

  /// Appends the bytes behind a pointer so that they stand for themselves under `escape`.
  package mutating func append(_ other: UnsafeBufferPointer<UInt8>, escaping escape: Escape) {
    var runStart = 0
    let escaped = escape.escaped
    for index in other.indices where escaped.contains(other[index]) {
      guard let (replacement, length) = escape.replacement(at: index, in: other) else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: other[runStart..<index]))
      bytes.append(contentsOf: replacement.utf8)
      runStart = index + length
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: other[runStart...]))
  }

  /// The bytes as text; ill-formed sequences become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}

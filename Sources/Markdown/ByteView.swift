import Bytes
import CCMarkGFM

/// Bytes that something else keeps alive: of a node for as long as its tree lives, of the source while it is rendered.
///
/// Every access is checked against the bounds.
@safe struct ByteView {
  let bytes: UnsafeBufferPointer<UInt8>

  init(_ chunk: cmark_chunk) {
    unsafe bytes = unsafe UnsafeBufferPointer(start: chunk.data, count: chunk.data == nil ? 0 : Int(chunk.len))
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = unsafe bytes }

  var count: Int { unsafe bytes.count }
  var isEmpty: Bool { unsafe bytes.isEmpty }
  var text: String { unsafe String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    precondition(index >= 0 && index < count)
    return unsafe bytes[index]
  }

  subscript(range: Range<Int>) -> ByteView { unsafe ByteView(UnsafeBufferPointer(rebasing: bytes[range])) }

  /// A copy that may outlive the tree.
  var array: [UInt8] { unsafe Array(bytes) }

  /// Whether `other` stands at an offset, which may lie outside.
  func has(_ other: some Collection<UInt8>, at offset: Int) -> Bool {
    guard offset >= 0, offset + other.count <= count else { return false }
    return self[offset..<offset + other.count].elementsEqual(other)
  }

  /// Whether `other` stands at an offset, which may lie outside.
  func has(_ other: String, at offset: Int) -> Bool {
    has(other.utf8, at: offset)
  }

  /// Whether these are the letters of `other`, which is in lower case.
  func equalsIgnoringCase(_ other: String) -> Bool {
    unsafe bytes.lazy.map { $0 | 0x20 }.elementsEqual(other.utf8)
  }

  private func elementsEqual(_ other: some Sequence<UInt8>) -> Bool { unsafe bytes.elementsEqual(other) }

  /// Whether a character stands at an offset that may begin a host name: neither space nor punctuation.
  func beginsHost(at offset: Int) -> Bool {
    guard offset < count else { return false }
    var character: Int32 = 0
    let rest = unsafe UnsafeBufferPointer(rebasing: bytes[offset...])
    guard unsafe cmark_utf8proc_iterate(rest.baseAddress, Int32(rest.count), &character) > 0 else { return false }
    return cmark_utf8proc_is_space(character) == 0 && cmark_utf8proc_is_punctuation(character) == 0
  }

  /// What the named entity stands for whose `&` stands before these bytes, and its length without the `&`.
  var decodedEntity: (bytes: [UInt8], length: Int)? {
    var buffer = unsafe cmark_strbuf()
    unsafe cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { unsafe cmark_strbuf_free(&buffer) }
    // No name is longer; the library would look at more of the text for each.
    let length = unsafe Int(houdini_unescape_ent(&buffer, bytes.baseAddress, Int32(min(count, 40))))
    guard length > 0 else { return nil }
    return unsafe (Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))), length)
  }

  /// Where `text` first stands, found by the one of its bytes at `anchor`, which should be a rare one.
  func offset(of text: String, anchor: Int = 0) -> Int? {
    guard let rare = text.utf8.dropFirst(anchor).first, let start = unsafe bytes.baseAddress else { return nil }
    var position = anchor
    while position < count, let found = unsafe memchr(start + position, Int32(rare), count - position) {
      let offset = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start) - anchor
      if has(text, at: offset) { return offset }
      position = offset + anchor + 1
    }
    return nil
  }

  /// The text without white space at its end.
  var trimmedEnd: ByteView {
    var end = count
    while end > 0, isSpace(self[end - 1]) { end -= 1 }
    return self[0..<end]
  }

  /// A link's label as the library compares labels: case folded, white space trimmed and collapsed.
  var normalizedLabel: String {
    var buffer = unsafe cmark_strbuf()
    unsafe cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { unsafe cmark_strbuf_free(&buffer) }
    unsafe cmark_utf8proc_case_fold(&buffer, bytes.baseAddress, Int32(count))
    unsafe cmark_strbuf_trim(&buffer)
    unsafe cmark_strbuf_normalize_whitespace(&buffer)
    return unsafe String(decoding: UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size)), as: UTF8.self)
  }

  /// How many line ends stand before the last byte.
  var lineEndCount: Int { unsafe bytes.dropLast().count { $0 == 0x0A } }

  /// The line end that comes next, or the end.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return end
  }

  /// The first bytes, up to a bound, cut between characters.
  func cut(to bound: Int) -> ByteView {
    guard count > bound else { return self }
    var end = bound
    while end > 0, self[end] & 0xC0 == 0x80 { end -= 1 }
    return self[0..<end]
  }

  func contains(_ byte: UInt8) -> Bool { unsafe bytes.contains(byte) }

  func prefix(while isIncluded: (UInt8) -> Bool) -> ByteView {
    var end = 0
    while end < count, isIncluded(self[end]) { end += 1 }
    return self[0..<end]
  }
}

extension ByteBuffer {
  mutating func append(_ text: ByteView) { unsafe append(text.bytes) }

  mutating func append(_ text: ByteView, escaping escape: Escape) { unsafe append(text.bytes, escaping: escape) }
}

extension [UInt8] {
  /// Whether any byte is 0.
  var hasNUL: Bool {
    unsafe withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start, 0, bytes.count) != nil
    }
  }
}

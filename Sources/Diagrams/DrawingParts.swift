import Bytes

/// Parts of a drawing that are being written.
struct DrawingParts {
  private var done: [Drawing.Part] = []
  private var markup = ByteBuffer()

  var parts: [Drawing.Part] { markup.count > 0 ? done + [.markup(markup.bytes)] : done }

  mutating func append(_ text: String) {
    markup.append(text)
  }

  /// Appends what XML has between tags or quotation marks, with its references as they are.
  mutating func append(kept bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "<"): markup.append("&lt;")
      case UInt8(ascii: ">"): markup.append("&gt;")
      case UInt8(ascii: "\""): markup.append("&quot;")
      default: markup.append(byte)
      }
    }
  }

  /// Appends coordinates without the decimals behind the second, which nobody sees.
  mutating func append(coordinates bytes: ArraySlice<UInt8>) {
    var decimals: Int?
    for byte in bytes {
      let isDigit = (0x30...0x39).contains(byte)
      if byte == UInt8(ascii: ".") {
        decimals = 0
      } else if isDigit, let count = decimals {
        decimals = count + 1
        if count >= 2 { continue }
      } else if !isDigit {
        decimals = nil
      }
      append(kept: [byte])
    }
  }

  mutating func append(_ part: Drawing.Part) {
    if markup.count > 0 { done.append(.markup(markup.bytes)) }
    markup = ByteBuffer()
    done.append(part)
  }

  mutating func append(_ other: DrawingParts) {
    for part in other.done { append(part) }
    markup.append(other.markup.bytes)
  }
}

/// A start tag without its last bracket.
struct StartTag {
  let name: String
  private(set) var content = DrawingParts()
  private(set) var hasAttributes = false

  init(_ name: String) {
    self.name = name
    content.append("<\(name)")
  }

  mutating func add(_ name: String, _ value: String) {
    add(name) { $0.append(value) }
  }

  mutating func add(_ name: String, coordinates: ArraySlice<UInt8>) {
    add(name) { $0.append(coordinates: coordinates) }
  }

  mutating func add(_ name: String, before: String = "", _ part: Drawing.Part, _ after: String = "") {
    add(name) {
      $0.append(before)
      $0.append(part)
      $0.append(after)
    }
  }

  private mutating func add(_ name: String, _ write: (inout DrawingParts) -> Void) {
    hasAttributes = true
    content.append(" \(name)=\"")
    write(&content)
    content.append("\"")
  }
}

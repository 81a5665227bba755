/// Finds what a style sheet fetches: `url(…)`, the text of an `@import` and those of an `image-set(…)` (CSS Syntax,
/// section 4; CSS Images 4, section 2.2).
struct StyleScanner {
  private let text: Text
  private let end: Int
  private var position: Int
  /// Parentheses that are open, and how many were before that of the `image-set` which is being read.
  private var depth = 0
  private var imageSet: Int?
  private let found: (Range<Int>) -> Void

  /// - Parameter found: called with each address, as it is written and without its quotes.
  static func scan(_ text: Text, _ range: Range<Int>, found: (Range<Int>) -> Void) {
    withoutActuallyEscaping(found) { found in
      var scanner = StyleScanner(text: text, end: range.upperBound, position: range.lowerBound, found: found)
      scanner.scan()
    }
  }

  private mutating func scan() {
    while position < end {
      switch text[position] {
      case UInt8(ascii: "/") where text.has("/*", at: position, before: end): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if let string = readString(), imageSet.map({ depth == $0 + 1 }) == true { found(string) }
      case UInt8(ascii: "("):
        depth += 1
        position += 1
      case UInt8(ascii: ")"):
        depth = max(0, depth - 1)
        if depth == imageSet { imageSet = nil }
        position += 1
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
        (depth, imageSet) = (0, nil)
        position += 1
      case UInt8(ascii: "@"): readAtKeyword()
      case let byte where byte.isNameByte || byte == UInt8(ascii: "\\"): readName()
      default: position += 1
      }
    }
  }

  private mutating func skipComment() {
    position += 2
    while position < end, !text.has("*/", at: position, before: end) { position += 1 }
    position += 2
  }

  private mutating func skipBlanksAndComments() {
    while position < end {
      if text[position].isBlank {
        position += 1
      } else if text.has("/*", at: position, before: end) {
        skipComment()
      } else {
        return
      }
    }
  }

  /// A string that a line break ends is none.
  private mutating func readString() -> Range<Int>? {
    let quote = text[position]
    position += 1
    let start = position
    while position < end {
      switch text[position] {
      case quote:
        position += 1
        return start..<position - 1
      case UInt8(ascii: "\\"): position += 2
      case 0x0A, 0x0C, 0x0D: return nil
      default: position += 1
      }
    }
    return start <= end ? start..<end : nil
  }

  private mutating func readAtKeyword() {
    position += 1
    let start = position
    skipName()
    if text.has("import", in: start..<position) {
      skipBlanksAndComments()
      guard position < end, text[position] == UInt8(ascii: "\"") || text[position] == UInt8(ascii: "'") else { return }
      if let address = readString() { found(address) }
    } else if text.has("namespace", in: start..<position) || text.has("document", in: start..<position) {
      // These name addresses and fetch none.
      while position < end, text[position] != UInt8(ascii: ";"), text[position] != UInt8(ascii: "{") { position += 1 }
    }
  }

  private mutating func skipName() {
    while position < end {
      if text[position].isNameByte {
        position += 1
      } else if text[position] == UInt8(ascii: "\\") {
        skipEscape()
      } else {
        return
      }
    }
  }

  /// A backslash with six hexadecimal digits at most and a blank, or with any other character.
  private mutating func skipEscape() {
    position += 1
    let digits = position
    while position < min(end, digits + 6), text[position].hexadecimalValue != nil { position += 1 }
    if position == digits || position < end && text[position].isBlank { position += 1 }
  }

  private mutating func readName() {
    let start = position
    skipName()
    guard position < end, text[position] == UInt8(ascii: "(") else { return }
    if text.has("image-set", in: start..<position) || text.has("-webkit-image-set", in: start..<position) {
      imageSet = imageSet ?? depth
    }
    guard isURL(start..<position) else { return }
    position = text.offset(behindBlanksAt: position + 1, to: end)
    guard position < end else { return }
    if text[position] == UInt8(ascii: "\"") || text[position] == UInt8(ascii: "'") {
      depth += 1
      if let address = readString() { found(address) }
    } else if let address = readUnquotedAddress() {
      found(address)
    }
  }

  private func isURL(_ name: Range<Int>) -> Bool {
    if text.has("url", in: name) { return true }
    guard text[name].contains(UInt8(ascii: "\\")) else { return false }
    return StyleEscapes.decode(text[name]).map(\.lowercased).elementsEqual("url".utf8)
  }

  /// An address with quotes, parentheses or blanks in it is none (CSS Syntax, section 4.3.6).
  private mutating func readUnquotedAddress() -> Range<Int>? {
    let start = position
    var stop = start
    var isBad = false
    while position < end, text[position] != UInt8(ascii: ")") {
      let byte = text[position]
      if byte.isBlank {
        position += 1
        continue
      }
      isBad =
        isBad || stop < position || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "(")
      if byte == UInt8(ascii: "\\") { skipEscape() } else { position += 1 }
      stop = min(position, end)
    }
    position += 1
    return isBad ? nil : start..<stop
  }
}

/// The escapes of style sheets (CSS Syntax, section 4.3.7).
enum StyleEscapes {
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        decoded.append(byte)
        continue
      }
      var value = 0
      var digits = 0
      while digits < 6, let digit = rest.first?.hexadecimalValue {
        value = value * 16 + digit
        digits += 1
        rest = rest.dropFirst()
      }
      if digits > 0 {
        if let blank = rest.first, blank.isBlank { rest = rest.dropFirst() }
        decoded += String(Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}").utf8
      } else {
        rest = rest.dropFirst()
        if next != 0x0A { decoded.append(next) }
      }
    }
    return decoded
  }
}

extension UInt8 {
  /// Whether a name of CSS may hold it.
  fileprivate var isNameByte: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") || self >= 0x80
  }
}

/// A classic script as it is published: without its comments and the blanks that say nothing (ECMA-262, section 12).
///
/// A `/` right behind `)` or `}` is taken for a division, as nearly all of them are; a regular expression there needs
/// brackets round it.
struct Script {
  /// Bytes that need no blank on either side: none of them makes another token of what stands beside it.
  private static let separators = Array("{}()[];,:?=".utf8)
  /// Bytes behind which, and before which, no statement ends at a line break that would not end there anyway.
  private static let openers = Array("{([;,=?:".utf8)
  private static let closers = Array("})].,?:".utf8)
  /// Words behind which an expression begins, and with it perhaps a regular expression.
  private static let operators = ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "yield"]

  private let source: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  private var isSpaced = false
  private var isBroken = false
  /// Braces that are open in each `${` of a template that is being read.
  private var templates: [Int] = []

  static func compacted(_ source: [UInt8]) -> [UInt8] {
    var script = Script(source: source)
    script.output.reserveCapacity(source.count)
    while script.position < source.count { script.step() }
    return script.output
  }

  /// Several scripts as one: each has names of its own, and none is kept from running by a fault of another.
  static func joined(_ sources: [[UInt8]]) -> [UInt8] {
    sources.reduce(into: Array("\"use strict\";".utf8)) { output, source in
      output += "try{".utf8
      output += compacted(source)
      output += "\n}catch(e){reportError(e)}\n".utf8
    }
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func step() {
    switch source[position] {
    case 0x0A, 0x0D:
      isBroken = true
      position += 1
    case 0x20, 0x09, 0x0B, 0x0C:
      isSpaced = true
      position += 1
    case UInt8(ascii: "/"): readSlash()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): copy(to: endOfText)
    case UInt8(ascii: "`"): copy(to: endOfTemplate(from: position + 1))
    case UInt8(ascii: "{"):
      if !templates.isEmpty { templates[templates.count - 1] += 1 }
      copy(to: position + 1)
    case UInt8(ascii: "}"): closeBrace()
    default: copy(to: position + 1)
    }
  }

  private mutating func readSlash() {
    switch position + 1 < source.count ? source[position + 1] : 0 {
    case UInt8(ascii: "/"): position = source[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.count
    case UInt8(ascii: "*"):
      let end = endOfComment
      isSpaced = true
      isBroken = isBroken || source[position..<end].contains { $0 == 0x0A || $0 == 0x0D }
      position = end
    default: copy(to: mayBeginOperand ? endOfExpression : position + 1)
    }
  }

  private mutating func closeBrace() {
    guard let open = templates.last else { return copy(to: position + 1) }
    if open == 0 {
      templates.removeLast()
      copy(to: endOfTemplate(from: position + 1))
    } else {
      templates[templates.count - 1] -= 1
      copy(to: position + 1)
    }
  }

  /// Writes what stands up to a place, behind the one blank or line break that it needs.
  private mutating func copy(to end: Int) {
    let first = source[position]
    if let last = output.last {
      if isBroken, !Self.openers.contains(last), !Self.closers.contains(first) {
        output.append(0x0A)
      } else if isSpaced, !isBroken, Self.needsBlank(between: last, and: first) {
        output.append(0x20)
      }
    }
    (isSpaced, isBroken) = (false, false)
    output += source[position..<min(end, source.count)]
    position = end
  }

  /// Whether two tokens that end and begin so might be read as others without a blank, such as `a + +b` or `1 .toFixed()`.
  private static func needsBlank(between last: UInt8, and first: UInt8) -> Bool {
    if separators.contains(last) || separators.contains(first) { return false }
    let isClose = [last, first].contains {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\")
    }
    return isClose || last.isWordByte == first.isWordByte
  }

  /// Whether an operand may stand here, to go by what was written last.
  private var mayBeginOperand: Bool {
    guard let last = output.last else { return true }
    guard last.isWordByte else { return !Array(")]}\"'`".utf8).contains(last) }
    let start = output.lastIndex { !$0.isWordByte }.map { $0 + 1 } ?? 0
    return Self.operators.contains { output[start...].elementsEqual($0.utf8) }
  }

  // MARK: - Where what begins here ends

  /// Past the quotation that begins here, or past its line where nothing ends it.
  private var endOfText: Int {
    var end = position + 1
    while end < source.count, source[end] != source[position], source[end] != 0x0A {
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end + 1
  }

  private var endOfComment: Int {
    var end = position + 2
    while end + 1 < source.count, source[end] != UInt8(ascii: "*") || source[end + 1] != UInt8(ascii: "/") { end += 1 }
    return min(end + 2, source.count)
  }

  private var endOfExpression: Int {
    var (end, isClass) = (position + 1, false)
    while end < source.count, source[end] != 0x0A, isClass || source[end] != UInt8(ascii: "/") {
      switch source[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isClass = true
      case UInt8(ascii: "]"): isClass = false
      default: break
      }
      end += 1
    }
    return end + 1
  }

  /// Past the backtick that ends a template, or past the `${` that interrupts it.
  private mutating func endOfTemplate(from start: Int) -> Int {
    var end = start
    while end < source.count, source[end] != UInt8(ascii: "`") {
      if source[end] == UInt8(ascii: "$"), end + 1 < source.count, source[end + 1] == UInt8(ascii: "{") {
        templates.append(0)
        return end + 2
      }
      end += source[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return end + 1
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "$"):
      true
    default: false
    }
  }
}

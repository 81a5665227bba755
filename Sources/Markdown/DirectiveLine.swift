import Diagnostics

/// A line that begins a directive, `:::name argument key=value`, or closes one, `:::`.
///
/// The form is that of the generic directives that other tools share, less their braces and their inline form, which
/// takes `10:30` and `n:th` for directives.
struct DirectiveLine {
  let line: ByteView
  let colons: Int
  /// Empty where no name follows the colons.
  let name: Range<Int>
  /// What follows the name, from its first byte on.
  let rest: Range<Int>

  /// - Parameter line: from its first byte that is no blank, without its line end.
  init(_ line: ByteView) {
    let text = line.trimmedEnd
    colons = text.prefix { $0 == UInt8(ascii: ":") }.count
    let start = text.endOfBlanks(from: colons)
    let isName = start < text.count && isLetter(text[start])
    name = start..<(isName ? text.endOfBlockName(from: start) : start)
    rest = name.upperBound..<text.endWithoutColons(after: name.upperBound)
    self.line = line
  }

  var nameText: String { line[name].text }

  /// Whether the line can close a directive: it has three colons or more and nothing else.
  var isEnd: Bool { colons >= 3 && name.isEmpty && rest.isEmpty }

  /// Whether a blank or nothing follows the name.
  var isNameAlone: Bool { rest.isEmpty || isBlank(line[rest.lowerBound]) }

  /// One thing behind the name.
  struct Word {
    /// The bytes before the `=`; nil for an argument.
    let key: Range<Int>?
    /// Without its quotation marks.
    let value: Range<Int>
    let extent: Range<Int>
  }

  /// What keeps a line from being read.
  struct Fault: Error {
    let message: String
    let range: Range<Int>
    let help: String
  }

  /// The words behind the name, in their order.
  func words() throws(Fault) -> [Word] {
    var words: [Word] = []
    var position = line.endOfBlanks(from: rest.lowerBound)
    while position < rest.upperBound {
      let word = try self.word(at: position)
      words.append(word)
      position = line.endOfBlanks(from: word.extent.upperBound)
    }
    return words
  }

  private func word(at start: Int) throws(Fault) -> Word {
    let nameEnd = isLetter(line[start]) ? line.endOfBlockName(from: start) : start
    let isOption = nameEnd > start && nameEnd < rest.upperBound && line[nameEnd] == UInt8(ascii: "=")
    let valueStart = isOption ? nameEnd + 1 : start
    let (value, end) = try value(at: valueStart)
    if isOption, value.isEmpty {
      throw Fault(
        message: "the option \(line[start..<nameEnd].text.quoted) has no value", range: start..<valueStart,
        help: "Write the value behind the '=', without a blank between.")
    }
    return Word(key: isOption ? start..<nameEnd : nil, value: value, extent: start..<end)
  }

  private func value(at start: Int) throws(Fault) -> (value: Range<Int>, end: Int) {
    guard start < rest.upperBound, line[start] == UInt8(ascii: "\"") || line[start] == UInt8(ascii: "'") else {
      let end = rest.upperBound
      let next = (start..<end).first { isBlank(line[$0]) } ?? end
      return (start..<next, next)
    }
    guard let quote = (start + 1..<rest.upperBound).first(where: { line[$0] == line[start] }) else {
      throw Fault(
        message: "the quotation that begins here never ends", range: start..<start + 1,
        help: "Write \(line[start..<start + 1].text) behind its last word.")
    }
    let end = quote + 1
    guard end == rest.upperBound || isBlank(line[end]) else {
      throw Fault(
        message: "text stands right behind a quotation", range: end..<rest.upperBound,
        help: "Write a blank between the two, or put all of it into the quotation.")
    }
    return (start + 1..<quote, end)
  }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

extension ByteView {
  func endOfBlanks(from start: Int) -> Int {
    var end = start
    while end < count, isBlank(self[end]) { end += 1 }
    return end
  }

  /// Past letters, digits, `-` and `_`.
  func endOfBlockName(from start: Int) -> Int {
    var end = start
    while end < count, isLetter(self[end]) || isDigit(self[end]) || self[end] == 0x2D || self[end] == 0x5F { end += 1 }
    return end
  }

  /// Where a line ends without the colons that some write at its end: `:::name argument :::`.
  fileprivate func endWithoutColons(after start: Int) -> Int {
    var end = count
    while end > start, self[end - 1] == UInt8(ascii: ":") { end -= 1 }
    guard count - end >= 3, end > start, isBlank(self[end - 1]) else { return count }
    return start + self[start..<end].trimmedEnd.count
  }
}

import Bytes

/// Whole numbers in printable characters that need no escape in a string of JavaScript.
///
/// A number is its digits to the base of 45, the most significant first; all but the last have 45 added. The digits 0 to 89
/// are the characters from `#` to `}` without the backslash.
enum NumberText {
  private static let base = 45

  /// The greatest number that is one character.
  static let lastOfOneDigit = base - 1

  /// - Parameter number: not negative.
  static func append(_ number: Int, to buffer: inout ByteBuffer) {
    if number >= base { appendLeading(number / base, to: &buffer) }
    buffer.append(character(of: number % base))
  }

  private static func appendLeading(_ number: Int, to buffer: inout ByteBuffer) {
    if number >= base { appendLeading(number / base, to: &buffer) }
    buffer.append(character(of: number % base + base))
  }

  private static func character(of digit: Int) -> UInt8 {
    let character = UInt8(truncatingIfNeeded: digit) + UInt8(ascii: "#")
    return character < UInt8(ascii: "\\") ? character : character + 1
  }
}

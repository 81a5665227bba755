import Bytes
import Testing

@testable import Search

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "#"), (44, "O"), (45, "Q#"), (46, "Q$"), (2024, "}O"), (2025, "QP#"), (100_000, "QTb-"),
  ])
  func writesDigitsOfTheBase45(number: Int, expected: String) {
    var buffer = ByteBuffer()
    NumberText.append(number, to: &buffer)
    #expect(buffer.text == expected)
  }

  @Test func neverNeedsAnEscapeInAString() {
    var buffer = ByteBuffer()
    for number in 0..<10_000 { NumberText.append(number, to: &buffer) }
    #expect(Set(buffer.bytes).isDisjoint(with: [UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "!")]))
  }
}

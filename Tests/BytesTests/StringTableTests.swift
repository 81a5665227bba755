import Bytes
import Testing

@Suite struct StringTableTests {
  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test func numbersCountFromTheFirstInsertion() {
    var table = StringTable(capacity: 2)
    #expect(["b", "", "a", "b", ""].map { table.insert(bytes($0)) } == [0, 1, 2, 0, 1])
    #expect(table.count == 3)
    #expect(table.number(of: bytes("a")) == 2)
    #expect(table.number(of: bytes("c")) == nil)
    #expect(table[0] == bytes("b"))
    #expect(table[1].isEmpty)
  }

  @Test func growsBeyondItsCapacity() {
    var table = StringTable(capacity: 0)
    for number in 0..<1_000 { table.insert(bytes("name \(number)")) }
    #expect((0..<1_000).allSatisfy { (number: Int) in table.number(of: bytes("name \(number)")) == number })
    #expect(table.count == 1_000)
  }
}

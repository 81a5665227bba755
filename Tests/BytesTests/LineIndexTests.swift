import Bytes
import Testing

@Suite struct LineIndexTests {
  @Test func countsEveryKindOfLineEnd() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.lineStarts == [0, 2, 5, 7])
    #expect(index.position(of: 5) == (3, 1))
    #expect(index.position(of: 99) == (4, 2))
    #expect(index.range(ofLine: 2) == 2..<5)
    #expect(index.range(ofLine: 9).isEmpty)
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xFF], 1), ([0xC3], 0), ([0xED, 0xA0, 0x80], 0),
      ([0xF0, 0x9F, 0x9A, 0x80], nil),
      ([0xC0, 0x80], 0), ([0xE2, 0x82], 0),
    ] as [([UInt8], Int?)])
  func findsTheFirstIllFormedByte(bytes: [UInt8], offset: Int?) {
    #expect(bytes.firstInvalidUTF8 == offset)
  }
}

import TestSupport
import Testing

@testable import SocialCards

@Suite struct PNGWriterTests {
  private static let reader = """
    import struct, sys, zlib
    data = open(sys.argv[1], "rb").read()
    assert data[:8] == b"\\x89PNG\\r\\n\\x1a\\n"
    at, pixels = 8, b""
    while at < len(data):
        size, name = struct.unpack(">I4s", data[at:at + 8])
        content = data[at + 8:at + 8 + size]
        assert zlib.crc32(name + content) == struct.unpack(">I", data[at + 8 + size:at + 12 + size])[0]
        if name == b"IHDR": width, height, depth, kind = struct.unpack(">IIBB", content[:10])
        if name == b"IDAT": pixels += content
        at += 12 + size
    raw, size = zlib.decompress(pixels), width * depth // 8
    above = bytes(size)
    for start in range(0, len(raw), size + 1):
        assert raw[start] == 2
        above = bytes((a + b) & 255 for a, b in zip(raw[start + 1:start + 1 + size], above))
        print(above.hex())
    print(width, height, depth, kind)
    """

  /// The rows of a picture as another program reads them, and what its header says.
  private func read(_ rows: [[UInt8]]) throws -> [String] {
    var writer = PNGWriter(width: rows[0].count * 2, height: rows.count, palette: [0, 0xFFFFFF])
    for row in rows { writer.add(row) }
    let folder = try TemporaryFolder()
    try writer.finished.withUnsafeBytes { try folder.write(Array($0), to: "a.png") }
    let output = try Python.run(["-c", PNGWriterTests.reader, folder.path + "/a.png"]).output
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
  func othersReadTheSamePixels() throws {
    let lengths = [1, 2, 3, 4, 5, 10, 11, 12, 18, 66, 67, 68, 131, 257, 258, 259, 260, 261, 262, 300, 516, 517, 600]
    let even = [UInt8](repeating: 0, count: 600)
    let runs = lengths.map { count in
      (0..<600).map { index in index < count ? 0xEE : UInt8(truncatingIfNeeded: index &* 31) }
    }
    let rows = [even] + runs + [even, even]
    let hex = rows.map { $0.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
    #expect(try read(rows) == hex + ["1200 26 4 3"])
  }
}

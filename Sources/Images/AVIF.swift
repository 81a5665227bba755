/// AVIF, a still image in the ISO base media file format (ISO/IEC 14496-12 and 23008-12).
enum AVIF {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard file.has("ftyp", at: 4), ["avif", "avis", "mif1"].contains(where: { file.has($0, at: 8) }) else { return nil }
    guard let meta = find("meta", in: file), let iprp = find("iprp", in: meta.dropFirst(4)),
      let properties = find("ipco", in: iprp)
    else { return .truncated }
    // Items such as thumbnails and tiles have sizes, too; none is larger than the image that they belong to.
    var largest: ImageSize?
    var isTurned = false
    var boxes = BoxReader(properties)
    while let (type, body) = boxes.next() {
      if type == 0x6973_7065, let width = body.big(4, at: 4), let height = body.big(4, at: 8) {
        if max(width, height) > largest.map({ max($0.width, $0.height) }) ?? -1 {
          largest = ImageSize(width: width, height: height)
        }
      } else if type == 0x6972_6F74, let angle = body[0] {
        isTurned = angle & 1 == 1
      }
    }
    return ImageHeader(width: largest?.width, height: largest?.height).turned(if: isTurned)
  }

  /// What stands in the first box of a type.
  private static func find(_ type: String, in container: ByteReader) -> ByteReader? {
    let wanted = type.utf8.reduce(0) { $0 << 8 | Int($1) }
    var boxes = BoxReader(container)
    while let (type, body) = boxes.next() {
      if type == wanted { return body }
    }
    return nil
  }
}

/// Reads box after box.
private struct BoxReader {
  private let container: ByteReader
  private var offset = 0

  init(_ container: ByteReader) { self.container = container }

  /// The type of the next box and what stands in it; nil at the end, or where a box does not lead on.
  mutating func next() -> (type: Int, body: ByteReader)? {
    guard let short = container.big(4, at: offset), let type = container.big(4, at: offset + 4) else { return nil }
    let header = short == 1 ? 16 : 8
    let length = short == 0 ? container.count - offset : short == 1 ? container.big(8, at: offset + 8) : short
    guard let length, length >= header else { return nil }
    defer { offset += length }
    return (type, container[offset + header..<offset + length])
  }
}

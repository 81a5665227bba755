/// Portable Network Graphics (ISO/IEC 15948).
enum PNG {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard file.has("PNG\r\n\u{1A}\n", at: 1), file[0] == 0x89 else { return nil }
    guard file.has("IHDR", at: 12) || file.count < 16 else { return .faulty("has no header") }
    return ImageHeader(width: file.big(4, at: 16), height: file.big(4, at: 20))
  }
}

/// Graphics Interchange Format, 87a and 89a.
enum GIF {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard file.has("GIF87a") || file.has("GIF89a") else { return nil }
    return ImageHeader(width: file.little(2, at: 6), height: file.little(2, at: 8))
  }
}

/// WebP (RFC 9649): lossy, lossless or extended.
enum WebP {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard file.has("RIFF"), file.has("WEBP", at: 8) else { return nil }
    if file.has("VP8X", at: 12) {
      return ImageHeader(width: file.little(3, at: 24).map { $0 + 1 }, height: file.little(3, at: 27).map { $0 + 1 })
    }
    if file.has("VP8L", at: 12) {
      guard file[20] == 0x2F || file.count < 21 else { return .faulty("has no header") }
      let bits = file.little(4, at: 21)
      return ImageHeader(width: bits.map { $0 & 0x3FFF + 1 }, height: bits.map { $0 >> 14 & 0x3FFF + 1 })
    }
    guard file.has("VP8 ", at: 12) || file.count < 16 else { return .faulty("has no header") }
    return ImageHeader(
      width: file.little(2, at: 26).map { $0 & 0x3FFF }, height: file.little(2, at: 28).map { $0 & 0x3FFF })
  }
}

/// JPEG (ITU-T T.81), with the orientation that a camera wrote (Exif 2.32), which browsers follow.
enum JPEG {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard file.big(3, at: 0) == 0xFFD8FF else { return nil }
    var offset = 2
    var isTurned = false
    while let mark = file[offset], let marker = file[offset + 1] {
      guard mark == 0xFF else { return .faulty("has no frame") }
      switch marker {
      case 0xFF: offset += 1
      case 0x01, 0xD0...0xD8: offset += 2
      case 0xD9, 0xDA: return .faulty("has no frame")
      default:
        guard let length = file.big(2, at: offset + 2) else { return .truncated }
        guard length >= 2 else { return .faulty("has an empty segment") }
        if isFrame(marker) {
          return ImageHeader(width: file.big(2, at: offset + 7), height: file.big(2, at: offset + 5)).turned(
            if: isTurned)
        }
        if marker == 0xE1 { isTurned = isTurned || Exif.isTurned(file[offset + 4..<offset + 2 + length]) }
        offset += 2 + length
      }
    }
    return .truncated
  }

  private static func isFrame(_ marker: UInt8) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }
}

/// The orientation in the metadata of a camera.
private enum Exif {
  /// Whether the image is to be shown after a quarter turn.
  static func isTurned(_ segment: ByteReader) -> Bool {
    guard segment.has("Exif\0\0") else { return false }
    let tiff = segment.dropFirst(6)
    let isLittle = tiff.has("II")
    func number(_ length: Int, at offset: Int) -> Int? {
      isLittle ? tiff.little(length, at: offset) : tiff.big(length, at: offset)
    }
    guard let directory = number(4, at: 4), let entries = number(2, at: directory) else { return false }
    for entry in 0..<entries {
      let offset = directory + 2 + 12 * entry
      guard let tag = number(2, at: offset) else { return false }
      if tag == 0x0112 { return number(2, at: offset + 8).map { (5...8).contains($0) } ?? false }
    }
    return false
  }
}

import Testing

@testable import Images

/// Bytes by their hexadecimal digits.
private func bytes(_ hex: String) -> [UInt8] {
  let digits = Array(hex.filter { $0 != " " })
  return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0..<$0 + 2]), radix: 16) }
}

/// The beginnings of images of 7 × 5 pixels, as Pillow writes them.
private enum Sample {
  static let png = bytes("89504e470d0a1a0a 0000000d 49484452 00000007 00000005 08020000 0006f861 8f")
  static let gif = bytes("474946383761 0700 0500 810000")
  static let lossy = bytes("52494646 3a000000 57454250 56503820 2e000000 b00100 9d012a 0700 0500 0140")
  static let lossless = bytes("52494646 1e000000 57454250 5650384c 11000000 2f 06000100 07508f22 d7a3ff")
  static let extended = bytes("52494646 5e000000 57454250 56503858 0a000000 10000000 060000 040000 414c5048")
  static let jpeg = bytes("ffd8 ffe0 0004 0000 ffff ffc2 0011 08 0005 0007 03")
  static let avif = bytes(
    """
    00000020 66747970 61766966 00000000 61766966 6d696631 6d696166 4d413142 000000eb 6d657461 00000000 00000021 68646c72 \
    00000000 00000000 70696374 00000000 00000000 00000000 00 0000000e 7069746d 00000000 0001 0000001e 696c6f63 00000000 \
    4400 0001 0001 0000 0001 00000113 00000029 00000028 69696e66 00000000 0001 0000001a 696e6665 02000000 0001 0000 \
    61763031 436f6c6f7200 0000006a 69707270 0000004b 6970636f 00000014 69737065 00000000 00000007 00000005 00000010 \
    70697869 00000000 03080808 0000000c 61763143 81000c00 00000013 636f6c72 6e636c78 0001000d 000680 00000017 69706d61
    """)

  static let all = [png, gif, lossy, lossless, extended, jpeg, avif]

  /// A photograph whose orientation is written in either order of bytes.
  static func photograph(_ tiff: String) -> [UInt8] {
    let exif = bytes("457869660000 " + tiff)
    return bytes("ffd8 ffe1") + [0, UInt8(exif.count + 2)] + exif + bytes("ffc0 0011 08 0005 0007 03")
  }
}

private func svg(_ text: String) -> ImageHeader { ImageHeader(Array(text.utf8)) }

private let sample = ImageHeader.size(ImageSize(width: 7, height: 5))

@Suite struct ImageHeaderTests {
  @Test(arguments: Sample.all) func readsTheSize(of file: [UInt8]) { #expect(ImageHeader(file) == sample) }

  @Test(arguments: Sample.all) func aFileCutShortIsNoFault(file: [UInt8]) {
    for count in 0..<file.count {
      let header = ImageHeader(Array(file.prefix(count)))
      #expect(header == .truncated || header == sample || count < 12 && header == .unknown, "\(count): \(header)")
    }
  }

  @Test func aPhotographIsTurnedAsItsCameraSays() {
    let turned = ImageHeader.size(ImageSize(width: 5, height: 7))
    #expect(ImageHeader(Sample.photograph("4d4d002a 00000008 0001 0112 0003 00000001 0006 0000")) == turned)
    #expect(ImageHeader(Sample.photograph("49492a00 08000000 0100 1201 0300 01000000 0800 0000")) == turned)
    #expect(ImageHeader(Sample.photograph("4d4d002a 00000008 0001 0112 0003 00000001 0003 0000")) == sample)
    #expect(ImageHeader(Sample.photograph("4d4d002a ffffffff ffff")) == sample)
  }

  @Test func aTurnedAVIFIsTurned() {
    var file = Sample.avif
    // In the place of the box that tells the depth of its channels.
    if let depth = file.firstRange(of: Array("pixi".utf8)) {
      file.replaceSubrange(depth, with: Array("irot".utf8))
      file[depth.upperBound] = 1
    }
    #expect(ImageHeader(file) == .size(ImageSize(width: 5, height: 7)))
  }

  @Test func sizesThatCannotBeAreFaults() {
    #expect(
      ImageHeader(bytes("89504e470d0a1a0a 0000000d 49484452 80000000 80000000"))
        == .faulty("claims to be 2147483648 × 2147483648 pixels"))
    #expect(ImageHeader(bytes("474946383961 0000 0500 00")) == .faulty("claims to be 0 × 5 pixels"))
    #expect(svg("<svg width='1e300' height='1'/>") == .faulty("claims to be 1e+300 × 1.0 pixels"))
  }

  @Test func contradictionsAreFaults() {
    #expect(ImageHeader(bytes("89504e470d0a1a0a 0000000d 49484453 00000007 00000005")) == .faulty("has no header"))
    #expect(ImageHeader(bytes("ffd8 ffe0 0001 0000")) == .faulty("has an empty segment"))
    #expect(ImageHeader(bytes("ffd8 ffe0 0004 0000 ffda 0000")) == .faulty("has no frame"))
    #expect(ImageHeader(bytes("ffd8 ffe0 0004 0000 00")) == .truncated)
    #expect(ImageHeader(bytes("ffd8 ffe0 0004 0000 0000")) == .faulty("has no frame"))
  }

  @Test func boxesThatLeadNowhereEnd() {
    let type = "00000018 66747970 61766966 00000000 61766966 6d696631"
    #expect(ImageHeader(bytes(type + "00000000 66726565")) == .truncated)
    #expect(ImageHeader(bytes(type + "00000004 66726565 00000004 66726565")) == .truncated)
    #expect(ImageHeader(bytes(type + "00000001 66726565 00000000 00000000")) == .truncated)
    #expect(ImageHeader(bytes(type + "00000001 66726565 3fffffff ffffffff 00")) == .truncated)
    #expect(ImageHeader(bytes(type + "0000000c 6d657461 00000000")) == .truncated)
  }

  @Test func otherFilesAreUnknown() {
    #expect(ImageHeader([]) == .unknown)
    #expect(ImageHeader(Array("BM".utf8)) == .unknown)
    #expect(svg("<html><svg width='1' height='1'/></html>") == .unknown)
  }
}

@Suite struct SVGTests {
  @Test func widthAndHeightAreInPixels() {
    #expect(svg("<svg width=\"7\" height='5px'>") == sample)
    #expect(svg("<svg width=\"1in\" height=\"2.54cm\">") == .size(ImageSize(width: 96, height: 96)))
    #expect(svg("<svg width=\"0.2\" height=\"72pt\">") == .size(ImageSize(width: 1, height: 96)))
  }

  @Test func viewBoxSaysWhatTheyLeaveOut() {
    #expect(svg("<svg viewBox='0 0 7,5'>") == sample)
    #expect(svg("<svg viewBox='0 0 14 10' width='7'>") == sample)
    #expect(svg("<svg height='5' viewBox='0 0 14 10'>") == sample)
    #expect(svg("<svg width='100%' height='100%' viewBox='0 0 7 5'>") == sample)
  }

  @Test func withoutALengthThereIsNoSize() {
    #expect(svg("<svg>") == .unsized)
    #expect(svg("<svg width='7'>") == .unsized)
    #expect(svg("<svg width='7em' height='nan' viewBox='0 0 0 5'>") == .unsized)
    #expect(svg("<svg viewBox='0 0 7'>") == .unsized)
  }

  @Test func theRootIsTheFirstElement() {
    #expect(
      svg(
        """
        \u{FEFF}<?xml version="1.0"?>
        <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "a.dtd" [<!ENTITY b "<c d='1'>">]>
        <!-- <svg width="1" height="1"> -->
        <s:svg xmlns:s="x" a=b width = "7" c
        height="5"/>
        """) == sample)
  }

  @Test func anyMarkupEnds() {
    for text in ["<", "<svg", "<svg a", "<svg a=", "<svg a='", "<!--", "<?", "<!", "</", "< />", "<svg //// ="] {
      #expect(svg(text) == .truncated || svg(text) == .unknown || svg(text) == .unsized, "\(text)")
    }
  }
}

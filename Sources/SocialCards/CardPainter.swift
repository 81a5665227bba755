import Bytes
import CCards

/// Draws the pictures of pages: as PNG with Pango and Cairo where they are there, else as SVG.
@safe package struct CardPainter: @unchecked Sendable {
  /// A table of functions that never changes; nil where the libraries are not there.
  private let pango: OpaquePointer?

  private init(pango: OpaquePointer?) { unsafe self.pango = pango }

  /// Opens the libraries.
  package static func open() -> CardPainter { unsafe CardPainter(pango: portico_pango_open()) }

  /// One that needs no library.
  package static let vectors = unsafe CardPainter(pango: nil)

  package var mediaType: String { unsafe pango == nil ? "image/svg+xml" : "image/png" }

  /// The name of a card's file, which says what is on it: one of that name need not be drawn again.
  package func fileName(of card: SocialCard) -> String {
    Fingerprint(card.key.utf8).hex + (unsafe pango == nil ? ".svg" : ".png")
  }

  package func bytes(of card: SocialCard) -> [UInt8] {
    guard let pango = unsafe pango else { return CardSVG.bytes(of: card) }
    var picture = CardPicture()
    let x = Double(CardDesign.margin)
    unsafe picture.draw(card.site, at: (x, CardDesign.siteTop), size: CardDesign.siteSize, lines: 1, with: pango)
    if let section = card.section {
      unsafe picture.draw(
        section, at: (x, CardDesign.sectionTop), size: CardDesign.sectionSize, lines: 1, with: pango)
    }
    unsafe picture.draw(
      card.title, at: (x, CardDesign.titleTop), size: CardDesign.titleSize, isBold: true,
      lines: CardDesign.titleLines, with: pango)
    return picture.png
  }
}

/// How much of each pixel of a card is covered by text, a byte for each.
private struct CardPicture {
  private var rows: [Range<Int>] = []
  private var coverage = [UInt8](repeating: 0, count: SocialCard.width * SocialCard.height)

  mutating func draw(
    _ text: String, at place: (x: Double, y: Int), size: Int, isBold: Bool = false, lines: Int,
    with pango: OpaquePointer
  ) {
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
        var paragraph = unsafe portico_paragraph(
          text: characters.baseAddress, count: characters.count, x: place.x, y: Double(place.y),
          width: Int32(CardDesign.textWidth), most_lines: Int32(lines), size: Int32(size), is_bold: isBold)
        unsafe coverage.withUnsafeMutableBufferPointer { pixels in
          let height = unsafe portico_pango_draw(
            pango, &paragraph, pixels.baseAddress, Int32(SocialCard.width), Int32(SocialCard.height),
            Int32(SocialCard.width))
          // Marks above capitals and tails reach out of the lines.
          rows.append(place.y - size / 2..<place.y + Int(max(height, 0)) + size / 2)
        }
      }
    }
  }

  /// Eight shades from the background to the colour of the text, then eight to the accent.
  private static let palette =
    (0..<8).map { CardPicture.mixed(CardDesign.text, $0) } + (0..<8).map { CardPicture.mixed(CardDesign.accent, $0) }

  private static func mixed(_ colour: UInt32, _ shade: UInt32) -> UInt32 {
    [16, 8, 0].reduce(0) { mixed, shift in
      let (from, to) = ((CardDesign.background >> shift) & 0xFF, (colour >> shift) & 0xFF)
      return mixed | ((from * (7 - shade) + to * shade) / 7) << shift
    }
  }

  var png: [UInt8] {
    var writer = PNGWriter(width: SocialCard.width, height: SocialCard.height, palette: CardPicture.palette)
    let bar = [UInt8](repeating: 0xFF, count: CardDesign.bar / 2)
    let empty = bar + [UInt8](repeating: 0, count: SocialCard.width / 2 - bar.count)
    for y in 0..<SocialCard.height {
      guard rows.contains(where: { $0.contains(y) }) else {
        writer.add(empty)
        continue
      }
      let isSection = (CardDesign.sectionTop..<CardDesign.titleTop - 4).contains(y)
      var row = empty
      fill(&row, y, base: isSection ? 8 : 0)
      writer.add(row)
    }
    return writer.finished
  }

  /// Two pixels to a byte, behind the bar at the edge; the row is empty until then.
  private func fill(_ row: inout [UInt8], _ y: Int, base: UInt8) {
    let pixels = coverage.span.extracting(y * SocialCard.width..<(y + 1) * SocialCard.width)
    for start in stride(from: CardDesign.bar, to: SocialCard.width, by: 32) {
      // Most of a row stays empty.
      let part = unsafe pixels.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: SIMD32<UInt8>.self)
      guard part.max() >= 32 else { continue }
      for pair in 0..<16 {
        let (left, right) = (part[2 * pair], part[2 * pair + 1])
        if left | right >= 32 { row[start / 2 + pair] = (left >> 5 | base) << 4 | right >> 5 | base }
      }
    }
  }
}

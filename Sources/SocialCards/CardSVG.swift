import Bytes

/// A card as a drawing, for machines without the libraries that make pictures.
enum CardSVG {
  static func bytes(of card: SocialCard) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 1_500)
    let size = "width=\"\(SocialCard.width)\" height=\"\(SocialCard.height)\""
    buffer.append("<svg xmlns=\"http://www.w3.org/2000/svg\" \(size) font-family=\"sans-serif\">\n")
    buffer.append("<rect \(size) fill=\"\(colour(CardDesign.background))\"/>\n")
    buffer.append(
      "<rect width=\"\(CardDesign.bar)\" height=\"\(SocialCard.height)\" fill=\"\(colour(CardDesign.accent))\"/>\n")
    add(card.site, top: CardDesign.siteTop, size: CardDesign.siteSize, CardDesign.text, to: &buffer)
    if let section = card.section {
      add(section, top: CardDesign.sectionTop, size: CardDesign.sectionSize, CardDesign.accent, to: &buffer)
    }
    for (index, line) in lines(of: card.title).enumerated() {
      let top = CardDesign.titleTop + index * CardDesign.titleSize * 6 / 5
      add(line, top: top, size: CardDesign.titleSize, CardDesign.text, isBold: true, to: &buffer)
    }
    buffer.append("</svg>\n")
    return buffer.bytes
  }

  private static func add(
    _ text: String, top: Int, size: Int, _ fill: UInt32, isBold: Bool = false, to buffer: inout ByteBuffer
  ) {
    buffer.append("<text x=\"\(CardDesign.margin)\" y=\"\(top + size)\" font-size=\"\(size)\" fill=\"\(colour(fill))\"")
    buffer.append(isBold ? " font-weight=\"bold\">" : ">")
    buffer.append(text, escaping: .xml)
    buffer.append("</text>\n")
  }

  /// Words as far as they fit by their count, since no font is known.
  private static func lines(of title: String) -> [String] {
    let most = CardDesign.textWidth * 2 / CardDesign.titleSize
    var lines: [String] = []
    for word in title.split(separator: " ") {
      if let last = lines.last, last.count + word.count < most {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word.prefix(most)))
      }
    }
    guard lines.count > CardDesign.titleLines else { return lines }
    return lines.prefix(CardDesign.titleLines - 1) + [lines[CardDesign.titleLines - 1] + "…"]
  }

  private static func colour(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

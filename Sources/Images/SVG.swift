/// Scalable Vector Graphics: the size from `width`, `height` and `viewBox` of the root element.
enum SVG {
  static func read(_ file: ByteReader) -> ImageHeader? {
    guard isMarkup(file) else { return nil }
    var tags = MarkupScanner(file.bytes)
    guard let root = tags.next() else { return tags.isComplete ? nil : .truncated }
    guard root.localName == "svg" else { return nil }
    let box = root["viewBox"].map(numbers) ?? []
    let width = root["width"].flatMap(length)
    let height = root["height"].flatMap(length)
    let ratio = box.count == 4 && box[2] > 0 && box[3] > 0 ? box[2] / box[3] : nil
    return switch (width, height, ratio) {
    case (let width?, let height?, _): header(width, height)
    case (let width?, nil, let ratio?): header(width, width / ratio)
    case (nil, let height?, let ratio?): header(height * ratio, height)
    case (nil, nil, _?): header(box[2], box[3])
    default: .unsized
    }
  }

  /// Whether the first byte that is no blank and no mark of byte order begins a tag.
  private static func isMarkup(_ file: ByteReader) -> Bool {
    let text = file.has("\u{FEFF}") ? file.bytes.dropFirst(3) : file.bytes
    return text.first { !$0.isBlank } == UInt8(ascii: "<")
  }

  private static func header(_ width: Double, _ height: Double) -> ImageHeader {
    guard width.isFinite, height.isFinite, max(width, height) <= Double(ImageSize.bound), min(width, height) >= 0 else {
      return .faulty("claims to be \(width) × \(height) pixels")
    }
    return ImageHeader(width: max(Int(width.rounded()), 1), height: max(Int(height.rounded()), 1))
  }

  /// CSS pixels for each unit (CSS Values 4, section 6.2); those that depend on where the image stands have none.
  private static let units: [(name: String, pixels: Double)] = [
    ("px", 1), ("in", 96), ("cm", 96 / 2.54), ("mm", 9.6 / 2.54), ("pt", 4 / 3.0), ("pc", 16), ("", 1),
  ]

  private static func length(_ text: String) -> Double? {
    for (unit, pixels) in units where text.hasSuffix(unit) {
      return Double(text.dropLast(unit.count)).map { $0 * pixels }
    }
    return nil
  }

  private static func numbers(_ text: String) -> [Double] {
    text.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }.compactMap { Double($0) }
  }
}

/// A label that a library wrote as HTML, to be written as SVG's own text: centred lines where the label stood.
struct HTMLLabel {
  private var x = 0.0
  private var y = 0.0
  private var width = 0.0
  private var height = 0.0
  /// The words of each line that the label itself breaks.
  private var words: [[String]] = [[]]

  /// About what a line of text is high, in the units of the drawing.
  private static let lineHeight = 24.0

  init() {}

  /// - Parameter tag: the element that holds the HTML.
  init(_ tag: XMLTag) {
    func number(_ name: String) -> Double { tag.attribute(name).flatMap { Double($0) } ?? 0 }
    x = number("x")
    y = number("y")
    width = number("width")
    height = number("height")
  }

  mutating func add(_ text: ArraySlice<UInt8>) {
    let text = String(decoding: text, as: UTF8.self)
    words[words.count - 1] += text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  mutating func breakLine() { words.append([]) }

  /// Each line with the tag that places it; the text has its references as they are written.
  var lines: [(tag: XMLTag, text: [UInt8])] {
    let lines = wrapped
    let middle = y + height / 2 - Double(lines.count - 1) * HTMLLabel.lineHeight / 2
    return lines.enumerated().map { index, line in
      let attributes = [
        ("x", "\(x + width / 2)"), ("y", "\(middle + Double(index) * HTMLLabel.lineHeight)"),
        ("text-anchor", "middle"), ("dominant-baseline", "central"),
      ]
      let tag = XMLTag(
        name: "text", attributes: attributes.map { XMLAttribute(name: $0, value: Array($1.utf8)[...]) })
      return (tag, Array(line.utf8))
    }
  }

  /// As many lines as the label is high, about equally long.
  private var wrapped: [String] {
    let lines = words.filter { !$0.isEmpty }
    let count = Int((height / HTMLLabel.lineHeight).rounded())
    guard let only = lines.first, lines.count == 1, count > 1 else { return lines.map { $0.joined(separator: " ") } }
    let length = (only.reduce(0) { $0 + $1.count + 1 } + count - 1) / count
    return only.reduce(into: [String]()) { result, word in
      if let last = result.last, last.count + word.count < length || result.count == count {
        result[result.count - 1] += " " + word
      } else {
        result.append(word)
      }
    }
  }
}

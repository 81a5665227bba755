import Bytes
import Platform

/// A name and how it stands, as an image for a README or as data for <https://shields.io>.
struct Badge: Sendable {
  let label: String
  let message: String
  /// A hexadecimal colour that keeps 4.5:1 to white.
  let colour: String

  /// - Parameter level: the worst of its objectives; nil without any.
  init(label: String, lifecycle: Lifecycle?, level: ObjectiveStatus?) {
    self.label = label
    let state = level.map { $0.state.label.english.lowercased() }
    let standing = state ?? lifecycle?.label.english.lowercased() ?? "no objective"
    message = [standing, level?.budgetLabel?.english].compactMap(\.self).joined(separator: ", ")
    colour = level?.state.badgeColour ?? "5b6470"
  }

  /// A shields endpoint: <https://shields.io/badges/endpoint-badge>.
  var json: [UInt8] {
    let json: JSON = [
      "schemaVersion": 1, "label": .text(label.onOneLine), "message": .text(message), "color": .text(colour),
    ]
    return json.file
  }

  /// Two fields beside one another, as wide as their texts: other programs show it, so it has no style of ours.
  var svg: [UInt8] {
    let name = label.onOneLine
    let (left, right) = (Badge.width(of: name), Badge.width(of: message))
    let (leftField, rightField) = (left + 12, right + 12)
    var buffer = ByteBuffer(capacity: 1_024)
    buffer.append(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(leftField + rightField)\" height=\"20\" role=\"img\"><title>"
    )
    buffer.append("\(name): \(message)", escaping: .xml)
    buffer.append("</title><rect width=\"\(leftField + rightField)\" height=\"20\" rx=\"3\" fill=\"#3b4252\"/>")
    buffer.append(
      "<path d=\"M\(leftField) 0h\(rightField - 3)a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-\(rightField - 3)z\" fill=\"#\(colour)\"/>"
    )
    buffer.append("<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">")
    for (text, x, width) in [(name, 6, left), (message, leftField + 6, right)] {
      buffer.append("<text x=\"\(x)\" y=\"14\" textLength=\"\(width)\" lengthAdjust=\"spacingAndGlyphs\">")
      buffer.append(text, escaping: .xml)
      buffer.append("</text>")
    }
    buffer.append("</g></svg>\n")
    return buffer.bytes
  }

  /// About what Verdana takes at 11 pixels; `textLength` makes other fonts fit.
  static func width(of text: String) -> Int {
    let tenths = text.reduce(0) { sum, character in
      switch character {
      case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!", "I": sum + 40
      case "f", "t", "r", "(", ")", "[", "]", "/", "-", " ": sum + 46
      case "m", "w", "M", "W", "%", "@": sum + 106
      case "A"..."Z": sum + 78
      default: sum + (character.isASCII ? 68 : 110)
      }
    }
    return max(1, (tenths + 5) / 10)
  }
}

extension String {
  /// With one blank for each run of white space.
  var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension ObjectiveStatus.State {
  fileprivate var badgeColour: String {
    switch self {
    case .met: "1a6b3c"
    case .atRisk: "8a5300"
    case .breached, .invalid: "b3261e"
    case .stale, .noData: "5b6470"
    }
  }
}

/// A picture as SVG that any page can take in: its ids await a prefix of the page's, its links their URLs.
package struct Drawing: Sendable, Equatable {
  /// The inside of the SVG element, in pieces.
  package enum Part: Sendable, Equatable {
    /// SVG as it is.
    case markup([UInt8])
    /// An id, or a reference to it, by its number in the drawing.
    case id(Int)
    /// The unescaped destination of a link.
    case url(String)
  }

  /// What the author of the picture calls it, or else what kind of picture it is; unescaped.
  package var title: String
  /// A longer description for who does not see the picture; unescaped.
  package var description: String?
  /// Left, top, width and height of what is shown, in units of about a CSS pixel.
  package var box: (x: Double, y: Double, width: Double, height: Double)
  package var parts: [Part]

  package init(
    title: String, description: String? = nil, box: (x: Double, y: Double, width: Double, height: Double), parts: [Part]
  ) {
    self.title = title
    self.description = description
    self.box = box
    self.parts = parts
  }

  package static func == (a: Drawing, b: Drawing) -> Bool {
    a.title == b.title && a.description == b.description && a.box == b.box && a.parts == b.parts
  }

  /// Whether a reader can follow links in the picture.
  package var hasLinks: Bool {
    parts.contains { if case .url = $0 { true } else { false } }
  }

  /// How a drawing fits into a column of text.
  package enum Fit: String, Sendable {
    /// It can shrink to the width of a phone and still be read.
    case small
    /// It is shown as it is.
    case medium
    /// It is wider than the column: it shrinks to it, but to no less than `least` of its size.
    case wide

    static let least = 0.7
  }

  package var fit: Fit { box.width <= 480 ? .small : box.width <= 736 ? .medium : .wide }

  /// Appends the SVG element, named by its title.
  ///
  /// - Parameters:
  ///   - prefix: what the ids begin with; no other picture of the page may have it.
  ///   - title: instead of the drawing's own.
  ///   - url: appends the escaped URL of a link, given its destination.
  package func write(
    to buffer: inout ByteBuffer, prefix: String, title: String? = nil,
    url: (_ destination: String, _ buffer: inout ByteBuffer) -> Void
  ) {
    // What is in an image is hidden from assistive technology, so one with links is none.
    buffer.append("<svg role=\"\(hasLinks ? "group" : "img")\" aria-labelledby=\"\(prefix)-title\"")
    if description != nil { buffer.append(" aria-describedby=\"\(prefix)-text\"") }
    let scale = fit == .wide ? Fit.least : 1
    let (width, height) = (Int((box.width * scale).rounded(.up)), Int((box.height * scale).rounded(.up)))
    buffer.append(" width=\"\(width)\" height=\"\(height)\" viewBox=\"")
    buffer.append([box.x, box.y, box.width, box.height].map(Drawing.number).joined(separator: " "))
    buffer.append("\"><title id=\"\(prefix)-title\">")
    buffer.append(title ?? self.title, escaping: .xml)
    buffer.append("</title>")
    if let description {
      buffer.append("<desc id=\"\(prefix)-text\">")
      buffer.append(description, escaping: .xml)
      buffer.append("</desc>")
    }
    for part in parts {
      switch part {
      case .markup(let bytes): buffer.append(bytes)
      case .id(let number): buffer.append("\(prefix)-\(number)")
      case .url(let destination): url(destination, &buffer)
      }
    }
    buffer.append("</svg>")
  }

  /// A coordinate with at most two decimals: `12`, `-0.5`.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return "\(sign)\(whole)." + (rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)")
  }
}

/// Why there is no drawing.
package enum DrawingFailure: Error, Sendable, Equatable {
  /// What draws pictures of this kind is not there.
  case unavailable(reason: String)
  /// The source cannot be drawn; with the one-based line of it that is to blame, where that is known.
  case refused(reason: String, line: Int?)
}

/// What draws the sources of pictures.
package struct Drawer: Sendable {
  /// The languages that it knows, in lower case: `mermaid`, `dot`.
  package let languages: [String]
  /// Draws a source in one of the languages; the same source gives the same drawing.
  package let draw: @Sendable (_ language: String, _ source: String) -> Result<Drawing, DrawingFailure>

  package init(
    languages: [String],
    draw: @escaping @Sendable (_ language: String, _ source: String) -> Result<Drawing, DrawingFailure>
  ) {
    self.languages = languages
    self.draw = draw
  }
}

/// How a shape or a text is painted on a page whose colours are not known when it is drawn.
///
/// Greys become roles of the page's own palette, so that drawings follow its colour scheme; other colours stay as they
/// are, and what is written on them gets a colour that can be read there.
enum Paint: Equatable {
  case none
  /// A class that the theme gives a colour.
  case role(String)
  /// A colour, and how much of what is behind it shows through.
  case colour(Colour, opacity: Double?)
  /// A gradient or pattern of the drawing, by its id.
  case reference(String)

  /// The opacity that leaves text on a colour as readable as without it.
  private static let tint = 0.2

  /// The pages of the two schemes, near enough.
  private static let pages = [Colour.white, Colour(red: 16, green: 19, blue: 24)]

  /// The inside of a shape.
  ///
  /// - Parameter isBackground: whether other parts of the drawing lie on it.
  static func fill(_ style: Style, isBackground: Bool) -> Paint {
    switch raw(style[.fill] ?? "black") {
    case .colour(let colour, _):
      let alpha = colour.alpha * (style.number(.fillOpacity) ?? 1) * (style.number(.opacity) ?? 1)
      if alpha == 0 { return .none }
      if colour.isNeutral { return .role(role(ofFill: colour, isDark: alpha > 0.5 && !isBackground)) }
      if isBackground || alpha < 0.9 { return .colour(colour, opacity: min(alpha, tint)) }
      return .colour(colour, opacity: nil)
    case let other: return other
    }
  }

  private static func role(ofFill colour: Colour, isDark: Bool) -> String {
    switch colour.luminance {
    case 0.9...: "paper"
    case ..<0.18 where isDark: "ink"
    default: "surface"
    }
  }

  /// A line: the author's colour where it can be told from the page in either scheme.
  static func stroke(_ style: Style) -> Paint {
    switch raw(style[.stroke] ?? "none") {
    case .colour(let colour, _):
      if colour.alpha == 0 { return .none }
      if !colour.isNeutral, pages.allSatisfy({ colour.contrast(to: $0) >= 3 }) { return .colour(colour, opacity: nil) }
      return .role(colour.luminance > 0.2 && colour.isNeutral ? "faint" : "line")
    case let other: return other
    }
  }

  /// Text: of the page's own colour, unless it stands on a colour.
  ///
  /// - Parameter background: what the text stands on; nil for the page.
  static func text(_ style: Style, on background: Paint?) -> Paint {
    switch background {
    case .role("ink"): return .role("paper")
    case .colour(let back, opacity: nil):
      let wanted = [Style.Property.color, .fill].compactMap { style[$0].flatMap { Colour($0) } }
      let readable = wanted.first { $0.alpha == 1 && $0.contrast(to: back) >= 4.5 }
      return .colour(readable ?? (back.luminance > 0.18 ? .black : .white), opacity: nil)
    default: return .none
    }
  }

  private static func raw(_ value: String) -> Paint {
    if value == "none" { return .none }
    if value.hasPrefix("url(") { return fragment(value).map(Paint.reference) ?? .none }
    return .colour(Colour(value) ?? .black, opacity: nil)
  }

  /// `a` of `url(#a)`, with or without quotation marks; nil for anything that is not in the drawing.
  static func fragment(_ value: String) -> String? {
    guard value.hasPrefix("url("), value.hasSuffix(")") else { return nil }
    let inside = value.dropFirst(4).dropLast().filter { $0 != "\"" && $0 != "'" }
    return inside.hasPrefix("#") ? String(inside.dropFirst()) : nil
  }
}

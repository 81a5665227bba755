import Diagnostics
package import YAML

/// How a site looks like those whom it belongs to: what stands under `brand`.
package struct BrandSettings: Sendable {
  /// The colour of links, buttons and marks.
  package struct Accent: Sendable {
    package var light: Located<Color>
    /// On dark pages; nil for a shade of the other.
    package var dark: Located<Color>?
  }

  package struct Font: Sendable {
    package var family: String
    /// Content path of a WOFF2 file; nil for a font that readers have.
    package var file: Located<String>?
  }

  /// Content path of an SVG, PNG or WebP file.
  package var logo: Located<String>?
  package var accent: Accent?
  package var textFont: Font?
  package var codeFont: Font?

  package init() {}

  static func read(_ reader: inout MappingReader) -> BrandSettings {
    var brand = BrandSettings()
    brand.logo = reader.text("logo")
    brand.accent = accent(&reader)
    let fonts = reader.mapping("fonts", what: "fonts") { (text: font("text", &$0), code: font("code", &$0)) }
    (brand.textFont, brand.codeFont) = (fonts?.text, fonts?.code)
    return brand
  }

  private static func accent(_ reader: inout MappingReader) -> Accent? {
    guard let node = reader.node("accent") else { return nil }
    guard node.text == nil else { return color("accent", &reader).map { Accent(light: $0) } }
    return reader.mapping("accent", what: "accent") { inner in
      let dark = color("dark", &inner)
      return color("light", required: true, &inner).map { Accent(light: $0, dark: dark) }
    }
  }

  private static func color(_ key: String, required: Bool = false, _ reader: inout MappingReader) -> Located<Color>? {
    guard let written = reader.text(key, required: required) else { return nil }
    if let color = Color(hex: written.value) { return Located(color, at: written.span) }
    reader.report(
      Diagnostic(
        .settingValue, "\(written.value.quoted) is not a colour", at: written.span,
        help: "Write it like '\"#2447c5\"', in quotation marks, since '#' begins a comment."))
    return nil
  }

  /// A font is its family, or a mapping with the file to load it from.
  private static func font(_ key: String, _ reader: inout MappingReader) -> Font? {
    guard let node = reader.node(key) else { return nil }
    guard node.text == nil else { return family(key, &reader).map { Font(family: $0) } }
    return reader.mapping(key, what: "font") { inner in
      let file = inner.text("file")
      return family("family", required: true, &inner).map { Font(family: $0, file: file) }
    }
  }

  private static func family(_ key: String, required: Bool = false, _ reader: inout MappingReader) -> String? {
    guard let written = reader.text(key, required: required) else { return nil }
    if written.value.allSatisfy({ $0.isLetter || $0.isNumber || " -_".contains($0) }) { return written.value }
    reader.report(
      Diagnostic(
        .settingValue, "\(written.value.quoted) is not the name of one font", at: written.span,
        help: "Write one name, such as 'Inter'; the theme's own fonts follow it."))
    return nil
  }
}

/// What stands above all pages for a while.
package struct AnnouncementSettings: Sendable {
  /// Inline Markdown.
  package var text: String
  /// The page or URL that says more.
  package var link: Located<String>?
  /// The last day.
  package var until: CalendarDate?

  static func read(_ reader: inout MappingReader) -> AnnouncementSettings? {
    let link = reader.text("link")
    let until = reader.date("until")?.value
    return reader.text("text", required: true).map {
      AnnouncementSettings(text: $0.value, link: link, until: until)
    }
  }
}

/// A link of the header to a place outside of the site.
package struct HeaderLink: Sendable {
  package var title: String
  package var url: String
}

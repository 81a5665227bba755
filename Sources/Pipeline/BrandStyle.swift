import Bytes
import Diagnostics
import SiteModel
import YAML

/// What the brand of a site changes in the tokens of its theme: declarations that follow those of the theme's sheet.
struct BrandStyle {
  /// Its own sheet below `assets/`, which is joined to those of every page behind all others.
  static let sheet = "css/page/~brand.css"
  /// Of text on what is behind it (WCAG 2.2, 1.4.3).
  static let textContrast = 4.5

  private(set) var diagnostics: [Diagnostic] = []
  private var rules: [String] = []
  private var tokens: [(name: String, value: String)] = []

  /// - Parameter theme: the sheet with the theme's tokens: `--paper` and `--surface`, which text stands on, and the fonts
  ///   `--sans` and `--mono`, which stay behind those of the brand.
  init(_ brand: BrandSettings, theme: [UInt8]) {
    guard brand.accent != nil || brand.textFont != nil || brand.codeFont != nil else { return }
    let sheet = TokenSheet(theme)
    addFont(brand.textFont, token: "--sans", in: sheet)
    addFont(brand.codeFont, token: "--mono", in: sheet)
    if let accent = brand.accent { addAccent(accent, on: Papers(sheet)) }
  }

  /// Empty for a site that says nothing of its brand.
  var css: [UInt8] {
    let declarations = tokens.map { "\($0.name):\($0.value)" }.joined(separator: ";")
    return Array((rules.joined() + (tokens.isEmpty ? "" : ":root{\(declarations)}")).utf8)
  }

  private mutating func addFont(_ font: BrandSettings.Font?, token: String, in sheet: TokenSheet) {
    guard let font else { return }
    tokens.append((token, (["\"\(font.family)\""] + [sheet.value(token)].compactMap(\.self)).joined(separator: ",")))
    guard let file = font.file?.value else { return }
    // A font that comes late must not move what is being read.
    rules.append(
      "@font-face{font-family:\"\(font.family)\";src:url(../../\(PercentEncoding.encode(path: file)));"
        + "font-weight:100 900;font-display:optional}")
  }

  private mutating func addAccent(_ accent: BrandSettings.Accent, on papers: Papers) {
    let light = readable(accent.light, on: papers.light, towards: .black)
    let dark = readable(
      accent.dark ?? accent.light, on: papers.dark, towards: .white, isGiven: accent.dark != nil)
    add("--accent", light, dark)
    add("--accent-strong", light.mixed(with: .black, 0.3), dark.mixed(with: .white, 0.4))
    add("--accent-tint", BrandStyle.tint(of: light, on: papers.light), BrandStyle.tint(of: dark, on: papers.dark))
    add("--on-accent", papers.light[0], papers.dark[0])
  }

  private mutating func add(_ name: String, _ light: Color, _ dark: Color) {
    tokens.append((name, "light-dark(\(light.hex),\(dark.hex))"))
  }

  private static func tint(of color: Color, on papers: [Color]) -> Color { papers[0].mixed(with: color, 0.08) }

  /// The nearest shade that can be read on all papers and on its own tint.
  ///
  /// - Parameter isGiven: whether the author chose the colour for this scheme, and is told that it is not the one shown.
  private mutating func readable(
    _ color: Located<Color>, on papers: [Color], towards end: Color, isGiven: Bool = true
  ) -> Color {
    func contrast(_ shade: Color) -> Double {
      (papers + [BrandStyle.tint(of: shade, on: papers)]).map { shade.contrast(to: $0) }.min() ?? 1
    }
    let shades = (0...100).lazy.map { color.value.mixed(with: end, Double($0) / 100) }
    let shade = shades.first { contrast($0) >= BrandStyle.textContrast } ?? end
    if isGiven, shade != color.value {
      let reached = (contrast(color.value) * 10).rounded(.down) / 10
      diagnostics.append(
        Diagnostic(
          .accentContrast, "the accent \(color.value.hex) reaches a contrast of \(reached):1 on the pages, not 4.5:1",
          at: color.span, help: "The site shows \(shade.hex), the nearest shade that does: write it, or another colour."
        ))
    }
    return shade
  }
}

/// What text stands on in a theme, by scheme.
private struct Papers {
  private(set) var light: [Color] = []
  private(set) var dark: [Color] = []

  init(_ sheet: TokenSheet) {
    for name in ["--paper", "--surface"] {
      let written = sheet.value(name)?.split { "(), ".contains($0) } ?? []
      let colors = written.compactMap { Color(hex: String($0)) }
      guard colors.count == 2 else { continue }
      light.append(colors[0])
      dark.append(colors[1])
    }
    if light.isEmpty { (light, dark) = ([.white], [.black]) }
  }

}

/// The tokens of style sheets, by what they say last.
private struct TokenSheet {
  private let css: [UInt8]

  init(_ css: [UInt8]) { self.css = StyleSheet.compacted(css) }

  func value(_ name: String) -> String? {
    var rest: ArraySlice<UInt8>?
    while let start = (rest ?? css[...]).firstRange(of: Array("\(name):".utf8)) { rest = css[start.upperBound...] }
    let value = rest?.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "}") }
    return value.map { String(decoding: $0, as: UTF8.self).trimmingBlanks }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}

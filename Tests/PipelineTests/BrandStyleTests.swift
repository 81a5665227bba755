import Diagnostics
import Testing
import YAML

@testable import Pipeline
@testable import SiteModel

@Suite struct BrandStyleTests {
  private static let theme = Array(
    ":root{--paper: light-dark(#fff, #101318);--surface: light-dark(#f6f7f9, #171b22);--sans: Arial, sans-serif}".utf8)

  private func style(_ change: (inout BrandSettings) -> Void) -> (css: String, findings: [Diagnostic]) {
    var brand = BrandSettings()
    change(&brand)
    let style = BrandStyle(brand, theme: BrandStyleTests.theme)
    return (String(decoding: style.css, as: UTF8.self), style.diagnostics)
  }

  private func accent(_ light: String, dark: String? = nil) throws -> BrandSettings.Accent {
    let span = SourceSpan(path: "portico.yaml", line: 2, column: 11, length: 9)
    return BrandSettings.Accent(
      light: Located(try #require(Color(hex: light)), at: span),
      dark: try dark.map { Located(try #require(Color(hex: $0)), at: span) })
  }

  @Test func noBrandChangesNothing() { #expect(style { _ in }.css.isEmpty) }

  @Test func accentThatCanBeReadIsKept() throws {
    let accent = try accent("#2447c5", dark: "#a6baff")
    let style = style { $0.accent = accent }
    #expect(style.css.hasPrefix(":root{--accent:light-dark(#2447c5,#a6baff);"))
    #expect(style.findings.isEmpty)
  }

  @Test func accentGetsAShadeForDarkPages() throws {
    let accent = try accent("#2447c5")
    let style = style { $0.accent = accent }
    #expect(style.css.hasPrefix(":root{--accent:light-dark(#2447c5,#6880d7);"))
    #expect(style.findings.isEmpty)
  }

  @Test func accentThatCannotBeReadIsDarkenedAndTold() throws {
    let accent = try accent("#ffd400")
    let style = style { $0.accent = accent }
    #expect(style.findings.map(\.rule.id) == ["accent-contrast"])
    #expect(style.findings.first?.message == "the accent #ffd400 reaches a contrast of 1.3:1 on the pages, not 4.5:1")
    #expect(!style.css.contains("--accent:light-dark(#ffd400"))
  }

  @Test func fontStandsBeforeThoseOfTheTheme() {
    let style = style { $0.textFont = BrandSettings.Font(family: "Inter") }
    #expect(style.css == ":root{--sans:\"Inter\",Arial,sans-serif}")
  }

  @Test func fontOfAFileIsLoadedFromTheSite() {
    let file = Located("fonts/my inter.woff2", at: SourceSpan(path: "portico.yaml"))
    let style = style { $0.codeFont = BrandSettings.Font(family: "Mine", file: file) }
    #expect(
      style.css
        == "@font-face{font-family:\"Mine\";src:url(../../fonts/my%20inter.woff2);font-weight:100 900;"
        + "font-display:optional}:root{--mono:\"Mine\"}")
  }
}

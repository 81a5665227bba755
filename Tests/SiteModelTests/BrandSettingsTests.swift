import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct BrandSettingsTests {
  @Test func readsLogoColorsAndFonts() {
    let outcome = settings(
      """
      title: A
      brand:
        logo: logo.svg
        accent: {light: "#123456", dark: "#abc"}
        fonts: {text: {family: Inter, file: inter.woff2}, code: Fira Code}
      """)
    #expect(outcome.findings == [])
    let brand = outcome.value.brand
    #expect(brand.logo?.value == "logo.svg")
    #expect(brand.accent?.light.value.hex == "#123456")
    #expect(brand.accent?.dark?.value.hex == "#aabbcc")
    #expect(brand.textFont?.family == "Inter")
    #expect(brand.textFont?.file?.value == "inter.woff2")
    #expect(brand.codeFont?.family == "Fira Code")
    #expect(brand.codeFont?.file == nil)
  }

  @Test func oneColorIsThatOfLightPages() {
    let accent = settings("title: A\nbrand: {accent: \"#123456\"}").value.brand.accent
    #expect(accent?.light.value.hex == "#123456")
    #expect(accent?.dark == nil)
  }

  @Test(arguments: ["accent: red", "fonts: {text: 'a, b'}"])
  func valueThatCannotBeUsedIsReported(brand: String) {
    #expect(settings("title: A\nbrand: {\(brand)}").diagnostics.map(\.rule.id) == ["setting-value"])
  }
}

import Pipeline
import TestSupport
import Testing

/// Assets of a theme under names that change with their bytes.
@Suite struct AssetTests {
  private func build(_ assets: String, layout: String = "") async -> BuiltSite {
    await buildSite(withAssets: assets, layout: layout, page: "guides/a.md")
  }

  @Test func nameHoldsAFingerprintOfTheBytes() async {
    let site = await build("-- t/assets/css/a.css --\nbody {}")
    #expect(site.assetPaths == ["assets/css/a.882547c9a4.css"])
  }

  @Test func otherBytesHaveAnotherName() async {
    let site = await build("-- t/assets/css/a.css --\nbody { x: y }")
    #expect(site.assetPaths != ["assets/css/a.882547c9a4.css"])
  }

  @Test func fileWithoutExtensionKeepsNone() async {
    let site = await build("-- t/assets/LICENSE --\n")
    #expect(site.assetPaths.map { $0.hasPrefix("assets/LICENSE.") } == [true])
  }

  @Test func layoutNamesAnAssetByItsPath() async {
    let site = await build("-- t/assets/css/a.css --\nbody {}", layout: "{{assets.css.a.css}}")
    #expect(site.findings == [])
    #expect(site.main("guides/a/index.html") == "../../assets/css/a.882547c9a4.css")
  }

  @Test func errorPageNamesItFromTheRoot() async {
    let site = await build("-- t/assets/css/a.css --\nbody {}", layout: "{{assets.css.a.css}}")
    #expect(site.main("404.html") == "/assets/css/a.882547c9a4.css")
  }

  @Test func styleSheetNamesOtherAssetsByTheirPublishedNames() async throws {
    let site = await build(
      """
      -- t/assets/fonts/body.woff2 --
      font
      -- t/assets/css/a.css --
      a { src: url(../fonts/body.woff2) } b { src: url("../fonts/body.woff2") } c { src: url( '../fonts/body.woff2' ) }
      """)
    let font = try #require(site.assetPaths.first { $0.hasSuffix(".woff2") })
    let sheet = try #require(site.assetPaths.first { $0.hasSuffix(".css") })
    let name = font.dropFirst("assets/".count)
    #expect(site.text(sheet) == "a{src:url(../\(name))}b{src:url(../\(name))}c{src:url(../\(name))}")
  }

  @Test func styleSheetsOfEveryPageAreOneInTheOrderOfTheirNames() async throws {
    let site = await build(
      """
      -- t/assets/css/page/b.css --
      b { c: url(../../x.png) }
      -- t/assets/css/page/a.css --
      a { b: c }
      -- t/assets/x.png --
      1
      """, layout: "{{assets.css.page.css}}")
    let image = try #require(site.assetPaths.first { $0.hasSuffix(".png") })
    let sheet = try #require(site.assetPaths.first { $0.hasPrefix("assets/css/page.") })
    #expect(site.findings == [])
    #expect(site.assetPaths.count == 2)
    #expect(site.text(sheet) == "a{b:c}b{c:url(../\(image.dropFirst("assets/".count)))}")
  }

  @Test(arguments: [
    "url(https://example.com/a.woff2)", "url(#clip)", "url(data:image/svg+xml,<svg/>)", "url(gone.png)",
    "url(../../../etc/passwd)", "url()",
  ])
  func styleSheetKeepsWhatNamesNoAsset(url: String) async throws {
    let site = await build("-- t/assets/css/a.css --\na { b: \(url) }")
    let sheet = try #require(site.assetPaths.first)
    #expect(site.text(sheet) == "a{b:\(url)}")
  }

  @Test func fingerprintOfAStyleSheetChangesWithTheAssetsThatItNames() async {
    let first = await build("-- t/assets/a.css --\na { b: url(x.png) }\n-- t/assets/x.png --\n1")
    let second = await build("-- t/assets/a.css --\na { b: url(x.png) }\n-- t/assets/x.png --\n2")
    #expect(first.assetPaths[0] != second.assetPaths[0])
  }

  @Test func assetInAFolderOfTheNameOfAFileIsNotLost() async {
    let site = await build("-- t/assets/a.css --\n\n-- t/assets/a/css --\n", layout: "{{assets.a.css}}")
    #expect(site.assetPaths.count == 2)
  }
}

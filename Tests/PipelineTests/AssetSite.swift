import Pipeline
import TestSupport

/// A site of one page in a theme that has some assets, and nothing in its layouts but what is given.
func buildSite(withAssets assets: String, layout: String = "", page: String = "a.md") async -> BuiltSite {
  await TestSite("-- portico.yaml --\ntitle: T\ntheme: t\n-- \(page) --").build(
    themes: TestSite(
      """
      -- t/theme.yaml --
      name: t
      -- t/layouts/page.mustache --
      <main>\(layout)</main>
      -- t/layouts/section.mustache --
      -- t/layouts/404.mustache --
      <main>\(layout)</main>
      -- t/layouts/redirect.mustache --
      \(assets)
      """
    ).asThemes)
}

extension BuiltSite {
  /// The paths of the theme's assets as they are published.
  var assetPaths: [String] { result.outputs.map(\.path).filter { $0.hasPrefix("assets/") } }
}

import Bytes
import Diagnostics
import Files
import ForeignSites
import Markdown
import SiteModel
import Testing
import YAML

@Suite struct MkDocsReaderTests {
  private func settings(_ yaml: String) -> SiteSettings? { find(["mkdocs.yml": yaml]).value?.settings }

  @Test func isFoundByItsConfiguration() {
    #expect(find(["mkdocs.yml": "site_name: A"]).value?.tool == .mkdocs)
    #expect(find(["mkdocs.yaml": "site_name: A"]).value?.tool == .mkdocs)
    #expect(find(["docs/mkdocs.yml": ""]).value == nil)
    #expect(find(["mkdocs.yml": "site_name: A", "portico.yaml": "title: B"]).value == nil)
  }

  @Test func readsWhatTheSiteIs() {
    let settings = settings(
      """
      site_name: Docs
      site_description: All of it
      site_url: https://docs.example.com/x
      repo_url: https://github.com/o/r/
      edit_uri: edit/trunk/site/docs/
      theme: {name: material, language: de}
      use_directory_urls: false
      """)
    #expect(settings?.title == "Docs")
    #expect(settings?.description == "All of it")
    #expect(settings?.baseURL == "https://docs.example.com/x/")
    #expect(settings?.repository?.url == "https://github.com/o/r")
    #expect(settings?.repository?.branch == "trunk")
    #expect(settings?.repository?.contentPath == "site/docs")
    #expect(settings?.language.text == "de")
    #expect(settings?.urlStyle == .file)
    #expect(settings?.dialects == [.github, .mkdocs, .portico])
  }

  @Test func emptyEditAddressMeansNoEditLinks() {
    #expect(settings("repo_url: https://github.com/o/r\nedit_uri: ''")?.repository == nil)
    #expect(settings("repo_url: https://github.com/o/r")?.repository?.branch == "master")
  }

  @Test func readsPagesFromItsFolder() {
    #expect(find(["mkdocs.yml": "docs_dir: src", "src/a.md": ""]).value?.content.list().value == ["a.md"])
    #expect(find(["mkdocs.yml": "", "docs/a.md": ""]).value?.content.displayPath("a.md") == "site/docs/a.md")
    let outside = find(["mkdocs.yml": "docs_dir: ../x"])
    #expect(outside.findings == ["site/mkdocs.yml:1:11 'docs_dir' leads out of this folder"])
  }

  @Test func readsTheNavigation() {
    let site = find([
      "mkdocs.yml": """
      nav:
        - index.md
        - Start: start.md
        - Guides:
            - guides/a.md
            - Deep: [guides/deep/b.md]
        - Blog: https://example.com/
        - More: more/
        - ...
      """
    ])
    #expect(site.findings == [])
    #expect(
      site.value?.settings.navigation?.outline == [
        "index.md", "Start: start.md", "Guides: ", "  guides/a.md", "  Deep: ", "    guides/deep/b.md",
        "Blog: <https://example.com/>", "More: more/", "...",
      ])
  }

  @Test func sectionsAreThePagesOfFoldersWhereTheThemeSaysSo() {
    let nav = "nav:\n  - A: [a/index.md, a/b.md]\n"
    #expect(settings(nav)?.navigation?.outline == ["A: ", "  a/index.md", "  a/b.md"])
    let attached = ["A: a/index.md", "  a/b.md"]
    #expect(settings(nav + "theme: {features: [navigation.indexes]}")?.navigation?.outline == attached)
    #expect(settings(nav + "plugins: [section-index]")?.navigation?.outline == attached)
  }

  @Test func reportsPatternsInTheNavigation() {
    let site = find(["mkdocs.yml": "nav:\n  - a.md\n  - b/*.md\n"])
    #expect(site.value?.settings.navigation?.outline == ["a.md"])
    #expect(site.value?.settings.leftOut.match("b/c.md") == true)
    #expect(site.findings == ["site/mkdocs.yml:3:5 the navigation holds a pattern, 'b/*.md', which is not read"])
  }

  @Test func readsPatternsOfFiles() {
    let settings = settings("exclude_docs: |\n  *.tmp.md\n  !kept.tmp.md\ndraft_docs: drafts/\nnot_in_nav: /old/\n")
    #expect(settings?.leftOut.match("old/x.md") == true)
    #expect(settings?.exclude.match("a/x.tmp.md") == true)
    #expect(settings?.exclude.match("kept.tmp.md") == false)
    #expect(settings?.exclude.match("templates/x.html") == true)
    #expect(settings?.drafts.match("drafts/x.md") == true)
  }

  @Test func readsRedirects() {
    let redirects = settings(
      "plugins:\n  - search\n  - redirects:\n      redirect_maps:\n        old/a.md: new/b.md#c\n        x/index.md: https://e.com\n"
    )?.redirects
    #expect(redirects?.map { "\($0.from.value) \($0.to.value)" } == ["/old/a/ new/b.md#c", "/x/ https://e.com"])
  }

  @Test func valuesOfExtraAreVariablesWhereAPluginPutsThemIn() {
    let extra = "extra: {version: 1.10, cluster: {region: eu-west-1}, list: [a]}\n"
    #expect(settings(extra)?.variables == [:])
    #expect(
      settings(extra + "plugins: [macros]")?.variables == ["version": "1.10", "cluster.region": "eu-west-1"])
  }

  @Test func inheritsWhatItDoesNotSay() {
    let site = find([
      "mkdocs.yml": "INHERIT: base.yml\nsite_name: Own\ntheme: {language: fr}",
      "base.yml": "site_name: Base\nsite_description: Theirs\ntheme: {name: material, language: de}",
    ])
    #expect(site.findings == [])
    #expect(site.value?.settings.title == "Own")
    #expect(site.value?.settings.description == "Theirs")
    #expect(site.value?.settings.language.text == "fr")
  }

  @Test func reportsAParentOutsideOfTheFolder() {
    let site = find(["mkdocs.yml": "INHERIT: ../base.yml\nsite_name: A"])
    #expect(
      site.findings == [
        "site/mkdocs.yml:1:10 '../base.yml', which the configuration inherits from, is not in this folder and is not read"
      ])
  }

  @Test func takesTheDefaultOfAValueFromTheEnvironment() {
    #expect(settings("site_name: !ENV [NAME, Docs]")?.title == "Docs")
    let site = find(["mkdocs.yml": "site_name: A\nsite_url: !ENV SITE_URL\n"])
    #expect(site.value?.settings.baseURL == nil)
    #expect(site.findings == ["site/mkdocs.yml:2:11 'site_url' comes from the environment that MkDocs runs in"])
  }

  @Test func readsPastTagsOfPython() {
    let site = find([
      "mkdocs.yml": """
      site_name: A
      markdown_extensions:
        - pymdownx.emoji:
            emoji_index: !!python/name:material.extensions.emoji.twemoji
            emoji_generator: !!python/name:material.extensions.emoji.to_svg ''
        - pymdownx.superfences:
            custom_fences:
              - format: !!python/object/apply:x.y {a: [b]}
      """
    ])
    #expect(site.findings == [])
    #expect(site.value?.leftBehind.map(\.line) == [])
  }

  @Test func saysWhatTheSiteWouldLose() {
    let site = find([
      "mkdocs.yml": """
      site_name: A
      theme:
        name: material
        palette: {primary: teal}
      plugins: [search, redirects, macros, our-own]
      markdown_extensions: [admonition, pymdownx.tabbed, our.extension]
      hooks: [hook.py]
      extra_css: [a.css]
      """
    ])
    #expect(site.findings == [])
    #expect(
      site.value?.leftBehind.map(\.line) == [
        "site/mkdocs.yml:4:3 'palette' of the theme has no counterpart",
        "site/mkdocs.yml:5:11 the plugin 'search' has no counterpart",
        "site/mkdocs.yml:5:30 the plugin 'macros' has no counterpart",
        "site/mkdocs.yml:5:38 the plugin 'our-own' has no counterpart",
        "site/mkdocs.yml:6:52 the Markdown extension 'our.extension' has no counterpart",
        "site/mkdocs.yml:7:1 'hooks' has no counterpart",
        "site/mkdocs.yml:8:1 'extra_css' has no counterpart",
      ])
    #expect(site.value?.leftBehind.allSatisfy { $0.help != nil } == true)
  }
}

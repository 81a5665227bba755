import Diagnostics
import PublishedSite
import Testing
import YAML

@testable import SiteModel

@Suite struct SettingsReaderTests {
  @Test func readsWhatTheSiteIs() {
    let outcome = settings(
      """
      title: Platform portal
      description: For developers.
      baseURL: https://portal.example.com/dev
      language: bg
      feedback: {url: "https://example.com/issues"}
      repository: {url: https://github.com/x/y/, branch: trunk, contentPath: /docs/content/}
      """)
    #expect(outcome.findings == [])
    #expect(outcome.value.title == "Platform portal")
    #expect(outcome.value.description == "For developers.")
    #expect(outcome.value.baseURL == "https://portal.example.com/dev/")
    #expect(outcome.value.basePath == "/dev/")
    #expect(outcome.value.language.text == "bg")
    #expect(outcome.value.feedbackURL == "https://example.com/issues")
    #expect(outcome.value.repository?.url == "https://github.com/x/y")
    #expect(outcome.value.repository?.branch == "trunk")
    #expect(outcome.value.repository?.contentPath == "docs/content")
  }

  @Test func readsHowTheSiteIsMade() {
    let outcome = settings(
      """
      title: A
      theme: dark
      themeOptions: {accent: "#fff", wide: true}
      urls: file
      hosting: github-pages
      domains: [{id: identity, title: Identity}, {id: data}]
      redirects: {/old/: /new/, a.html: https://example.com}
      markdown: {unsafeHTML: false}
      check: {rules: {broken-link: warning, url-collision: off, broken-anchor: error}}
      """)
    #expect(outcome.findings == [])
    let settings = outcome.value
    #expect(settings.theme?.value == "dark")
    #expect(settings.themeOptions.map { "\($0.key.value)=\($0.value)" } == ["accent=#fff", "wide=true"])
    #expect(settings.urlStyle == .file)
    #expect(settings.hosting == .githubPages)
    #expect(settings.domains.map { "\($0.id)=\($0.title)" } == ["identity=Identity", "data=data"])
    #expect(
      settings.redirects.map { "\($0.from.value)=\($0.to.value)" } == ["/old/=/new/", "a.html=https://example.com"])
    #expect(!settings.keepsRawHTML)
    #expect(settings.check.severities.map(\.rule.value) == ["broken-link", "url-collision", "broken-anchor"])
    #expect(settings.check.severities.map(\.severity) == [.warning, nil, .error])
  }

  @Test func readsRulesOfWriting() {
    let outcome = settings(
      """
      title: A
      writing:
        maxWords: 500
        words: [{avoid: utilise, use: use}, {avoid: [simply, just], because: No.}, {use: x}]
        allow: [scrum master]
      """)
    #expect(outcome.findings == ["content/portico.yaml:4:78 missing-key: word choice has no 'avoid'"])
    let writing = outcome.value.writing
    #expect(writing.maxWords == 500)
    #expect(writing.words.map(\.avoid) == [["utilise"], ["simply", "just"], []])
    #expect(writing.words.map(\.use) == ["use", nil, "x"])
    #expect(writing.words.map(\.reason) == [nil, "No.", nil])
    #expect(writing.allow == ["scrum master"])
  }

  @Test func hasDefaults() {
    let settings = settings("title: A").value
    #expect(settings.language.text == "en")
    #expect(settings.urlStyle == .clean)
    #expect(settings.keepsRawHTML)
    #expect(settings.basePath == "/")
    #expect(settings.baseURL == nil)
    #expect(settings.navigation == nil)
    #expect(settings.repository == nil)
  }

  @Test func takesAnEmptyFileAsTheDefaults() {
    #expect(settings("").findings == [])
    #expect(settings("").value.title == "Portal")
  }

  @Test func fillsInTheRepository() {
    let repository = settings("title: A\nrepository: {url: https://github.com/x/y}").value.repository
    #expect(repository?.branch == "main")
    #expect(repository?.contentPath == "content")
  }

  @Test(arguments: [
    ("description: x", "1:1 missing-key: portico.yaml has no 'title'"),
    ("title: A\ntheem: x", "2:1 unknown-key: portico.yaml has no key 'theem'"),
    ("title: [A]", "1:8 wrong-type: 'title' must be a text, not a list"),
    ("- title", "1:1 wrong-type: portico.yaml must be a mapping, not a list"),
    ("title: A\nlanguages: [de]", "2:12 wrong-type: 'languages' must be a mapping, not a list"),
    ("title: A\nlanguages: {en: English, de_: x}", "2:26 setting-value: 'de_' is not a language tag"),
    ("title: A\nlanguages: {de: Deutsch}", "2:12 setting-value: the languages lack 'en', which the site itself is in"),
    ("title: A\nlanguages: {en: x, de: {nam: y}}", "2:24 missing-key: the language 'de' has no 'name'"),
    ("title: A\nlanguage: de_DE", "2:11 setting-value: 'de_DE' is not a language tag"),
    ("title: A\nurls: pretty", "2:7 invalid-value: 'urls' cannot be 'pretty'"),
    ("title: A\nrepository: {branch: x}", "2:13 missing-key: repository has no 'url'"),
    ("title: A\nfeedback: {uri: x}", "2:12 unknown-key: feedback has no key 'uri'"),
    ("title: A\ndomains: [identity]", "2:11 wrong-type: domain must be a mapping, not a text"),
    ("title: A\ndomains: [{title: x}]", "2:11 missing-key: domain has no 'id'"),
    ("title: A\nredirects: [/old/]", "2:12 wrong-type: redirects is a list, not a mapping"),
    ("title: A\nredirects: {/old/: [a]}", "2:20 wrong-type: '/old/' is a list, not a text"),
    ("title: A\nthemeOptions: x", "2:15 wrong-type: themeOptions is a text, not a mapping"),
    ("title: A\nmarkdown: {dialects: [mkdoc]}", "2:23 setting-value: there is no dialect 'mkdoc'"),
    ("title: A\nmarkdown: {unsafeHTML: no}", "2:24 wrong-type: 'unsafeHTML' must be true or false, not 'no'"),
    ("title: A\ncheck: {rules: {x: fatal}}", "2:20 setting-value: 'fatal' is no severity"),
    ("title: A\ncheck: {rule: {}}", "2:9 unknown-key: check has no key 'rule'"),
    ("title: A\nnavigation: a.md", "2:13 wrong-type: the navigation is a text, not a list"),
    ("title: A\nnavigation: [{children: [a.md]}]", "2:14 missing-key: the navigation entry has no title"),
    ("title: A\nnavigation: [{pge: a.md, title: x}]", "2:15 unknown-key: navigation entry has no key 'pge'"),
    ("title: A\nnavigation: [{title: x, url: guides}]", "2:30 invalid-value: 'url' must be a full URL, not 'guides'"),
    ("title: A\nfeedback: {url: 'javascript:x'}", "2:17 invalid-value: 'url' must be a full URL, not 'javascript:x'"),
    ("title: A\nrepository: {url: git@x}", "2:19 invalid-value: 'url' must be a full URL, not 'git@x'"),
    ("title: A\nnavigation: [[a.md]]", "2:14 wrong-type: navigation entry must be a mapping, not a list"),
  ])
  func reportsAWrongSettingAtItsPlace(_ yaml: String, _ finding: String) {
    #expect(settings(yaml).findings.map { $0.dropFirst("content/portico.yaml:".count) }.contains(finding[...]))
  }

  @Test func readsWordsThatMeanTheSame() {
    let outcome = settings("title: A\nsearch:\n  synonyms: ['k8s,kubernetes', 'undo, roll back , ']")
    #expect(outcome.findings == [])
    #expect(outcome.value.search.synonyms == [["k8s", "kubernetes"], ["undo", "roll back"]])
  }

  @Test func reportsAWordThatMeansTheSameAsNothingElse() {
    #expect(
      settings("title: A\nsearch: {synonyms: [k8s]}").findings == [
        "content/portico.yaml:2:21 setting-value: 'k8s' means the same as nothing else"
      ])
  }

  @Test func guessesAtAMisspeltSetting() {
    #expect(settings("title: A\ntheem: x").diagnostics.map(\.help) == ["Did you mean 'theme'?"])
  }

  // MARK: Base URL

  @Test(arguments: [
    ("https://portal.example.com", "https://portal.example.com/", "/"),
    ("http://localhost:8080/", "http://localhost:8080/", "/"), ("https://x.org/a/b", "https://x.org/a/b/", "/a/b/"),
    ("https://x.org/a/b/", "https://x.org/a/b/", "/a/b/"),
  ])
  func endsABaseURLWithASlash(_ written: String, _ url: String, _ path: String) {
    let settings = settings("title: A\nbaseURL: \(written)")
    #expect(settings.findings == [])
    #expect(settings.value.baseURL == url)
    #expect(settings.value.basePath == path)
  }

  @Test(arguments: [
    "portal.example.com", "/portal/", "ftp://x.org", "https://", "https:///a", "https://x.org/?a", "https://x.org/#a",
    "https://x.org/a b", "https://x.org/\"", "//x.org",
  ])
  func refusesAnyOtherBaseURL(_ written: String) {
    let outcome = settings("title: A\nbaseURL: '\(written)'")
    #expect(
      outcome.findings == [
        "content/portico.yaml:2:10 setting-value: the base URL '\(written)' is not an absolute http or https URL"
      ])
    #expect(outcome.value.baseURL == nil)
  }

  // MARK: Navigation

  @Test func readsEveryFormOfNavigationEntry() throws {
    let outcome = settings(
      """
      title: A
      navigation:
        - index.md
        - guides/
        - /capabilities/
        - {title: Setup, page: guides/setup.md}
        - {url: "https://example.com"}
        - {title: Elsewhere, url: "https://example.com"}
        - title: More
          children: [a.md, b.md]
      """)
    #expect(outcome.findings == [])
    let items = try #require(outcome.value.navigation)
    #expect(
      items.map { "\($0.title ?? "-") \($0.target)" } == [
        "- page(\"index.md\")", "- folder(\"guides\")", "- page(\"/capabilities/\")",
        "Setup page(\"guides/setup.md\")", "https://example.com external(\"https://example.com\")",
        "Elsewhere external(\"https://example.com\")", "More label",
      ])
    #expect(items.last?.children.count == 2)
    #expect(items.map(\.span.line) == [3, 4, 5, 6, 7, 8, 9])
  }
}

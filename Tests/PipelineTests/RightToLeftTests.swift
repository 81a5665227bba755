import Diagnostics
import Files
import TestSupport
import Testing
import YAML

/// A site in Hebrew, of every kind of page, whose theme folder says some of the texts in Hebrew.
///
/// People wrote no Latin letter of it but in code, which tells what the program says by itself.
@Suite struct RightToLeftTests {
  private static let folder = TestSite.repository + "/Tests/Fixtures/sites/right-to-left/content"
  private static let strings = "theme/strings/he.yaml"

  private static func site(_ texts: String? = nil) throws -> TestSite {
    let tree = FileTree(folder: folder)
    var site = TestSite("")
    for path in tree.list().value { site.set(path, try tree.read(path)) }
    if let texts { site.set(strings, Array(texts.utf8)) }
    return site
  }

  @Test func pagesSayTheirLanguageAndDirection() async throws {
    let site = try await RightToLeftTests.site().build()
    #expect(site.diagnostics.map(\.rule.id) == ["missing-translation"])
    for path in site.paths where path.hasSuffix(".html") {
      #expect(try #require(site.text(path)).contains("<html lang=\"he\" dir=\"rtl\">"), "\(path)")
    }
    let page = try #require(site.text("secrets/index.html"))
    #expect(page.contains("<a class=\"skip\" href=\"#_main\">דילוג לתוכן</a>"))
    #expect(page.contains(">עומד ביעד</span>") || page.contains(">לא עומד ביעד</span>"))
    #expect(page.contains(">10.06.2026<"))
  }

  /// Every text and phrase of the theme is put into Hebrew letters, so that a Latin one is a text that has no translation.
  @Test func allThatTheProgramSaysCanBeTranslated() async throws {
    let english = try FileTree(folder: TestSite.repository + "/themes/portico/strings").read("en.yaml")
    let site = try await RightToLeftTests.site(RightToLeftTests.hebrew(english)).build()
    #expect(site.findings == [])
    var words: Set<String> = []
    for path in site.paths where path.hasSuffix(".html") {
      words.formUnion(RightToLeftTests.latinWords(in: try #require(site.text(path))))
    }
    #expect(words.sorted() == RightToLeftTests.sameEverywhere)
  }

  /// Names that are the same in every language: levels, formats, quarters, the time zone, and what Backstage calls things.
  private static let sameEverywhere = [
    "Atom", "Bronze", "Component", "Feed", "Gold", "JSON", "Q", "Silver", "UTC", "User", "group", "iCalendar",
    "platform",
  ]

  /// The texts in letters of another script; tags, places of values and formats stay.
  private static func hebrew(_ english: [UInt8]) throws -> String {
    let root = YAMLParser.parse(english, path: "en.yaml").value.first
    guard case .mapping(let entries)? = root?.content else { return "" }
    return entries.map { entry in
      let key = entry.key.text ?? ""
      guard case .mapping(let inner) = entry.value.content else {
        return line(key, translated(entry.value.text ?? ""))
      }
      return key + ":\n"
        + inner.map { line in
          let (pattern, text) = (line.key.text ?? "", line.value.text ?? "")
          return "  " + RightToLeftTests.line(pattern, key == "formats" ? text : translated(pattern))
        }.joined()
    }.joined()
  }

  private static func translated(_ text: String) -> String {
    text.replacing(/\{\{.*?\}\}|<[^>]*>|\{[^}]*\}|&\w+;|[A-Za-z]+/) { match in
      match.0.first?.isLetter == true ? "א" : String(match.0)
    }
  }

  private static func line(_ key: String, _ text: String) -> String {
    "'\(key.replacing("'", with: "''"))': '\(text.replacing("'", with: "''"))'\n"
  }

  /// Latin words in what readers see or hear of a page, less code.
  private static func latinWords(in page: String) -> [String] {
    let body = page.replacing(/(?s)^.*<body[^>]*>|<(pre|code|script)\b.*?<\/\1>|\{[a-z]+\}|&\w+;/, with: "")
    let heard = body.matches(of: /(?:aria-label|placeholder|data-(?:found|none|stale|copied|zoom|text))="([^"]*)"/)
    let texts = body.split(separator: /<[^>]*>/) + heard.map(\.1)
    return texts.flatMap { $0.matches(of: /[A-Za-z]+/).map { String($0.0) } }
  }
}

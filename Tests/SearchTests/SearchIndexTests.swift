import Testing

@testable import Search

@Suite struct SearchIndexTests {
  private func page(
    _ address: String, _ title: String, _ sections: (heading: String, text: String)..., kind: String? = nil
  )
    -> SearchPage
  {
    var page = SearchPage(
      address: address, title: title,
      sections: [SearchPage.Section(text: sections.first?.text ?? "")]
        + sections.dropFirst().map {
          SearchPage.Section(heading: $0.heading, anchor: $0.heading.lowercased(), text: $0.text)
        })
    page.facets[.kind] = kind
    return page
  }

  private func files(_ pages: [SearchPage]) -> [String: String] {
    let analysed = pages.map { PageAnalyzer.analyse($0, language: "en") }
    let files = SearchIndex(analysed, language: "en").files
    return Dictionary(files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) }) { first, _ in first }
  }

  private var secrets: [SearchPage] {
    [
      page("secrets/", "Secrets", ("", "Kept in Vault."), ("Limits", "A key is small."), kind: "Guide"),
      page("vault/", "Vault", ("", "It keeps keys."), kind: "Decision"),
    ]
  }

  @Test func namesAllFilesInTheOneAtTheRoot() throws {
    let files = files(secrets)
    let directory = try #require(files["search.en.js"])
    let names = files.keys.filter { $0 != "search.en.js" }.sorted()
    #expect(names.map { $0.prefix { $0 != "." } } == ["d0", "t0", "w5", "w6", "w7"].map { "assets/search/en/" + $0 })
    for name in names {
      let mark = try #require(name.split(separator: ".").dropFirst().first)
      #expect(directory.contains(mark))
    }
  }

  @Test func tellsTheSectionsAndFacetsOfPages() throws {
    let directory = try #require(files(secrets)["search.en.js"])
    #expect(directory.hasPrefix("porticoShard={\"folder\":\"assets/search/en/\",\"sections\":\"%$\","))
    #expect(directory.contains("{\"name\":\"kind\",\"values\":[\"Decision\",\"Guide\"],\"pages\":\"%$\"}"))
  }

  @Test func showsTitleAddressAndSections() throws {
    let shown = try #require(files(secrets).first { $0.key.hasPrefix("assets/search/en/d") }?.value)
    #expect(
      shown == """
        porticoShard=[["Secrets","secrets/",["","","Kept in Vault.","Limits","#limits","A key is small."]],
        ["Vault","vault/",["","","It keeps keys."]]]

        """)
  }

  @Test func titlesCountMoreThanTexts() throws {
    let terms = try #require(files(secrets).first { $0.key.hasPrefix("assets/search/en/t") }?.value)
    // Of an impact of 8 in section 0, in the text, and of 13 in section 2, in the title: 0 * 16 + 8 and 2 * 16 + 13.
    #expect(terms.contains("#vault!+Q#"))
  }

  @Test func namesBesidesTheTitleCountAsMuch() throws {
    var named = page("vault/", "Overview", ("", "It keeps keys."))
    named.sections[0].heading = "Vault"
    let terms = try #require(files([named]).first { $0.key.hasPrefix("assets/search/en/t") }?.value)
    #expect(terms.contains("#overview!0\t#vault!0"))
  }

  @Test func aSynonymIsNoMoreThanTwoWordsSideBySide() {
    let files = SearchIndex([], language: "en", synonyms: [["SLO", "service level objective"]]).files
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("[[\"slo\",\"level objective\"]]"))
  }

  @Test func sameInputGivesSameFiles() {
    #expect(files(secrets) == files(secrets))
  }

  @Test func aChangedPageLeavesTheFilesOfOthersAlone() {
    let many = (0..<400).map {
      page("page-\($0)/", "Title \($0)", ("", "alpha\($0) beta\($0) gamma\($0) delta\($0) epsilon\($0)"))
    }
    var changed = many
    changed[200].sections[0].text += " zeta"
    let (before, after) = (files(many), files(changed))
    let kept = Set(before.keys).intersection(after.keys)
    #expect(before.count > 50)
    #expect(before.count - kept.count <= 4)
  }

  @Test func showsADescriptionOnce() throws {
    var described = page("a/", "A", ("", " It is so. And more."))
    described.description = "It is so."
    let shown = try #require(files([described]).first { $0.key.hasPrefix("assets/search/en/d") }?.value)
    #expect(shown.contains("[\"\",\"\",\"It is so. And more.\"]"))
  }

  @Test func cutsLongTextsBetweenWords() throws {
    let long = page("long/", "Long", ("", String(repeating: "fifteen letters ", count: 40)))
    let shown = try #require(files([long]).first { $0.key.hasPrefix("assets/search/en/d") }?.value)
    #expect(shown.contains(String(repeating: "fifteen letters ", count: 15).dropLast() + "…\"]"))
  }
}

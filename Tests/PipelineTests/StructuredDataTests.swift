import Foundation
import TestSupport
import Testing

@Suite struct StructuredDataTests {
  /// The data on a page, as a program reads it.
  private func graph(_ page: String, baseURL: String? = "https://example.com/docs/") async throws -> [[String: Any]]? {
    let site = await TestSite(
      """
      -- portico.yaml --
      title: Portal
      description: What we offer.
      -- index.md --
      # Home
      -- guides/a.md --
      ---
      description: Says </script> & "more".
      owner: team-x
      ---
      # One <b>two</b>
      -- guides/b.md --
      # B
      """
    ).build(baseURL: baseURL)
    let html = try #require(site.text(page))
    let start = "<script type=\"application/ld+json\">"
    guard let begin = html.range(of: start), let end = html[begin.upperBound...].range(of: "</script>") else {
      return nil
    }
    let data = Data(html[begin.upperBound..<end.lowerBound].utf8)
    let whole = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(whole["@context"] as? String == "https://schema.org")
    return whole["@graph"] as? [[String: Any]]
  }

  @Test func aPageIsAnArticleOfTheSite() async throws {
    let article = try #require(try await graph("guides/a/index.html")?.first)
    #expect(article["@type"] as? String == "TechArticle")
    #expect(article["headline"] as? String == "One two")
    #expect(article["description"] as? String == "Says </script> & \"more\".")
    #expect(article["url"] as? String == "https://example.com/docs/guides/a/")
    #expect((article["author"] as? [String: String])?["name"] == "team-x")
    #expect((article["isPartOf"] as? [String: String])?["url"] == "https://example.com/docs/")
  }

  @Test func theStepsAboveItAreAListThatEndsWithIt() async throws {
    let trail = try #require(try await graph("guides/a/index.html")?.last)
    #expect(trail["@type"] as? String == "BreadcrumbList")
    let steps = try #require(trail["itemListElement"] as? [[String: Any]])
    #expect(steps.map { $0["name"] as? String } == ["Guides", "One two"])
    #expect(
      steps.map { $0["item"] as? String } == [
        "https://example.com/docs/guides/", "https://example.com/docs/guides/a/",
      ])
    #expect(steps.map { $0["position"] as? Int } == [1, 2])
  }

  @Test func theHomePageIsTheSite() async throws {
    let graph = try #require(try await graph("index.html"))
    #expect(graph.map { $0["@type"] as? String } == ["WebSite"])
    #expect(graph[0]["description"] as? String == "What we offer.")
  }

  @Test func thereIsNoneWithoutABaseURLNorOnTheErrorPage() async throws {
    #expect(try await graph("guides/a/index.html", baseURL: nil) == nil)
    #expect(try await graph("404.html") == nil)
  }
}

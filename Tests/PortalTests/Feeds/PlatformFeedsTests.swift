import Foundation
import TestSupport
import Testing

@Suite struct PlatformFeedsTests {
  private struct Feed: Decodable {
    struct Item: Decodable {
      let id: String
      let title: String
      let summary: String
      let date_modified: String
      let tags: [String]
    }

    let title: String
    let home_page_url: String
    let items: [Item]
  }

  private func feed(_ name: String) async throws -> Feed {
    let text = try #require(try await buildEventful().text("feeds/\(name).json"))
    return try JSONDecoder().decode(Feed.self, from: Data(text.utf8))
  }

  @Test func roadmapTellsHowItsItemsStand() async throws {
    let feed = try await feed("roadmap")
    #expect(feed.title == "Harbour: Plans")
    #expect(feed.home_page_url == "https://example.com/p/roadmap/")
    #expect(feed.items.map(\.title) == ["Now: A", "Dropped: C", "Shipped: B"])
    #expect(feed.items.map(\.id).first == "https://example.com/p/roadmap/#a")
    #expect(
      feed.items.map(\.date_modified) == ["2026-06-01T00:00:00Z", "2026-06-01T00:00:00Z", "2026-05-12T00:00:00Z"])
    #expect(
      feed.items.map(\.summary) == [
        "Aimed at 2026-Q1, late. O Why: P", "Dropped: No need. O Why: P", "Shipped on 2026-05-12. O Why: P",
      ])
  }

  @Test func incidentsAreDatedByTheirLastMoment() async throws {
    let items = try await feed("incidents").items
    #expect(items.map(\.title) == ["Work", "Sealed"])
    #expect(items[1].date_modified == "2026-06-12T11:00:00Z")
    #expect(items[1].summary == "Resolved. Down for 50 minutes, from 2026-06-12 10:00 UTC.")
    #expect(items[1].tags == ["Incident", "Down", "Resolved"])
  }

  @Test func workToComeIsDatedNoLaterThanTheDay() async throws {
    let work = try #require(try await feed("incidents").items.first)
    #expect(work.date_modified == "2026-06-30T00:00:00Z")
    #expect(
      work.summary
        == "Reads pause. Planned: from 2026-07-04 06:00 UTC to 2026-07-04 08:00 UTC. Notice.")
  }

  @Test func capabilityHasAllThatConcernsIt() async throws {
    let feed = try await feed("capabilities/secrets")
    #expect(feed.items.map(\.title) == ["Sealed", "Keys & more", "Now: A"])
  }

  @Test func siteWithoutAddressHasNone() async {
    let site = await TestSite(eventful).build()
    #expect(site.paths.filter { $0.hasPrefix("feeds/") } == [])
  }

  @Test func pagesNameTheirFeeds() async throws {
    let site = try await buildEventful()
    let page = try #require(site.text("changes/index.html"))
    #expect(
      page.contains(
        #"<link rel="alternate" type="application/atom+xml" title="Changes (Atom)" href="../feeds/changes.xml">"#))
    #expect(page.contains(#"<a href="../feeds/changes.json">JSON Feed</a>"#))
    #expect(page.contains(#"<a href="../feeds/calendar.ics">iCalendar</a>"#))
    #expect(try #require(site.text("changes/keys/index.html")).contains("atom+xml") == false)
  }
}

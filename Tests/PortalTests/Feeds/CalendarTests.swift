import TestSupport
import Testing

@Suite struct CalendarTests {
  @Test func calendarOfThePlatform() async throws {
    let text = try #require(try await buildEventful().text("feeds/calendar.ics"))
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Portico//EN", "NAME:Harbour: Planned work and deadlines",
        "X-WR-CALNAME:Harbour: Planned work and deadlines", "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "BEGIN:VEVENT", "UID:https://example.com/p/incidents/work/#maintenance", "DTSTAMP:20260630T000000Z",
        "DTSTART:20260704T060000Z", "DTEND:20260704T080000Z", "SUMMARY:Work (notice)", "DESCRIPTION:Reads pause.",
        "URL:https://example.com/p/incidents/work/", "END:VEVENT",
        "BEGIN:VEVENT", "UID:https://example.com/p/changes/keys/#action", "DTSTAMP:20260630T000000Z",
        "DTSTART;VALUE=DATE:20260731", "DTEND;VALUE=DATE:20260801", "TRANSP:TRANSPARENT",
        "SUMMARY:Last day: Rotate", "DESCRIPTION:Keys & more", "URL:https://example.com/p/changes/keys/", "END:VEVENT",
        "END:VCALENDAR", "",
      ])
  }

  @Test func textIsEscapedAndFoldedBetweenCharacters() async throws {
    let site = await TestSite(
      """
      \(platform)
      -- a.md --
      ---
      title: "a, b; c\\\\ d\\r\\ne\\x07 \(String(repeating: "é", count: 40))"
      reviewed: 2026-06-01
      reviewIn: 1 month
      owner: platform
      ---
      """
    ).build(baseURL: "https://example.com/")
    let text = try #require(site.text("feeds/reviews.ics"))
    #expect(
      text.contains(
        "SUMMARY:Review: a\\, b\\; c\\\\ d\\ne\u{FFFD} \(String(repeating: "é", count: 19))\r\n "
          + String(repeating: "é", count: 21) + "\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20260702\r\n"))
    #expect(text.contains("DESCRIPTION:Owner: Platform team\r\n"))
  }

  @Test func lastDayOfACapability() async throws {
    let site = await TestSite(
      """
      \(platform)
      \(capability("vault", "sunset: 2026-12-31\nreplacedBy: capability:secrets").replacing("production", with: "deprecated"))
      \(capability("secrets"))
      """
    ).build(baseURL: "https://example.com/")
    let text = try #require(site.text("feeds/capabilities/vault.ics"))
    #expect(text.contains("DTSTART;VALUE=DATE:20261231\r\n"))
    #expect(text.contains("SUMMARY:Vault ends\r\nDESCRIPTION:Replaced by Secrets.\r\n"))
    #expect(site.text("feeds/capabilities/secrets.ics") == nil)
  }
}

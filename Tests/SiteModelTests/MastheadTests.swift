import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct MastheadTests {
  @Test func announcementLeadsToAPage() {
    let site = assemble(["a.md": "# A\n"], settings: "title: T\nannouncement: {text: 'Now: *new*', link: a.md}")
    #expect(site.findings == [])
    let announcement = site.value.masthead.announcement
    #expect(announcement?.href(in: site.value, root: "../") == "../a/")
  }

  @Test(arguments: [("2026-06-29", false), ("2026-06-30", true)])
  func announcementEndsAfterItsLastDay(until: String, isShown: Bool) {
    let site = assemble(["a.md": "# A\n"], settings: "title: T\nannouncement: {text: New, until: \(until)}")
    #expect((site.value.masthead.announcement != nil) == isShown)
  }

  @Test(arguments: ["announcement: {text: New, link: b.md}", "brand: {logo: logo.svg}"])
  func whatIsNotThereIsReported(setting: String) {
    let site = assemble(["a.md": "# A\n"], settings: "title: T\n\(setting)")
    #expect(site.diagnostics.map(\.rule.id) == ["setting-value"])
  }
}

import TestSupport
import Testing

@Suite struct PublicAddressesTests {
  @Test func listPagesRedirectsAndFilesWithTheirAnchors() async {
    let site = await TestSite(
      """
      -- guide/setup.md --
      ---
      aliases: [/old/]
      ---
      # Setup

      ## What you need[^1]

      [^1]: A note.
      -- guide/plan.pdf --
      x
      """
    ).build()
    let file = site.text("api/v1/urls.json") ?? ""
    #expect(file.contains("\"guide/setup/\": [\n      \"setup\",\n      \"what-you-need\"\n    ]"))
    for address in ["guide/", "guide/plan.pdf", "old/", "llms.txt", "api/v1/pages.json"] {
      #expect(file.contains("\"\(address)\": []"), "\(address)")
    }
    #expect(!file.contains("404.html"))
    #expect(!file.contains("fn-1"))
  }
}

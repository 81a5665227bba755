import Bytes
import Checks
import Diagnostics
import Pipeline
import Reports
import SiteModel
import TestSupport
import Testing

@Suite struct VanishedAddressesTests {
  /// What is told of a site that took the place of another.
  private func report(_ now: String, since before: String) async -> String {
    let earlier = PublicAddresses(of: await TestSite(before).build().result.site)
    let site = await TestSite(now).build()
    let check = VanishedAddresses(since: earlier, settingsPath: "content/portico.yaml")
    let findings = check.check(site.result.site)
    return String(decoding: TextReporter(colour: false).report(findings) { _ in nil }.bytes, as: UTF8.self)
  }

  @Test func pageThatMovedIsKnownByItsHeadings() async {
    let written = await report(
      "-- guides/install.md --\n# Install\n\n## Before you begin\n\n## Check it",
      since: "-- guides/setup.md --\n# Setup\n\n## Before you begin\n\n## Check it")
    #expect(
      written == """
        content/guides/install.md:1:1: error: '/guides/setup/' was public and is gone without a redirect [vanished-address]
          help: If 'Install' took its place, write 'aliases: [/guides/setup/]' in its front matter.

        """)
  }

  @Test func pageThatMovedIsKnownByItsName() async {
    let written = await report(
      "-- how-to/setup.md --\n# Anew\n-- guides/a.md --\n# A",
      since: "-- guides/setup.md --\n# Setup\n-- guides/a.md --\n# A")
    #expect(written.contains("If 'Anew' took its place, write 'aliases: [/guides/setup/]'"))
  }

  @Test func pageWithoutASuccessorGoesToTheFolderAbove() async {
    let written = await report(
      "-- guides/a.md --\n# A\n-- guides/index.md --\n# Guides",
      since: "-- guides/a.md --\n# A\n-- guides/index.md --\n# Guides\n-- guides/old.md --\n# Old")
    #expect(written.contains("If 'Guides' took its place, write 'aliases: [/guides/old/]' in its front matter."))
  }

  @Test func fileThatIsGoneIsTold() async {
    let written = await report("-- a.md --\n# A", since: "-- a.md --\n# A\n-- plan.pdf --\nx")
    #expect(
      written == """
        content/portico.yaml:1:1: error: '/plan.pdf' was public and is gone without a redirect [vanished-address]
          help: Write where its readers should go among the 'redirects' of portico.yaml: '/plan.pdf: /'.

        """)
  }

  @Test(arguments: ["---\naliases: [/guides/setup/]\n---\n", "---\nredirect_from: /guides/setup\n---\n"])
  func redirectIsEnough(frontMatter: String) async {
    let written = await report(
      "-- guides/install.md --\n\(frontMatter)# Install", since: "-- guides/setup.md --\n# Setup")
    #expect(written == "")
  }

  @Test func anchorThatIsGoneIsToldAtTheHeadingThatTookItsPlace() async {
    let written = await report(
      "-- a.md --\n# A\n\n## Limits and quotas", since: "-- a.md --\n# A\n\n## Limits")
    #expect(
      written == """
        content/a.md:3:1: error: the anchor '#limits' of '/a/' was public and is gone [vanished-anchor]
          help: If 'Limits and quotas' took its place, keep the old id: '## Limits and quotas {#limits}'.

        """)
  }

  @Test func anchorIsKeptByAnAttribute() async {
    let written = await report("-- a.md --\n# A\n\n## Quotas {#limits}", since: "-- a.md --\n# A\n\n## Limits")
    #expect(written == "")
  }

  @Test func footnotesAndTabsAreNoPromises() async {
    let written = await report("-- a.md --\n# A", since: "-- a.md --\n# A\n\nX[^1]\n\n[^1]: Y")
    #expect(written == "")
  }

  @Test func newPagesAndAnchorsAreWelcome() async {
    let written = await report("-- a.md --\n# A\n\n## B\n-- c.md --\n# C", since: "-- a.md --\n# A")
    #expect(written == "")
  }
}

import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct PageSourceTests {
  /// What a planned page in `secrets` may ask of a site.
  private func context(_ content: Content, references: [String] = []) throws -> PlanContext {
    var plan = plan("secrets")
    plan.references = references.map { Located($0, at: SourceSpan(path: "content/secrets/capability.yaml")) }
    let site = assemble(content, plans: [plan]).value
    let page = try #require(site.map.page(atFolder: "secrets"))
    return PlanContext(site: site, page: page, root: "../")
  }

  @Test func knowsTheDay() throws {
    #expect(try context([:]).asOf.iso == "2026-06-30")
  }

  @Test func linksItsReferences() throws {
    let context = try context(
      ["secrets/how.md": "# How", "x.pdf": ""], references: ["how.md", "gone.md", "../x.pdf", "https://example.com"])
    #expect(context.reference(0)?.title == "How")
    #expect(context.reference(0)?.href == "../secrets/how/")
    #expect(context.reference(1) == nil)
    #expect(context.reference(2)?.href == "../x.pdf")
    #expect(context.reference(3) == nil)
  }

  @Test func linksThePageOfAFolder() throws {
    let context = try context(["guides/index.md": "---\ntitle: Guides\ndescription: All.\ntype: how-to\n---\n"])
    let link = try #require(context.link(folder: "guides", fragment: "part"))
    #expect(link.title == "Guides")
    #expect(link.href == "../guides/#part")
    #expect(link.description == "All.")
    #expect(link.type == .howTo)
    #expect(context.link(folder: "gone") == nil)
  }

  @Test func listsThePagesBelowAFolderInReadingOrder() throws {
    let context = try context([
      "secrets/z.md": "---\nweight: 1\n---\n# Z", "secrets/a.md": "# A",
      "secrets/sub/index.md": "---\nweight: 2\n---\n# Sub",
      "secrets/sub/y.md": "---\nweight: 1\n---\n# Y", "secrets/b.md": "---\nhidden: true\n---\n# B",
      "other.md": "# Other",
    ])
    #expect(context.pages(below: "secrets").map(\.title) == ["Z", "Sub", "Y", "A"])
  }

  @Test func listsPagesThatTheNavigationLeavesOutLast() throws {
    let context = try context([
      "portico.yaml": "title: A\nnavigation: [secrets/c.md, secrets/b.md]", "secrets/a.md": "# A",
      "secrets/b.md": "# B",
      "secrets/c.md": "# C",
    ])
    #expect(context.pages(below: "secrets").map(\.title) == ["C", "B", "A"])
  }

  @Test func fragmentsAreEncoded() throws {
    #expect(try context([:]).link(folder: "secrets", fragment: "a <b>")?.href == "../secrets/#a%20%3Cb%3E")
  }

  @Test func fileLinksFromWhereItLies() {
    let site = assemble(["a b.md": "# A"]).value
    let context = PlanContext(site: site, file: "api/v1/x.json")
    #expect(context.link(document: "a b.md")?.href == "../../a%20b/")
    #expect(context.href(file: "feeds/a b.xml") == "../../feeds/a%20b.xml")
    #expect(context.reference(0) == nil)
  }

  @Test func fileLinksWithFullAddressesWhereTheSiteHasOne() {
    let site = assemble(["a.md": "# A"], settings: "title: T\nbaseURL: https://example.com/x").value
    #expect(PlanContext(site: site, file: "api/v1/x.json").link(document: "a.md")?.href == "https://example.com/x/a/")
  }

  @Test func fileAsksOnBehalfOfAPage() {
    var secrets = plan("secrets")
    secrets.references = [Located("how.md", at: SourceSpan(path: "content/secrets/capability.yaml"))]
    let site = assemble(["secrets/how.md": "# How"], plans: [secrets]).value
    let context = PlanContext(site: site, file: "x.json").onBehalf(ofPlanAt: "secrets")
    #expect(context.reference(0)?.href == "./secrets/how/")
  }
}

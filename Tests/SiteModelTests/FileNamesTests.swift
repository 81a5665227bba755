import Diagnostics
import Testing

@testable import SiteModel

@Suite struct FileNamesTests {
  @Test(arguments: [
    ("01-intro.md", 1, "intro.md"), ("2_deploy", 2, "deploy"), ("003 - a b", 3, "a b"), ("10.setup.md", 10, "setup.md"),
  ]) func readsNumbersBeforeNames(_ name: String, _ number: Int, _ rest: String) {
    let split = FileNames.numbered.split(name)
    #expect(split.number == number)
    #expect(split.name == rest)
  }

  @Test(arguments: ["2026-01-02-note.md", "1.2-changes.md", "404.md", "7", "a-1.md", "3d.md", "1 a.md"])
  func leavesDatesVersionsAndOtherNamesAlone(_ name: String) {
    let split = FileNames.numbered.split(name)
    #expect(split.number == nil)
    #expect(split.name == name)
  }

  @Test func plainNamesHaveNoNumbers() {
    #expect(FileNames.plain.split("01-intro.md").name == "01-intro.md")
    #expect(FileNames.plain.address(of: "01-a/02-b") == "01-a/02-b")
  }

  @Test func numbersAreNoPartOfAddresses() {
    let site = assemble([
      "portico.yaml": "title: A\nfileNames: numbered", "02-guides/02-deploy.md": "# Deploy\n\n[b](./build)",
      "02-guides/01-build.md": "# Build\n\n[d](02-deploy.md) [i](../intro)", "01-intro.md": "# Intro",
    ])
    #expect(site.findings == [])
    #expect(site.value.addresses == ["/intro/", "/guides/build/", "/guides/deploy/", "/", "/guides/"])
    #expect(site.value.outline == "Intro\nGuides\n  Build\n  Deploy")
    #expect(site.value.links.failures.isEmpty)
  }

  @Test func slugsTakeThePlaceOfNames() {
    let site = assemble([
      "a/x.md": "---\nslug: y\n---\n# X", "a/z.md": "---\nslug: /top\n---\n# Z",
      "start.md": "---\nslug: /\n---\n# Start",
      "b.md": "[x](a/x.md) [z](top/) [s](start.md)",
    ])
    #expect(site.findings == [])
    #expect(site.value.addresses == ["/a/y/", "/top/", "/b/", "/", "/a/"])
    #expect(site.value.pages.first { $0.isHome }?.title == "Start")
    #expect(site.value.links.failures.isEmpty)
  }

  @Test func idsAreNamesWhereFilesAreNumbered() {
    let files: Content = ["01-x.md": "---\nid: why\n---\n# X"]
    #expect(assemble(files, settings: "title: A\nfileNames: numbered").value.addresses == ["/why/", "/"])
    #expect(assemble(files).value.addresses == ["/01-x/", "/"])
  }

  @Test func pagesOfMiddlemanHaveTheNamesOfTheirPages() {
    let site = assemble(["index.html.md": "# Home\n\n[a](a.html)", "a.html.md": "# A"])
    #expect(site.findings == [])
    #expect(site.value.addresses == ["/a/", "/"])
    #expect(site.value.links.failures.isEmpty)
  }
}

import Diagnostics
import Testing

@testable import SiteModel

@Suite struct LinkAdvisorTests {
  /// What is certainly meant by a destination on `guides/here.md`; nil where a person has to decide.
  private func right(_ destination: String) -> String? {
    assemble([
      "index.md": "# Home\n",
      "guides/here.md": "[x](<\(destination)>)\n\n## Part one\n",
      "guides/setup.md":
        "---\naliases: [/old/setup/, /old-guides/]\n---\n# Setup\n\n## What you need\n\n## What you needed\n",
      "guides/Two Words.md": "",
      "reference/README.md": "---\naliases: [/ref/]\n---\n# Reference\n",
      "reference/R&D.md": "",
      "reference/Über.md": "",
      "img/logo.png": "",
    ]).value.failures(of: "guides/here.md").first.flatMap(\.right)
  }

  @Test(arguments: [
    ("Setup.md", "setup.md"), ("./SETUP.md#what-you-need", "./setup.md#what-you-need"), ("Setup", "setup"),
    ("Setup/", "setup/"), ("../Guides//setup.md?a=B", "../guides//setup.md?a=B"),
    ("/GUIDES/../guides/SETUP.md", "/GUIDES/../guides/setup.md"), ("../IMG/Logo.PNG", "../img/logo.png"),
    ("two%20words.md", "Two%20Words.md"), ("../Reference/", "../reference/"),
    ("../Reference/readme.md", "../reference/README.md"),
    ("../reference/%C3%9Cber.MD", "../reference/%C3%9Cber.md"),
  ])
  func correctsTheLetterCaseAndNothingElse(_ written: String, _ right: String) {
    #expect(self.right(written) == right)
  }

  @Test(arguments: [
    ("../old/setup.md", "setup.md"), ("../old/setup.md#what-you-need", "setup.md#what-you-need"),
    ("/old/setup.md", "/guides/setup.md"), ("/old/setup/", "/guides/setup.md"), ("../old/setup", "setup.md"),
    ("../old-guides/index.md", "setup.md"), ("../ref.md", "../reference/README.md"),
    ("../ref/?a#top", "../reference/README.md?a#top"),
  ])
  func leadsToWhereAPageHasMoved(_ written: String, _ right: String) {
    #expect(self.right(written) == right)
  }

  @Test(arguments: [
    ("setup.md#What-you-need", "setup.md#what-you-need"), ("#part_one", "#part-one"),
    ("setup.md?a#whatYouNeed:~:text=b", "setup.md?a#what-you-need:~:text=b"),
  ])
  func correctsAnAnchorThatIsSpeltInAnotherWay(_ written: String, _ right: String) {
    #expect(self.right(written) == right)
  }

  @Test(arguments: ["setpu.md", "setup.md#what-you-nead", "../reference/r&d.md", "gone.md", "../../../x.md"])
  func leavesAllElseToAPerson(_ written: String) { #expect(right(written) == nil) }
}

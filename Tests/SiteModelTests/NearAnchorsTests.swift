import Diagnostics
import Testing

@testable import SiteModel

@Suite struct NearAnchorsTests {
  private func near(_ text: String) -> NearAnchors {
    NearAnchors(of: Page(document: document(text).value, sitePath: "page/", folder: "", isFolderPage: false))
  }

  @Test func namesTheNearestFirstAndThreeAtMost() {
    let near = near("# Get token\n\n# Token limits\n\n# Token costs\n\n# Token ages\n\n# Other\n")
    #expect(near.nearest(to: "token-limit") == ["token-limits", "get-token", "token-costs"])
    #expect(near.nearest(to: "zzz") == [])
  }

  @Test(arguments: [
    ("What-You-Need", "what-you-need"), ("what_you_need", "what-you-need"), ("whatyouneed?", "what-you-need"),
    ("limits-costs", "limits--costs"), ("ÜBERBLICK", "überblick"), ("section-1-2", "section-12"), ("named", "Named"),
  ])
  func isCertainOfWhatDiffersInCaseAndPunctuationAlone(_ written: String, _ id: String) {
    let text = "# What you need\n\n# Limits & costs\n\n# Überblick\n\n# Section 1.2\n\n<a id=\"Named\"></a>\n"
    #expect(near(text).certain(for: written) == id)
  }

  @Test func isCertainOfAHeadingWithAnIDOfItsOwn() {
    #expect(near("# Get a token {#token}\n").certain(for: "get-a-token") == "token")
  }

  @Test(arguments: ["what-you-nead", "", "...", "a-b"])
  func isCertainOfNothingElse(_ written: String) {
    #expect(near("# What you need\n\n# A.b\n\n# A, b\n\n<a id=a_b></a>\n").certain(for: written) == nil)
  }
}

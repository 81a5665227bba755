import Testing

@testable import ExternalLinks

@Suite struct AnchorsTests {
  @Test(arguments: [
    ("limits", "limits"), ("%C3%BCber", "über"), ("fn:1", "fn:1"), ("limits:~:text=x", "limits"), ("Lambda", "Lambda"),
    ("section-4.2", "section-4.2"), ("v1.10", "v1.10"),
  ]) func idIsWanted(fragment: String, anchor: String) {
    #expect(Anchors.wanted(by: fragment[...]) == anchor)
  }

  @Test(arguments: [
    "", "top", "TOP", ":~:text=some%20words", "L10", "L10-L20", "page=2", "/route", "!/route", "t=10&x",
    "issuecomment-123456", "discussion_r4567",
  ]) func otherFragmentsAreLeftAlone(fragment: String) {
    #expect(Anchors.wanted(by: fragment[...]) == nil)
  }

  private func missing(_ anchor: String, in page: String) -> Bool {
    Anchors.missing([anchor], in: Array(page.utf8)) == [anchor]
  }

  @Test func idsAndNamesAnswer() {
    let page = "<h1 id=limits>Limits</h1><a name='use'></a>"
    #expect(!missing("limits", in: page))
    #expect(!missing("use", in: page))
    #expect(missing("limit", in: page))
    #expect(missing("Limits", in: page))
  }

  @Test func idInACommentIsNone() {
    #expect(missing("limits", in: "<!-- <p id= limits> --><p>limits</p>"))
  }

  @Test func idOfGitHubAnswersWithoutItsPrefix() {
    #expect(!missing("limits", in: "<h1><a id='user-content-limits'></a></h1>"))
  }

  @Test(arguments: ["<script>make(\"limits\")</script>", "<a href='#limits'>", "<p data-x=\"limits\">"])
  func whatIsMentionedMayBeMadeByAScript(page: String) {
    #expect(!missing("limits", in: page + "<p id=a><p id=b><p id=c><p id=d><p id=e>"))
  }

  @Test func pageMadeInTheBrowserTellsNothing() {
    #expect(!missing("limits", in: "<div id=root></div><script src=app.js></script>"))
    #expect(missing("limits", in: "<script></script><p id=a><p id=b><p id=c><p id=d><p id=e>"))
  }
}

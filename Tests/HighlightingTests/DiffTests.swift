import Testing

@Suite struct DiffTests {
  @Test func linesAndHeadings() throws {
    #expect(
      try marked("--- a\n+++ b\n@@ -1 +1 @@\n c\n-d\n+e", as: "diff")
        == "‹h:--- a›\n‹h:+++ b›\n‹h:@@ -1 +1 @@›\n c\n‹d:-d›\n‹i:+e›")
  }

  @Test func removedLinesThatBeginWithDashes() throws {
    #expect(
      try marked("--- a\n b", as: "diff")
        == "‹d:--- a›\n b")
  }
}

import Diagnostics
import Testing

@Suite struct IgnoreCommentTests {
  private func read(_ text: String) -> IgnoreComment? {
    IgnoreComment(Array(text.utf8)[...], at: SourceSpan(path: "a.md", line: 3, column: 5), lines: 3...4)
  }

  @Test func namesHaveTheirPlaces() throws {
    let comment = try #require(read("<!-- portico-ignore broken-link , empty-link: in June -->"))
    #expect(comment.names.map(\.text) == ["broken-link", "empty-link"])
    #expect(comment.names.map(\.span.column) == [25, 39])
    #expect(comment.names.map(\.span.length) == [11, 10])
    #expect(comment.hasReason)
    #expect(comment.lines == 3...4)
  }

  @Test func commentOfYAML() throws {
    let comment = try #require(read("# portico-ignore unknown-key: why: another tool reads it"))
    #expect(comment.names.map(\.text) == ["unknown-key"])
    #expect(comment.hasReason)
  }

  @Test func namesBelowTheFirstLineHaveThePlaceOfTheComment() throws {
    let comment = try #require(read("<!-- portico-ignore\nbroken-link: in June -->"))
    #expect(comment.names.map(\.span) == [SourceSpan(path: "a.md", line: 3, column: 5)])
  }

  @Test(arguments: ["<!-- portico-ignore broken-link -->", "<!-- portico-ignore broken-link: -->", "# portico-ignore"])
  func reasonMayBeMissing(text: String) throws {
    #expect(try #require(read(text)).hasReason == false)
  }

  @Test(arguments: ["<!-- portico-ignored a: b -->", "# see portico-ignore", "", "<!-->", "<!-- -->", "###"])
  func otherComments(text: String) {
    #expect(read(text) == nil)
  }
}

import Testing

@testable import Markdown

@Suite struct IncludeRequestTests {
  private func request(_ line: String) throws -> IncludeRequest {
    var line = line
    return try line.withUTF8 { try IncludeRequest.read(ByteView($0), isListed: false) }
  }

  private func fault(_ line: String) -> String? {
    do {
      _ = try request(line)
      return nil
    } catch {
      return (error as? IncludeRequest.Fault)?.message
    }
  }

  @Test(arguments: [
    ("--8<-- \"a/b.md\"", "a/b.md", IncludeRequest.Part.all),
    ("-8<- 'a.md'", "a.md", .all),
    ("--8<-- \"a.md:region_1\"", "a.md", .region("region_1")),
    ("--8<-- \"a.md:2:5\"", "a.md", .lines([2...5])),
    ("--8<-- \"a.md:4\"", "a.md", .lines([4...Int.max])),
    ("--8<-- \"a.md::3,7:8\"", "a.md", .lines([1...3, 7...8])),
    ("--8<-- \"c:/a.md\"", "c:/a.md", .all),
    ("--8<-- \"https://a.b/c.md\"", "https://a.b/c.md", .all),
    ("{!docs/a.yaml!}", "docs/a.yaml", .all),
    ("{! docs/a.yaml !}", "docs/a.yaml", .all),
    (":::include a.go#main", "a.go", .region("main")),
    (":::include \"my file.go\" lines=2-5,8,10-", "my file.go", .lines([2...5, 8...8, 10...Int.max])),
  ])
  func readsEveryForm(line: String, path: String, part: IncludeRequest.Part) throws {
    let request = try request(line)
    #expect(request.path == path)
    #expect(request.part == part)
  }

  @Test(arguments: [
    ("--8<-- \"a.md:5:2\"", "'5:2' names no lines"),
    ("--8<-- \"a.md:0:2\"", "'0:2' names no lines"),
    (":::include a.md lines=x", "'x' names no lines"),
    (":::include a.md lines=2,", "'' names no lines"),
    (":::include a.md#b lines=2", "an include takes a region or lines, not both"),
    (":::include a.md b.md", "'b.md' is one file too many"),
    (":::include a.md line=2", "an include has no option 'line'"),
    (":::include", "the include names no file"),
  ])
  func refusesWhatNamesNothing(line: String, message: String) {
    #expect(fault(line) == message)
  }

  @Test(arguments: [
    "--8<-- a.md", "8<-- \"a.md\"", "--8<-- \"\"", "--8<--\"a.md\"", "--8<-- \"a.md\" b", "--8<-- 'a.md\"",
  ])
  func otherLinesAreText(line: String) {
    var line = line
    #expect(line.withUTF8 { SnippetLine(ByteView($0)) } == nil)
  }

  @Test(arguments: ["{!a!}", "{!!}", "{! a b.md !}", "{!a.md!", "{%a.md%}", "{!.!", ""])
  func otherBracesAreText(line: String) {
    var line = line
    #expect(line.withUTF8 { BraceInclude(ByteView($0)) == nil })
  }
}

import Bytes
import Testing

@Suite struct PathPatternsTests {
  private func matches(_ pattern: String, _ path: String) -> Bool { PathPatterns([pattern]).match(path) }

  @Test(arguments: [
    ("draft.md", "a/draft.md"), ("*.md", "a/b/c.md"), ("/draft.md", "draft.md"), ("a/*.md", "a/b.md"),
    ("partials/", "x/partials/y.md"), ("partials", "partials/deep/y.md"), ("a/**/z.md", "a/b/c/z.md"),
    ("a/**/z.md", "a/z.md"), ("**/_*.md", "x/_part.md"), ("a?c.md", "abc.md"), ("[a-c]x.md", "bx.md"),
    ("[!a]x.md", "bx.md"), ("\\!x.md", "!x.md"), ("x\\*.md", "x*.md"), ("drafts/** ", "drafts/a/b.md"),
    ("[x.md", "[x.md"),
  ]) func matches(pattern: String, path: String) {
    #expect(matches(pattern, path))
  }

  @Test(arguments: [
    ("/draft.md", "a/draft.md"), ("*.md", "a.markdown"), ("a/*.md", "a/b/c.md"), ("a/*.md", "x/a/b.md"),
    ("draft.md/", "draft.md"), ("# note", "# note"), ("", "a"), ("a?c.md", "a/c.md"), ("[a-c]x.md", "dx.md"),
    ("/", "a"),
  ]) func leavesAlone(pattern: String, path: String) {
    #expect(!matches(pattern, path))
  }

  @Test func lastPatternThatMatchesDecides() {
    let patterns = PathPatterns(["drafts/", "!drafts/kept.md"])
    #expect(patterns.match("drafts/a.md"))
    #expect(!patterns.match("drafts/kept.md"))
  }

  @Test func manyStarsTakeNoTime() {
    let pattern = String(repeating: "a*", count: 200) + "b"
    #expect(!matches(pattern, String(repeating: "a", count: 2000)))
  }
}

import Bytes
import Testing

@Suite struct SlugTests {
  @Test(arguments: [
    ("Getting Started", "getting-started"), ("What's new?", "whats-new"), ("A & B", "a--b"),
    ("snake_case-x", "snake_case-x"),
    ("Über uns", "über-uns"), ("日本語", "日本語"), ("🚀 Launch", "-launch"), ("v1.2.3", "v123"), ("!!!", ""),
  ])
  func followsGitHub(heading: String, slug: String) {
    #expect(Slug.github(heading) == slug)
  }

  @Test func numbersRepeatedSlugs() {
    var slugs = UniqueSlugs()
    #expect(["a", "a", "a-1", "a", ""].map { slugs.claim($0) } == ["a", "a-1", "a-1-1", "a-2", "section"])
  }
}

import Bytes
import Testing

@Suite struct ContentPathTests {
  @Test func takesPathsApart() {
    #expect(ContentPath.folder(of: "a/b/c.md") == "a/b")
    #expect(ContentPath.folder(of: "c.md") == "")
    #expect(ContentPath.name(of: "a/b/c.md") == "c.md")
    #expect(ContentPath.stem(of: "a/v1.2.md") == "v1.2")
    #expect(ContentPath.fileExtension(of: "a/B.MD") == "md")
    #expect(ContentPath.fileExtension(of: ".hidden") == "")
  }

  @Test(arguments: [
    ("x.md", "a/b", "a/b/x.md"), ("../x.md", "a/b", "a/x.md"), ("./x/./y/", "a", "a/x/y"), ("..", "a", ""),
  ])
  func resolvesRelativeReferences(reference: String, folder: String, expected: String) {
    #expect(ContentPath.resolve(reference, from: folder) == expected)
  }

  @Test func refusesToLeaveTheRoot() {
    #expect(ContentPath.resolve("../../x", from: "a") == nil)
  }
}

import Testing

@testable import Markup

@Suite struct SrcsetTests {
  @Test(arguments: [
    ("a", ["a"]), ("a, b 2x", ["a", "b"]), ("a 1x,b 2x", ["a", "b"]), (" , a 480w ,\n b 960w, ", ["a", "b"]),
    ("a,b", ["a,b"]), ("a, ,b", ["a", "b"]), ("data:x,y 1x, b 2x", ["data:x,y", "b"]),
    ("a foo(b, c) 1x, d", ["a", "d"]),
    ("", []), (" ,, ", []),
  ])
  func findsEachCandidate(srcset: String, found: [String]) {
    #expect(addresses("<img srcset='\(srcset)'>") == found)
  }
}

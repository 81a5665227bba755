import Testing

@testable import Markup

@Suite struct StyleScannerTests {
  @Test(arguments: [
    ("a{b:url(x)}", ["x"]), ("a{b:URL( 'x' )}", ["x"]), ("a{b:url(\"x\") c, url(y)}", ["x", "y"]),
    ("@import 'x';", ["x"]),
    ("@import/**/\"x\" screen;", ["x"]), ("@import url(x) layer(y);", ["x"]), ("/* url(y) */", []),
    ("a::after{content:\"url(y)\"}", []), ("@namespace svg url(y);", []), ("a{b:url(#y)}", []), ("a{b:url()}", []),
    ("a{b:url(y z)}", []), ("a{b:url(y'z)}", []), ("a{b:xurl(y)}", []), ("a{b:\\75rl(x\\2e png)}", ["x.png"]),
    ("a{b:image-set('x' 1x, url(y) 2x, url('z') 3x, 'a' type('image/avif'))}", ["x", "y", "z", "a"]),
    ("a{b:-webkit-image-set(\"x\" 1x) 'y'}", ["x"]), ("a{b:image-set('x' 1x;c:'y'}", ["x"]),
    ("a{b:url('x\\'y')}", ["x'y"]), ("a{b:'y\nurl(x)}", ["x"]), ("a{b:url(x", ["x"]), ("a{b:url('x", ["x"]),
  ])
  func findsWhatIsFetched(text: String, found: [String]) {
    #expect(addresses(text, as: .css) == found)
    #expect(addresses("<style>\(text)</style>") == found)
  }

  @Test func leavesOutStylesInOtherLanguages() {
    #expect(addresses("<style type='text/less'>a{b:url(y)}</style><style type=text/css>a{b:url(x)}</style>") == ["x"])
  }
}

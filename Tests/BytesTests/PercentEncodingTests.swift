import Bytes
import Testing

@Suite struct PercentEncodingTests {
  @Test(arguments: [
    ("a b/ü.html", "a%20b/%C3%BC.html"), ("a:b?c#d", "a%3Ab%3Fc%23d"), ("plain/x-1.png", "plain/x-1.png"),
  ])
  func encodesWhatAPathMayNotHold(path: String, encoded: String) {
    #expect(PercentEncoding.encode(path: path) == encoded)
    #expect(PercentEncoding.decode(encoded) == path)
  }

  @Test func leavesBrokenEscapesAlone() {
    #expect(PercentEncoding.decode("100%") == "100%")
    #expect(PercentEncoding.decode("%zz%4") == "%zz%4")
  }
}

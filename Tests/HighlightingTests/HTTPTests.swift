import Testing

@Suite struct HTTPTests {
  @Test func requestsHeadersAndBodies() throws {
    #expect(
      try marked("GET /a HTTP/1.1\nHost: b\n\n{\"c\": 1}", as: "http")
        == "‹k:GET› ‹s:/a› ‹k:HTTP/1.1›\n‹p:Host›: b\n\n{‹p:\"c\"›: ‹n:1›}")
  }

  @Test func answers() throws {
    #expect(
      try marked("HTTP/1.1 200 OK\nA: b\n", as: "http")
        == "‹k:HTTP/1.1› ‹n:200› OK\n‹p:A›: b\n")
  }
}

import Testing

@Suite struct QueriesTests {
  @Test func labelsAndDurations() throws {
    #expect(
      try marked(#"sum by (a) (rate(b{c="d",e!~"f"}[5m])) # g"#, as: "promql")
        == #"‹f:sum› ‹k:by› (a) (‹f:rate›(b{‹p:c›=‹s:"d"›,‹p:e›!~‹s:"f"›}[‹n:5m›])) ‹c:# g›"#)
  }

  @Test func fieldsVariablesAndDirectives() throws {
    #expect(
      try marked("query A($b: Int) { c(d: $b) @e }", as: "graphql")
        == "‹k:query› ‹f:A›(‹v:$b›: ‹t:Int›) { ‹f:c›(‹p:d›: ‹v:$b›) ‹a:@e› }")
  }

  @Test func rules() throws {
    #expect(
      try marked("deny contains m if { not f(input.a) } # c", as: "rego")
        == "deny ‹k:contains› m ‹k:if› { ‹k:not› ‹f:f›(‹v:input›.a) } ‹c:# c›")
  }

  @Test func messagesAndServices() throws {
    #expect(
      try marked("message A { string b = 1; } // c", as: "protobuf")
        == "‹k:message› ‹t:A› { ‹t:string› b = ‹n:1›; } ‹c:// c›")
  }
}

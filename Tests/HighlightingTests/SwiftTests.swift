import Testing

@Suite struct SwiftTests {
  @Test func interpolationNests() throws {
    #expect(
      try marked(#"let a = "b \(c("d")) \n""#, as: "swift")
        == #"‹k:let› a = ‹s:"b ›‹e:\(›‹f:c›(‹s:"d"›)‹e:)›‹s: ›‹e:\n›‹s:"›"#)
  }

  @Test func directivesAndAttributes() throws {
    #expect(
      try marked("#if A\n@main struct S {}", as: "swift")
        == "‹a:#if› ‹t:A›\n‹a:@main› ‹k:struct› ‹t:S› {}")
  }
}

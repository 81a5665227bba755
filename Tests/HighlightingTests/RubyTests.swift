import Testing

@Suite struct RubyTests {
  @Test func symbolsVariablesAndInterpolation() throws {
    #expect(
      try marked("a(:b, c: @d) # e\n\"#{f[\"g\"]}\"", as: "ruby")
        == "‹f:a›(‹n::b›, ‹p:c›: ‹v:@d›) ‹c:# e›\n‹s:\"›‹e:#{›f[‹s:\"g\"›]‹e:}›‹s:\"›")
  }

  @Test func heredocs() throws {
    #expect(
      try marked("a(<<~SQL)\n  b #{c}\nSQL\nd", as: "ruby")
        == "‹f:a›(<<~‹s:SQL›)\n‹s:  b ›‹e:#{›c‹e:}›‹s:\nSQL›\nd")
  }

  @Test func wordListsAndRegularExpressions() throws {
    #expect(
      try marked(#"%w[a b] + x =~ /c\/d/i"#, as: "ruby")
        == #"‹s:%w[a b]› + x =~ ‹s:/c\/d/i›"#)
  }
}

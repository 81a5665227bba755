import Testing

@Suite struct ElixirTests {
  @Test func atomsAttributesAndSigils() throws {
    #expect(
      try marked(##"@a ~r/b/; f(:c, d: "#{e}")"##, as: "elixir")
        == #"‹a:@a› ‹s:~r/b/›; ‹f:f›(‹n::c›, ‹p:d›: ‹s:"›‹e:#{›e‹e:}›‹s:"›)"#)
  }
}

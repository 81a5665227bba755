import Testing

@Suite struct GoTests {
  @Test func declarationsAndRawStrings() throws {
    #expect(
      try marked(#"func f(a int) { b := `c\n` + "d\n" }"#, as: "go")
        == #"‹k:func› ‹f:f›(a ‹t:int›) { b := ‹s:`c\n`› + ‹s:"d›‹e:\n›‹s:"› }"#)
  }
}

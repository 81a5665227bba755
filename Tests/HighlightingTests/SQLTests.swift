import Testing

@Suite struct SQLTests {
  @Test func wordsInAnyCaseAndDoubledQuotes() throws {
    #expect(
      try marked("select count(*) FROM a where b = 'it''s' -- c", as: "sql")
        == "‹k:select› ‹f:count›(*) ‹k:FROM› a ‹k:where› b = ‹s:'it›‹e:''›‹s:s'› ‹c:-- c›")
  }
}

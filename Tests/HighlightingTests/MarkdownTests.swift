import Testing

@Suite struct MarkdownTests {
  @Test func headingsListsAndSpans() throws {
    #expect(
      try marked("# A\n\n- `b` [c](d)\n> e", as: "md")
        == "‹h:# A›\n\n‹k:-› ‹s:`b`› [c](‹p:d›)\n‹k:>› e")
  }

  @Test func fencesInTheirLanguages() throws {
    #expect(
      try marked("```json\n{\"a\": 1}\n```\nb", as: "md")
        == "‹s:```json›\n{‹p:\"a\"›: ‹n:1›}\n‹s:```›\nb")
  }

  @Test func frontMatter() throws {
    #expect(
      try marked("---\na: 1\n---\n# b", as: "md")
        == "‹k:---›\n‹p:a›: ‹n:1›\n‹k:---›\n‹h:# b›")
  }
}

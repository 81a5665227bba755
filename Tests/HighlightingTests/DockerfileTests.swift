import Testing

@Suite struct DockerfileTests {
  @Test func instructionsAndCommands() throws {
    #expect(
      try marked("FROM a:1 AS b\nRUN c --d \\\n  && e \"f\"\nENV G=h # i", as: "dockerfile")
        == "‹k:FROM› a:‹n:1› ‹k:AS› b\n‹k:RUN› ‹f:c› ‹p:--d› ‹e:\\›\n  && ‹f:e› ‹s:\"f\"›\n‹k:ENV› ‹v:G›=h ‹c:# i›")
  }
}

import Testing

@Suite struct MakefileTests {
  @Test func targetsVariablesAndRecipes() throws {
    #expect(
      try marked("A := b # c\nall: $(A) ## d\n\t@e -f \"$$G\" $@\n", as: "make")
        == "‹v:A› := b ‹c:# c›\n‹f:all›: ‹v:$(A)› ‹c:## d›\n\t‹k:@›‹f:e› ‹p:-f› ‹s:\"›‹v:$$G›‹s:\"› ‹v:$@›\n")
  }

  @Test func directives() throws {
    #expect(
      try marked("ifeq ($(A),b)\ninclude c\nendif", as: "make")
        == "‹k:ifeq› (‹v:$(A)›,b)\n‹k:include› c\n‹k:endif›")
  }
}

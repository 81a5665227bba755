import Testing

@testable import Highlighting

@Suite struct LanguageTests {
  @Test(arguments: [
    ("bash", "bash"), ("SH", "bash"), ("yml", "yaml"), ("jsonc", "json"), ("Plaintext", "text"), ("C#", "csharp"),
    ("tf", "hcl"), ("shell-session", "console"), ("logql", "promql"),
  ])
  func findsLanguagesByAliasInAnyCase(alias: String, name: String) {
    #expect(Language.named(alias)?.name == name)
  }

  @Test func unknownNamesHaveNoLanguage() {
    #expect(Language.named("yamll") == nil)
  }

  @Test func everyNameStandsForOneLanguage() {
    let names = Language.all.flatMap { [$0.name] + $0.aliases }
    #expect(names.count == Set(names).count)
    #expect(names.sorted() == Language.names)
  }

  @Test func everyLanguageHasASample() {
    #expect(Samples.languages == Language.all.map(\.name).sorted())
  }

  @Test func namesAreInLowerCase() {
    #expect(Language.names.filter { $0 != $0.lowercased() } == [])
  }

  @Test func plainTextHasNoTokens() throws {
    #expect(try marked("if 1 # \"x\"", as: "none") == "if 1 # \"x\"")
  }
}

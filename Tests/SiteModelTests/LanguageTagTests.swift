import SiteModel
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: ["en", "de-AT", "zh-Hant-TW", "es-419", "gsw"]) func tagIsKeptAsWritten(text: String) {
    #expect(LanguageTag(text)?.text == text)
  }

  @Test(arguments: ["", "e", "de_AT", "de-", "-de", "../de", "1a", "de-überall", "Portuguese-Brazil!"])
  func whatIsNoTagIsNone(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func languageIsTheFirstSubtag() {
    #expect(LanguageTag("PT-br")?.language == "pt")
  }

  @Test(arguments: ["ar", "he-IL", "fa", "ur", "az-Arab", "yi"]) func linesOfSomeRunFromTheRight(text: String) {
    #expect(LanguageTag(text)?.direction == "rtl")
  }

  @Test(arguments: ["en", "de", "ks-Deva", "az", "ja"]) func linesOfOthersRunFromTheLeft(text: String) {
    #expect(LanguageTag(text)?.direction == "ltr")
  }
}

import Bytes
import Testing

/// Texts that are made in Swift, and how a language says them.
@Suite struct PhraseTests {
  private static let german = Phrases(
    [
      "{} days": "{} Tage", "{} of {}": "{2}, davon {1}", "Met": "Eingehalten", "state: {}": "Zustand: {}",
      "broken {": "kaputt {", "odd {}": "{3} {x} {} {-1}",
    ],
    formats: ["decimal": ",", "thousands": ".", "minus": "-", "date": "{3}.{2}.{1}", "month": "{2}/{1}"])

  private func german(_ phrase: Phrase) -> String { PhraseTests.german.text(of: phrase) }

  @Test func englishIsWhatStandsInTheProgram() {
    let phrase: Phrase = "\(3) of \("four") on \(date: "2026-09-01"), \(number: "1,234.5") in all"
    #expect(phrase.english == "3 of four on 2026-09-01, 1,234.5 in all")
    #expect(phrase.pattern == "{} of {} on {}, {} in all")
  }

  @Test func translationIsFoundByItsPattern() {
    #expect(german("\(12) days") == "12 Tage")
  }

  @Test func phraseWithoutTranslationStaysEnglish() {
    #expect(german("\(12) weeks") == "12 weeks")
  }

  @Test func translationMayTurnValuesRound() {
    #expect(german("\(1) of \(2)") == "2, davon 1")
  }

  @Test func phraseWithinAPhraseIsTranslatedToo() {
    #expect(german("state: \("Met" as Phrase)") == "Zustand: Eingehalten")
  }

  @Test func namesAreNotTranslated() {
    #expect(german(Phrase(verbatim: "Met")) == "Met")
    #expect(german("state: \("Met" as String)") == "Zustand: Met")
  }

  @Test func valueIsNeverTakenForAPlace() {
    #expect(german("state: \("{} {1}")") == "Zustand: {} {1}")
  }

  @Test func whatIsNoPlaceOfATranslationStays() {
    #expect(german("odd \("x")") == "{3} {x} x {-1}")
    #expect(german("broken {") == "kaputt {")
  }

  @Test(arguments: [("99.95", "99,95"), ("1,234,567.5", "1.234.567,5"), ("−3", "-3")])
  func numberHasTheMarksOfTheLanguage(digits: String, written: String) {
    #expect(german("\(number: digits)") == written)
    #expect(("\(number: digits)" as Phrase).english == digits)
  }

  @Test func dateIsWrittenInTheOrderOfTheLanguage() {
    #expect(german("\(date: "2026-09-01")") == "01.09.2026")
    #expect(german("\(date: "2026-09")") == "09/2026")
  }

  @Test func oneIsCountedWithoutAnS() {
    #expect(Phrase(count: 1, "day").english == "1 day")
    #expect(Phrase(count: 0, "day").english == "0 days")
    #expect(german(Phrase(count: 2, "day")) == "2 Tage")
  }

  @Test func phrasesAreJoinedWithWhatIsTheSameEverywhere() {
    let joined = ([Phrase(count: 2, "day"), "Met"] as [Phrase]).joined(separator: ", ")
    #expect(joined.english == "2 days, Met")
    #expect(german(joined) == "2 Tage, Eingehalten")
  }

  @Test func emptyPhraseIsEmpty() {
    #expect(("" as Phrase).isEmpty)
    #expect(!("Met" as Phrase).isEmpty)
  }

  @Test func phrasesAreTheSameIfTheySayTheSame() {
    #expect("\(2) days" == Phrase(count: 2, "day"))
    #expect("\(2) days" != Phrase(count: 3, "day"))
  }
}

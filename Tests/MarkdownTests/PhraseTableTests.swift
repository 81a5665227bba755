import Testing

@testable import Markdown

@Suite struct PhraseTableTests {
  private func scan(_ text: String, _ phrases: [String]) -> (words: Int, found: [String]) {
    let bytes = Array(text.utf8)
    var found: [String] = []
    let words = PhraseTable(phrases).scan(bytes) { phrase, range in
      found.append("\(phrase)=\(String(decoding: bytes[range], as: UTF8.self))")
    }
    return (words, found)
  }

  @Test func findsWholeWordsInAnyLetterCase() {
    #expect(scan("Slave slaves enslave SLAVE's", ["slave"]).found == ["slave=Slave", "slave=SLAVE"])
  }

  @Test func takesTheLongestPhraseThatBeginsAtAWord() {
    #expect(scan("black list blacks", ["black", "black list"]).found == ["black list=black list"])
  }

  @Test func countsWordsOfAnyScript() {
    #expect(scan("naïve — “cloud” 2\u{A0}GB, файл.", []).words == 5)
  }

  @Test func findsPhrasesBeyondASCII() {
    #expect(scan("die Fälle, Fällen", ["fälle"]).found == ["fälle=Fälle"])
  }

  @Test func isLinearInTextWithoutSpaces() {
    let text = String(repeating: "slave-", count: 50_000)
    #expect(scan(text, ["slave"]).words == 50_000)
  }

  @Test func takesNoPhraseFromNoPhrases() {
    #expect(scan("a", ["", "a b c"]).found == [])
  }
}

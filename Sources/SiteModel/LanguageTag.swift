/// A language tag (BCP 47), as far as a site needs to know it.
package struct LanguageTag: Sendable, Hashable {
  /// As it was written: `en`, `de-AT`, `zh-Hant`.
  package let text: String
  private let subtags: [String]

  /// - Returns: nil for what is no tag: subtags of one to eight letters and digits, the first of letters, with hyphens between.
  package init?(_ text: String) {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = subtags.first, (2...8).contains(language.utf8.count), language.utf8.allSatisfy(isLetter),
      subtags.allSatisfy({ (1...8).contains($0.utf8.count) && $0.utf8.allSatisfy(isLetterOrDigit) })
    else { return nil }
    self.text = text
    self.subtags = subtags.map { $0.lowercased() }
  }

  /// What a site is written in that says nothing else.
  package static let english = LanguageTag(subtags: ["en"])

  private init(subtags: [String]) {
    text = subtags.joined(separator: "-")
    self.subtags = subtags
  }

  /// The language alone, in small letters: `de` of `de-AT`.
  package var language: String { subtags[0] }

  /// `rtl` where lines run from right to left, else `ltr`; a script in the tag decides before the language.
  package var direction: String {
    let script = subtags.dropFirst().first { $0.utf8.count == 4 && $0.utf8.allSatisfy(isLetter) }
    let isRightToLeft =
      script.map(LanguageTag.scriptsFromRight.contains) ?? LanguageTag.languagesFromRight.contains(language)
    return isRightToLeft ? "rtl" : "ltr"
  }

  private static let scriptsFromRight: Set = ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand"]

  /// The languages that CLDR writes from right to left where the tag names no script.
  private static let languagesFromRight: Set = [
    "ar", "arc", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug", "ur",
    "yi",
  ]
}

private func isLetter(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

import Bytes

/// Words that say nothing of what somebody looks for, by language.
enum StopWords {
  /// The words of a language, with their letters folded; none for a language that has no list.
  ///
  /// - Parameter language: a language tag (BCP 47).
  static func of(_ language: String) -> Set<String> {
    byLanguage[key(language)] ?? []
  }

  /// The same, to look words up in.
  static func table(of language: String) -> StringTable { tables[key(language)] ?? StringTable() }

  private static func key(_ language: String) -> String { String(language.prefix { $0 != "-" }).lowercased() }

  private static let tables = byLanguage.mapValues { StringTable($0) }

  private static let byLanguage = [
    "en": """
    a about am an and are as at be by can do does for from get has have how i if in into is it its me my of on or our \
    should that the their them there they this to us was we what when where which who why will with you your
    """,
    "de": """
    als am an auf aus bei bin das dass dem den der des die durch ein eine einem einen einer eines er es fur hat ich ihr \
    im in ist kann man mein mich mit nach nicht oder sich sie sind so uber um und uns unser von vor wann warum was wer \
    werden wie wir wird wo zu zum zur
    """,
  ].mapValues { Set($0.split(separator: " ").map(String.init)) }
}

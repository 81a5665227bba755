import YAML

/// What a site sets for the rules of writing.
package struct WritingSettings: Sendable {
  /// Words and phrases that the site writes otherwise.
  package struct WordChoice: Sendable {
    package var avoid: [String]
    /// What to write instead; nil where it depends.
    package var use: String?
    /// Why, as a sentence.
    package var reason: String?
  }

  /// Of one page, outside of code.
  package var maxWords = 3_000
  package var words: [WordChoice] = []
  /// Phrases that are right although a list has a word of them.
  package var allow: [String] = []

  package init() {}

  /// Reads what stands under `writing`.
  static func read(_ reader: inout MappingReader) -> WritingSettings {
    var settings = WritingSettings()
    settings.maxWords = reader.int("maxWords")?.value ?? settings.maxWords
    settings.words = reader.mappings("words", what: "word choice") { inner in
      let avoid = inner.texts("avoid").map(\.value)
      if avoid.isEmpty { _ = inner.text("avoid", required: true) }
      return WordChoice(avoid: avoid, use: inner.text("use")?.value, reason: inner.text("because")?.value)
    }
    settings.allow = reader.texts("allow").map(\.value)
    return settings
  }
}

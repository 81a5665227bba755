import Diagnostics
import YAML

/// What a site sets for its search.
package struct SearchSettings: Sendable {
  /// Words and phrases that mean the same, in groups of two and more.
  package var synonyms: [[String]] = []

  package init() {}

  /// Reads what stands under `search`.
  static func read(_ reader: inout MappingReader) -> SearchSettings {
    var settings = SearchSettings()
    for group in reader.texts("synonyms") {
      let words = group.value.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
      if words.count > 1 {
        settings.synonyms.append(words)
      } else {
        reader.report(
          Diagnostic(
            .settingValue, "'\(group.value)' means the same as nothing else", at: group.span,
            help: "Write two or more words or phrases with commas between them: 'roll back, undo, revert'."))
      }
    }
    return settings
  }
}

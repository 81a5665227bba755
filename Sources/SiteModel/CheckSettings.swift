package import Bytes
package import Diagnostics
package import YAML

/// What a site sets for its findings.
package struct CheckSettings: Sendable {
  /// Severity by the id of a rule or the name of a group; nil switches the rule or group off.
  package typealias Severities = [(rule: Located<String>, severity: Severity?)]

  /// Severities in some of the files.
  package struct Folder: Sendable {
    /// A pattern of content paths, as it was written.
    package let path: Located<String>
    package let patterns: PathPatterns
    package let severities: Severities
  }

  package var severities: Severities = []
  /// The last one that means a file and names a rule decides.
  package var folders: [Folder] = []
  package var external = ExternalLinkSettings()
  /// The comments in the file of the settings by which findings are left out.
  package var ignores: [IgnoreComment] = []
}

extension CheckSettings {
  static func read(_ reader: inout MappingReader) -> CheckSettings {
    var settings = CheckSettings()
    settings.severities = readSeverities(&reader)
    settings.folders = reader.mappings("folders", what: "folder") { inner in
      let path = inner.text("path", required: true)
      let severities = readSeverities(&inner)
      return path.map { Folder(path: $0, patterns: PathPatterns([$0.value]), severities: severities) }
    }
    settings.external =
      reader.mapping("external", what: "external") { ExternalLinkSettings.read(&$0) } ?? settings.external
    return settings
  }

  private static func readSeverities(_ reader: inout MappingReader) -> Severities {
    let rules = reader.node("rules").map { readPairs($0, what: "rules", &reader) } ?? []
    return rules.compactMap { rule, text in
      if text.value == "off" { return (rule, nil) }
      if let severity = Severity(rawValue: text.value) { return (rule, severity) }
      reader.report(
        Diagnostic(
          .settingValue, "'\(text.value)' is no severity", at: text.span, help: "Write 'off', 'warning' or 'error'."))
      return nil
    }
  }
}

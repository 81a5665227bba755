import Bytes
import Diagnostics
import Files
import SiteModel
import YAML

/// The severities that a site gives to rules, in some of its folders others than elsewhere.
struct SeverityPolicy: Sendable {
  /// By the id of a rule or the name of a group; nil for what is off.
  private typealias Severities = [String: Severity?]

  private let settings: CheckSettings
  private let site: Severities
  /// In the order of the settings.
  private let folders: [Severities]

  init(_ settings: CheckSettings) {
    self.settings = settings
    site = SeverityPolicy.table(settings.severities)
    folders = settings.folders.map { SeverityPolicy.table($0.severities) }
  }

  private static func table(_ severities: CheckSettings.Severities) -> Severities {
    Severities(severities.map { ($0.rule.value, $0.severity) }) { _, last in last }
  }

  /// Whether a rule is on anywhere.
  func isOn(_ rule: Rule) -> Bool {
    severity(of: rule, in: []) != nil || folders.indices.contains { severity(of: rule, in: [$0]) != nil }
  }

  /// Which of the settings' folders a file lies in.
  ///
  /// - Parameter path: a content path.
  func folders(of path: String) -> [Int] {
    settings.folders.indices.filter { settings.folders[$0].patterns.match(path) }
  }

  /// What the folders, the last of them first, and then the site say of the rule itself, else of its group, else what the
  /// rule says; nil for a rule that is off.
  func severity(of rule: Rule, in places: [Int]) -> Severity? {
    let tables = places.reversed().map { folders[$0] } + [site]
    if let own = tables.lazy.compactMap({ $0[rule.id] }).first { return own }
    if let group = rule.group?.rawValue, let shared = tables.lazy.compactMap({ $0[group] }).first { return shared }
    return rule.isOff ? nil : rule.severity
  }

  // MARK: - Faults of the settings

  /// What in the settings names no rule, or no file.
  ///
  /// - Parameter files: content paths of all files.
  func faults(knownRules: [Rule], files: Set<String>) -> [Diagnostic] {
    let names = knownRules.map(\.id) + RuleGroup.allCases.map(\.rawValue)
    let unknown = (settings.severities + settings.folders.flatMap(\.severities)).filter {
      !names.contains($0.rule.value)
    }
    return unknown.map { Diagnostic.unknownRule($0.rule.value, at: $0.rule.span, known: names) }
      + settings.folders.filter { folder in !files.contains(where: folder.patterns.match) }
      .map { SeverityPolicy.unmatched($0.path, files: files) }
  }

  private static func unmatched(_ path: Located<String>, files: Set<String>) -> Diagnostic {
    let folders = Set(files.map(ContentPath.folder)).filter { !$0.isEmpty }
    let wanted = path.value.split(separator: "/").prefix { !$0.contains("*") }.joined(separator: "/")
    return Diagnostic(
      .unmatchedPattern, "no file is at \(path.value.quoted)", at: path.span,
      help: DidYouMean.help(for: wanted, in: folders)
        ?? "Write the path of a folder or file below the content folder, such as 'guides/legacy/**'.")
  }
}

extension Diagnostic {
  /// A name that is that of no rule and of no group.
  static func unknownRule(_ name: String, at span: SourceSpan, known names: [String]) -> Diagnostic {
    Diagnostic(
      .unknownRule, "there is no rule \(name.quoted)", at: span,
      help: DidYouMean.help(for: name, in: names) ?? "'portico explain' lists the rules.")
  }
}

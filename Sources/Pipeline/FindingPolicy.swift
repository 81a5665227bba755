package import Diagnostics
package import Files
package import SiteModel

/// What becomes of findings: a site decides by its settings, authors by comments at the place.
package struct FindingPolicy: Sendable {
  private let severities: SeverityPolicy
  private let ignores: [IgnoreComment]
  private let knownRules: [Rule]
  private let tree: FileTree
  /// Paths, as spans give them, of files whose lines no report may show.
  private let confidential: Set<String>

  /// - Parameters:
  ///   - content: what the site was read from.
  ///   - knownRules: every rule of the program.
  init(_ severities: SeverityPolicy, site: Site, content: Content, in tree: FileTree, knownRules: [Rule]) {
    self.severities = severities
    ignores = content.settings.check.ignores + content.ignores + site.pages.flatMap { $0.document?.ignores ?? [] }
    self.knownRules = knownRules
    self.tree = tree
    confidential = content.confidential
  }

  /// For a folder of published files, in which no comment leaves anything out.
  package init(_ settings: CheckSettings, published tree: FileTree, knownRules: [Rule]) {
    severities = SeverityPolicy(settings)
    ignores = settings.ignores
    self.knownRules = knownRules
    self.tree = tree
    confidential = []
  }

  /// The findings that count, with the site's severities, in report order.
  ///
  /// Those of rules that are off do not, nor those that a comment leaves out; a comment that leaves nothing out is one. What a text that many pages include has wrong is found on each, and told once. Call it once, with all that was found.
  ///
  /// - Parameter idle: the rules that nothing looked for in this run, whose comments may well be of use in another.
  package func apply(_ found: [Diagnostic], idle: [Rule] = []) -> [Diagnostic] {
    var places = FolderPlaces(severities: severities, tree: tree)
    var comments = IgnoredPlaces(ignores, knownRules: knownRules)
    let kept = found.filter { places.severity(of: $0.rule, at: $0.span) != nil && !comments.leaveOut($0) }
    let isIdle = Set(idle)
    let faults = comments.faults { rule, span in
      !isIdle.contains(rule) && places.severity(of: rule, at: span) != nil
    }
    return FindingPolicy.withoutRepetition(
      (kept + faults).compactMap { finding in
        guard let severity = places.severity(of: finding.rule, at: finding.span) else { return nil }
        var finding = finding
        finding.severity = severity
        if let path = finding.span?.path, confidential.contains(path) { finding.hidesSource = true }
        return finding
      }.sorted(by: Diagnostic.precedes))
  }

  private static func withoutRepetition(_ findings: [Diagnostic]) -> [Diagnostic] {
    var last: Diagnostic?
    return findings.filter { finding in
      defer { last = finding }
      return finding.span == nil
        || (finding.span, finding.rule, finding.message) != (last?.span, last?.rule, last?.message)
    }
  }
}

/// Finds the severity of a rule in a file, matching each file with the settings' folders once.
private struct FolderPlaces {
  let severities: SeverityPolicy
  let tree: FileTree
  private var known: [String: [Int]] = [:]

  init(severities: SeverityPolicy, tree: FileTree) {
    self.severities = severities
    self.tree = tree
  }

  /// Nil for a rule that is off there.
  mutating func severity(of rule: Rule, at span: SourceSpan?) -> Severity? {
    guard let span else { return severities.severity(of: rule, in: []) }
    let folders = known[span.path] ?? tree.path(displayed: span.path).map(severities.folders) ?? []
    known[span.path] = folders
    return severities.severity(of: rule, in: folders)
  }
}

import Diagnostics
import Files
import Markdown
import YAML

/// The comments of a site by which findings are left out, and which of their names did so.
struct IgnoredPlaces {
  /// A rule or group on a line of a file, or anywhere in the file.
  private struct Place: Hashable {
    let path: String
    let line: Int?
    let name: String
  }

  private let comments: [IgnoreComment]
  private let knownRules: [Rule]
  /// Of each place the comment that is about it: the nearest, where several are.
  private var owners: [Place: Int] = [:]
  private var used: Set<Use> = []

  /// A name of a comment.
  private struct Use: Hashable {
    let comment: Int
    let name: String
  }

  /// - Parameter comments: one in a text which several pages include is there several times, about more lines where more of
  ///   the text is included.
  init(_ comments: [IgnoreComment], knownRules: [Rule]) {
    let longest = Dictionary(comments.map { ($0.span, $0) }) { $0.lines.upperBound < $1.lines.upperBound ? $1 : $0 }
    self.comments = longest.values.sorted { $0.span < $1.span }
    self.knownRules = knownRules
    for index in self.comments.indices.reversed() where self.comments[index].hasReason {
      for name in self.comments[index].names { claim(name.text, for: index) }
    }
  }

  /// Takes the lines of a comment that no later one has, passing over what another owns in one step.
  private mutating func claim(_ name: String, for index: Int) {
    let (path, lines) = (comments[index].span.path, comments[index].lines)
    owners[Place(path: path, line: nil, name: name)] = index
    var line = lines.lowerBound
    while line <= lines.upperBound {
      let place = Place(path: path, line: line, name: name)
      if let owner = owners[place] {
        line = max(line, comments[owner].lines.upperBound)
      } else {
        owners[place] = index
      }
      line += 1
    }
  }

  /// Whether a comment leaves a finding out.
  ///
  /// What is said of a file as a whole, on its first line, may be left out by a comment anywhere in it.
  mutating func leaveOut(_ finding: Diagnostic) -> Bool {
    guard !owners.isEmpty, let span = finding.span, !IgnoredPlaces.isNeverLeftOut(finding.rule) else { return false }
    let isOfFile = span == SourceSpan(path: span.path)
    for name in [finding.rule.id, finding.rule.group?.rawValue].compactMap(\.self) {
      for line in isOfFile ? [span.line, nil] : [span.line] {
        guard let owner = owners[Place(path: span.path, line: line, name: name)] else { continue }
        used.insert(Use(comment: owner, name: name))
        return true
      }
    }
    return false
  }

  // MARK: - Faults

  /// What is wrong with the comments, once all findings have been asked about.
  ///
  /// - Parameter isLookedFor: whether a rule was looked for at a place.
  func faults(where isLookedFor: (Rule, SourceSpan) -> Bool) -> [Diagnostic] {
    let names = knownRules.map(\.id) + RuleGroup.allCases.map(\.rawValue)
    return comments.indices.flatMap { index in
      let comment = comments[index]
      guard comment.hasReason, !comment.names.isEmpty else { return [IgnoredPlaces.incomplete(comment)] }
      return comment.names.compactMap { name -> Diagnostic? in
        let rules = knownRules.filter { $0.id == name.text || $0.group?.rawValue == name.text }
        if rules.isEmpty { return .unknownRule(name.text, at: name.span, known: names) }
        if rules.allSatisfy(IgnoredPlaces.isNeverLeftOut) {
          return Diagnostic(
            .invalidIgnore, "'\(name.text)' cannot be ignored", at: name.span,
            help: "Mend what it finds, or set its severity under 'check' in portico.yaml.")
        }
        guard !used.contains(Use(comment: index, name: name.text)),
          rules.contains(where: { isLookedFor($0, comment.span) })
        else { return nil }
        return Diagnostic(
          .unusedIgnore, "nothing here is found by '\(name.text)'", at: name.span,
          help: "Remove the comment, or write it on the line of the finding, or on one of its own above.")
      }
    }
  }

  private static func incomplete(_ comment: IgnoreComment) -> Diagnostic {
    let name = comment.names.first?.text.split(separator: " ").first.map(String.init)
    return Diagnostic(
      .invalidIgnore, name == nil ? "the comment names no rule to ignore" : "the comment does not say why",
      at: comment.span, help: "Write 'portico-ignore \(name ?? "RULE"): REASON'.")
  }

  /// A file that could not be read as what it is has nothing in it to trust, comments least of all; and of these rules the
  /// last three speak of the comments themselves.
  private static func isNeverLeftOut(_ rule: Rule) -> Bool {
    [
      .fileUnreadable, .yamlSyntax, .yamlLimit, .markdownLimit, .invalidUTF8, .invalidIgnore, .unusedIgnore,
      .unknownRule,
    ].contains(rule)
  }
}

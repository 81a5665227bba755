/// How grave a finding is.
///
/// An error fails the build.
package enum Severity: String, Sendable, Comparable, CaseIterable {
  case warning
  case error

  package static func < (left: Severity, right: Severity) -> Bool {
    left == .warning && right == .error
  }
}

/// Rules that a site gives a severity together, by the name of the group.
package enum RuleGroup: String, Sendable, CaseIterable {
  /// What is promised to users of the platform, and what they are told.
  case promises
  /// How pages are written; off until the site asks for it.
  case writing
}

/// One kind of finding: its name, and what `portico explain` and the handbook say of it.
package struct Rule: Sendable {
  /// Lower-case words joined by hyphens; unique and stable, since ignore lists and CI reports name it.
  package let id: String
  /// The severity where the site sets none.
  package let severity: Severity
  /// The group that the rule is switched with; nil for a rule that stands alone.
  package let group: RuleGroup?
  /// Whether the rule is off until the site sets a severity for it, or for its group.
  package let isOff: Bool
  /// Whether its findings may be no fault of the site, so that they fail no build even where warnings do.
  package let isAdvisory: Bool
  /// What is wrong, as a sentence.
  package let summary: String
  /// Why it matters to a reader or a build.
  package let rationale: String
  /// What to do about it.
  package let remedy: String
  /// A source that the rule finds fault with; empty where none would help.
  package let bad: String
  /// The same source, mended.
  package let good: String

  package init(
    _ id: String, _ severity: Severity, in group: RuleGroup? = nil, isOff: Bool = false, isAdvisory: Bool = false,
    _ summary: String, rationale: String, remedy: String, bad: String = "", good: String = ""
  ) {
    self.id = id
    self.severity = severity
    self.group = group
    self.isAdvisory = isAdvisory
    self.isOff = isOff || group == .writing
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.bad = bad
    self.good = good
  }
}

extension Rule: Hashable {
  package static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

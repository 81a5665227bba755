import Diagnostics
import SiteModel
import YAML

/// The severities that a site gives to rules.
struct SeverityPolicy {
  private var severities: [String: Severity?] = [:]
  private var diagnostics: [Diagnostic] = []

  init(_ settings: SiteSettings, knownRules: [Rule]) {
    let names = knownRules.map(\.id) + RuleGroup.allCases.map(\.rawValue)
    for (rule, severity) in settings.severities {
      severities.updateValue(severity, forKey: rule.value)
      guard !names.contains(rule.value) else { continue }
      diagnostics.append(
        Diagnostic(
          .unknownRule, "there is no rule '\(rule.value)'", at: rule.span,
          help: DidYouMean.help(for: rule.value, in: names) ?? "'portico explain' lists the rules."))
    }
  }

  /// The findings with the site's severities, without those of rules that are off, in report order.
  ///
  /// What a text that many pages include has wrong is found on each, and told once.
  func apply(to found: [Diagnostic]) -> [Diagnostic] {
    let findings = (found + diagnostics).compactMap { diagnostic -> Diagnostic? in
      guard let severity = severity(of: diagnostic.rule) else { return nil }
      var changed = diagnostic
      changed.severity = severity
      return changed
    }.sorted(by: Diagnostic.precedes)
    var last: Diagnostic?
    return findings.filter { finding in
      defer { last = finding }
      return finding.span == nil
        || (finding.span, finding.rule, finding.message) != (last?.span, last?.rule, last?.message)
    }
  }

  func isOn(_ rule: Rule) -> Bool { severity(of: rule) != nil }

  /// What the site says of the rule itself, else of its group; nil for a rule that is off.
  private func severity(of rule: Rule) -> Severity? {
    if let own = severities[rule.id] { return own }
    guard let group = rule.group else { return rule.severity }
    return severities[group.rawValue] ?? nil
  }
}

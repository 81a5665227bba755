package import Diagnostics
package import YAML

/// Which rules a site asks its capabilities, and for which level.
package struct ScorecardPolicy: Sendable {
  /// Names, from the lowest.
  package let levels: [String]
  /// In the order of all rules; level is an index into `levels`.
  package let rules: [(rule: ScorecardRule, level: Int)]

  /// The levels of a site that names none.
  package static let defaultLevels = ["Bronze", "Silver", "Gold"]

  /// - Parameters:
  ///   - levels: names from the lowest; the default ones if there are none. Rules of levels that are missing belong to the highest.
  ///   - changes: rule ids with the name of a level, or `off`; what names neither rule nor level is reported.
  package static func make(
    levels: [String], changes: [(rule: Located<String>, level: Located<String>)]
  ) -> Outcome<ScorecardPolicy> {
    let names = levels.isEmpty ? defaultLevels : levels
    var chosen: [String: Int?] = [:]
    var diagnostics: [Diagnostic] = []
    for (rule, level) in changes {
      let ids = ScorecardRule.all.map(\.id)
      if !ids.contains(rule.value) {
        diagnostics.append(unknown("rule", rule, ids))
      } else if let index = names.firstIndex(of: level.value) {
        chosen.updateValue(index, forKey: rule.value)
      } else if level.value == "off" {
        chosen.updateValue(nil, forKey: rule.value)
      } else {
        diagnostics.append(unknown("level", level, names + ["off"]))
      }
    }
    let rules = ScorecardRule.all.compactMap { rule -> (rule: ScorecardRule, level: Int)? in
      let level = chosen[rule.id] ?? min(rule.level, names.count - 1)
      return level.map { (rule, $0) }
    }
    return Outcome(ScorecardPolicy(levels: names, rules: rules), diagnostics)
  }

  private static func unknown(_ what: String, _ name: Located<String>, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .scorecardSetting, "the scorecard has no \(what) '\(name.value)'", at: name.span,
      help: DidYouMean.help(for: name.value, in: known) ?? "Write one of: \(known.joined(separator: ", ")).")
  }
}

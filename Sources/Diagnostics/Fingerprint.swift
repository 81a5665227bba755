/// What makes two findings the same although lines have moved: the rule, the file and what is said.
package struct Fingerprint: Hashable, Sendable {
  package let rule: String
  /// Nil for a finding about the whole build.
  package let path: String?
  package let message: String

  package init(rule: String, path: String?, message: String) {
    self.rule = rule
    self.path = path
    self.message = message
  }

  package init(_ finding: Diagnostic) {
    self.init(rule: finding.rule.id, path: finding.span?.path, message: finding.message)
  }
}

extension [Diagnostic] {
  /// The findings without as many of each fingerprint as there were before; of those that are the same, the last are new.
  package func subtracting(_ known: some Sequence<Fingerprint>) -> [Diagnostic] {
    var counts: [Fingerprint: Int] = [:]
    for fingerprint in known { counts[fingerprint, default: 0] += 1 }
    return filter { finding in
      let fingerprint = Fingerprint(finding)
      guard let count = counts[fingerprint], count > 0 else { return true }
      counts[fingerprint] = count - 1
      return false
    }
  }
}

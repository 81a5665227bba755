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

/// How often each of some fingerprints is there.
package struct FingerprintCounts: Sendable {
  private var counts: [Fingerprint: Int] = [:]

  package init(_ fingerprints: some Sequence<Fingerprint> = []) {
    for fingerprint in fingerprints { add(fingerprint) }
  }

  /// - Returns: how often it is there now.
  @discardableResult package mutating func add(_ fingerprint: Fingerprint) -> Int {
    counts[fingerprint, default: 0] += 1
    return counts[fingerprint, default: 0]
  }

  /// Takes one away.
  ///
  /// - Returns: whether there was one.
  package mutating func take(_ fingerprint: Fingerprint) -> Bool {
    guard let count = counts[fingerprint], count > 0 else { return false }
    counts[fingerprint] = count - 1
    return true
  }
}

extension [Diagnostic] {
  /// The findings without as many of each fingerprint as there were before; of those that are the same, the last are new.
  package func subtracting(_ known: some Sequence<Fingerprint>) -> [Diagnostic] {
    var known = FingerprintCounts(known)
    return filter { !known.take(Fingerprint($0)) }
  }
}

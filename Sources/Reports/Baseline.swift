package import Diagnostics

/// Findings that a site had when it began to be checked, so that only others count.
///
/// They are known by rule, file and message, so that a line that moves makes none of them new, and are counted: where a file
/// had a finding twice, a third is new. The file has a line for each, in the order of their files, so that two branches that
/// mend different findings merge.
package struct Baseline: Sendable {
  /// In the order of the file.
  package let entries: [Fingerprint]

  package init(_ entries: some Sequence<Fingerprint>) {
    self.entries = entries.sorted { Baseline.key(of: $0).lexicographicallyPrecedes(Baseline.key(of: $1)) }
  }

  private static func key(of entry: Fingerprint) -> [String] { [entry.path ?? "", entry.rule, entry.message] }

  /// For each finding whether it was there before, and what was and is no more.
  ///
  /// - Parameter findings: of findings that are alike, the last are those that are new.
  package func compare(_ findings: [Diagnostic]) -> (isKnown: [Bool], gone: [Fingerprint]) {
    var left = FingerprintCounts(entries)
    let isKnown = findings.map { left.take(Fingerprint($0)) }
    return (isKnown, entries.filter { left.take($0) })
  }

  /// The same without some of its entries, each taken out once.
  package func removing(_ gone: [Fingerprint]) -> Baseline {
    var gone = FingerprintCounts(gone)
    return Baseline(entries.filter { !gone.take($0) })
  }
}

// MARK: - The file

extension Baseline {
  /// A line of the file that is none of a baseline.
  package struct LineError: Error {
    /// One-based.
    package let line: Int
  }

  private static let heading = """
    # Findings that are known: a file, a rule and a message to a line, separated by tabs.
    # 'portico check --baseline FILE' removes those that are mended; --update-baseline adds what is found.

    """

  /// The file, as UTF-8: a file, a rule and a message to a line, separated by tabs; lines that begin with `#` are comments.
  package var text: String {
    Baseline.heading
      + entries.map { entry in
        let line = Baseline.key(of: entry).map(Baseline.escaped).joined(separator: "\t") + "\n"
        return line.hasPrefix("#") ? "\\u{23}" + line.dropFirst() : line
      }.joined()
  }

  package init(reading text: String) throws(LineError) {
    var entries: [Fingerprint] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(Baseline.unescaped)
      guard fields.count == 3 else { throw LineError(line: index + 1) }
      entries.append(Fingerprint(rule: fields[1], path: fields[0].isEmpty ? nil : fields[0], message: fields[2]))
    }
    self.init(entries)
  }

  /// What would end a field or a line as `\u{…}`.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      let isPlain = scalar != "\\" && scalar != "\t" && !Character(scalar).isNewline
      escaped += isPlain ? String(Character(scalar)) : "\\u{\(String(scalar.value, radix: 16))}"
    }
    return escaped
  }

  private static func unescaped(_ text: Substring) -> String {
    text.replacing(#/\\u\{([0-9a-f]{1,6})\}/#) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? String(match.0)
    }.description
  }
}

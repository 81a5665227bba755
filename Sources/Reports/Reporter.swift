package import Bytes
package import Diagnostics

/// Writes findings in one format.
package protocol Reporter: Sendable {
  /// The whole report as UTF-8. The same findings give the same bytes.
  ///
  /// - Parameters:
  ///   - diagnostics: in report order.
  ///   - source: the bytes of a source file by its path in a span, nil where they cannot be had.
  func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer
}

/// Finds the bytes of a file by the path that spans give it.
package typealias SourceLookup = (_ path: String) -> [UInt8]?

extension Diagnostic {
  /// All that there is to say, as sentences.
  var sentences: [String] { [message + "."] + notes + (help.map { [$0] } ?? []) }

  /// The place; for a finding about the whole build the folder that all is in, where a format wants one.
  var place: SourceSpan { span ?? SourceSpan(path: ".") }
}

/// Numbers findings that are alike, for formats that want each to have a name of its own.
struct Occurrences {
  private var counts = FingerprintCounts()

  /// How many findings with the same rule, file and message there were, this one included.
  mutating func number(of finding: Diagnostic) -> Int { counts.add(Diagnostics.Fingerprint(finding)) }

  /// A short name for a finding that no other of the report has, and that stays when lines move.
  mutating func name(of finding: Diagnostic) -> String {
    let parts = [finding.rule.id, finding.place.path, finding.message, String(number(of: finding))]
    return Bytes.Fingerprint(parts.joined(separator: "\0").utf8).hex
  }
}

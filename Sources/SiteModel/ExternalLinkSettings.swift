package import Bytes
import Diagnostics
import YAML

/// How links out of the site are checked: what a site says under `check.external`.
package struct ExternalLinkSettings: Sendable {
  /// What one host is asked with.
  package struct Host: Sendable {
    /// As in a URL, with a port that is not the usual one.
    package var name: String
    /// Names of header fields, and the environment variables that hold their values.
    package var headers: [(field: String, variable: String)]

    package init(name: String, headers: [(field: String, variable: String)]) {
      self.name = name
      self.headers = headers
    }
  }

  /// Addresses, ranges such as `10.20.0.0/16` and host names that may be asked although they are not public.
  package var allow: [String] = []
  /// URLs, without their scheme, that are not asked for.
  package var exclude = PathPatterns()
  /// Status codes that are good besides 200 to 299.
  package var accept: [Int] = []
  package var hosts: [Host] = []
  /// Requests side by side.
  package var concurrency = 16
  /// Requests to one host side by side.
  package var perHost = 2
  /// Between the beginnings of two requests to one host.
  package var pause = Duration.milliseconds(100)
  /// How often a request that failed is repeated.
  package var retries = 2
  /// Before the first repetition; each later one waits twice as long.
  package var backoff = Duration.seconds(1)
  /// The longest pause that a host may ask for.
  package var longestPause = Duration.seconds(60)
  package var connectTimeout = Duration.seconds(10)
  /// From the request to the first byte of the answer.
  package var firstByteTimeout = Duration.seconds(20)
  /// Of one request.
  package var wholeTimeout = Duration.seconds(30)
  /// Of all requests together; what is left then stays unchecked.
  package var runTimeout = Duration.seconds(600)
  /// Decoded bytes of a page in which anchors are looked for.
  package var mostBytes = 4 << 20
  /// For how long a good answer is not asked for again.
  package var keepGood = Duration.seconds(7 * 86_400)
  /// For how long it is remembered that a link was broken.
  package var keepBroken = Duration.seconds(30 * 86_400)

  package init() {}
}

extension ExternalLinkSettings {
  /// Reads what stands under `check.external`.
  static func read(_ reader: inout MappingReader) -> ExternalLinkSettings {
    var settings = ExternalLinkSettings()
    settings.readChoice(&reader)
    settings.readPace(&reader)
    settings.keepGood = reader.period("keepGood").map { length(of: $0.value) } ?? settings.keepGood
    settings.keepBroken = reader.period("keepBroken").map { length(of: $0.value) } ?? settings.keepBroken
    return settings
  }

  /// A month counts as thirty days.
  private static func length(of period: Period) -> Duration {
    .seconds(60 * ((period.months * 30 + period.days) * 1_440 + period.minutes))
  }

  private mutating func readChoice(_ reader: inout MappingReader) {
    allow = reader.texts("allow").map(\.value)
    exclude = PathPatterns(reader.texts("exclude").map { ExternalLinkSettings.withoutScheme($0.value) })
    accept = reader.texts("accept").compactMap { code in
      if let number = Int(code.value), (100...999).contains(number) { return number }
      reader.report(
        Diagnostic(
          .settingValue, "\(code.value.quoted) is no status code", at: code.span, help: "Write one such as 403."))
      return nil
    }
    hosts = reader.mappings("hosts", what: "host") { inner in
      guard let name = inner.text("host", required: true)?.value else { return nil }
      let headers = inner.node("headers").map { ExternalLinkSettings.readHeaders($0, &inner) } ?? []
      return Host(name: name.lowercased(), headers: headers)
    }
  }

  private mutating func readPace(_ reader: inout MappingReader) {
    func number(_ key: String, _ reader: inout MappingReader, in range: ClosedRange<Int>) -> Int? {
      guard let written = reader.int(key) else { return nil }
      if range.contains(written.value) { return written.value }
      let help = "Write a number from \(range.lowerBound) to \(range.upperBound)."
      reader.report(Diagnostic(.settingValue, "'\(key)' cannot be \(written.value)", at: written.span, help: help))
      return nil
    }
    concurrency = number("concurrency", &reader, in: 1...256) ?? concurrency
    perHost = number("perHost", &reader, in: 1...64) ?? perHost
    pause = number("perMinute", &reader, in: 1...1_000_000).map { .seconds(60) / $0 } ?? pause
    retries = number("retries", &reader, in: 0...10) ?? retries
    runTimeout = number("minutes", &reader, in: 1...1_440).map { .seconds(60 * $0) } ?? runTimeout
    let timeouts = reader.mapping("timeouts", what: "timeouts") { inner in
      let seconds = ["connect", "firstByte", "whole"].map { number($0, &inner, in: 1...600) }
      return seconds.map { $0.map { Duration.seconds($0) } }
    }
    guard let timeouts else { return }
    connectTimeout = timeouts[0] ?? connectTimeout
    firstByteTimeout = timeouts[1] ?? firstByteTimeout
    wholeTimeout = timeouts[2] ?? wholeTimeout
  }

  private static func withoutScheme(_ pattern: String) -> String {
    let isNegated = pattern.hasPrefix("!")
    let body = pattern.dropFirst(isNegated ? 1 : 0)
    let scheme = ["https://", "http://"].first { body.hasPrefix($0) } ?? ""
    return (isNegated ? "!" : "") + body.dropFirst(scheme.count)
  }

  /// The value of a header may be a secret, so it stands in the environment, and no report shows what stands in its place.
  private static func readHeaders(_ node: YAMLNode, _ reader: inout MappingReader) -> [(String, String)] {
    guard case .mapping(let entries) = node.content else {
      reader.report(Diagnostic(.wrongType, "headers is \(node.kindName), not a mapping", at: node.span))
      return []
    }
    return entries.compactMap { entry in
      let field = entry.key.text ?? ""
      let variable = entry.value.text ?? ""
      if isToken(field, besides: "-"), isToken(variable, besides: "_") { return (field, variable) }
      var finding = Diagnostic(
        .settingValue, "the header \(field.quoted) does not name an environment variable", at: entry.key.span,
        help: "Write 'Authorization: WIKI_AUTHORIZATION', and set that variable where the check runs.")
      finding.hidesSource = true
      reader.report(finding)
      return nil
    }
  }

  private static func isToken(_ text: String, besides other: Unicode.Scalar) -> Bool {
    let isShort = (1...100).contains(text.utf8.count)
    return isShort
      && text.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || $0 == other
          || ("0"..."9").contains($0)
      }
  }
}

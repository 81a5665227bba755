import Diagnostics
import YAML

/// Samples in the text format of OpenMetrics, each with its time; a counter counts all that was before it, too.
///
/// Source: <https://prometheus.io/docs/specs/om/open_metrics_spec/>.
struct OpenMetricsText {
  private let path: String
  private var types: [String: String] = [:]
  private var series: [Series] = []
  private var index: [[String: String]: Int] = [:]
  private var hasEnded = false
  private var diagnostics: [Diagnostic] = []

  static func read(_ bytes: [UInt8], path: String) -> Outcome<[Series]> {
    var text = OpenMetricsText(path: path)
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty {
      text.take(LineCursor(line.last == 0x0D ? line.dropLast() : line, path: path, line: number + 1))
    }
    if !text.hasEnded {
      text.diagnostics.append(
        Diagnostic(
          .invalidMeasurements, "the text does not end with '# EOF', so that part of it may be missing",
          at: SourceSpan(path: path, line: max(1, lines.count - (lines.last?.isEmpty == true ? 1 : 0))),
          help: "Save the whole answer, or add the line if nothing is missing."))
    }
    return Outcome(text.series, text.diagnostics)
  }

  private init(path: String) { self.path = path }

  private mutating func take(_ cursor: LineCursor) {
    var cursor = cursor
    if hasEnded { return report("text follows '# EOF'", cursor) }
    if cursor.skip("#") {
      let words = cursor.rest.split(separator: " ", maxSplits: 2).map(String.init)
      if words == ["EOF"] { hasEnded = true }
      if words.count == 3, words[0] == "TYPE" { types[words[1]] = words[2] }
      return
    }
    guard let sample = sample(&cursor) else { return }
    add(sample.value, labels: sample.labels)
  }

  private mutating func sample(_ cursor: inout LineCursor) -> (value: Series.Sample, labels: [String: String])? {
    let name = cursor.word(upTo: "{ ")
    guard !name.isEmpty, var labels = cursor.labels() else {
      report("this is no sample", cursor)
      return nil
    }
    labels["__name__"] = name
    cursor.skipSpaces()
    let valueSpan = cursor.span
    let value = cursor.word(upTo: " ")
    cursor.skipSpaces()
    // The moment that a counter was created is its value, and needs no time.
    let time = cursor.isAtEnd && name.hasSuffix("_created") ? value : cursor.word(upTo: " ")
    guard let at = Instant(unixTime: time) else {
      report(time.isEmpty ? "the sample has no time" : "'\(time)' is no time", cursor)
      return nil
    }
    guard let number = MeasuredNumber(value) else {
      diagnostics.append(
        Diagnostic(
          .invalidMeasurements, "'\(value)' is no count", at: valueSpan, help: "Write a number from 0 to 1000000000000."
        ))
      return nil
    }
    return (Series.Sample(at: at, number: number, span: SourceSpan(path: path, line: cursor.line)), labels)
  }

  private mutating func add(_ sample: Series.Sample, labels: [String: String]) {
    var labels = labels
    let name = labels["__name__"] ?? ""
    let suffix = ["_total", "_created", "_bucket", "_count", "_sum"].first(where: name.hasSuffix) ?? ""
    let family = String(name.dropLast(suffix.utf8.count))
    let isCumulative = ["counter", "histogram", "summary"].contains(types[family] ?? types[name] ?? "")
    if suffix == "_created", isCumulative {
      // The moment that the counter was zero belongs to the counter.
      labels["__name__"] = family + "_total"
      series[place(of: labels, isCumulative, at: sample.span)].created = sample.number.value.map {
        Instant(seconds: Int($0.floor))
      }
    } else {
      series[place(of: labels, isCumulative, at: sample.span)].samples.append(sample)
    }
  }

  private mutating func place(of labels: [String: String], _ isCumulative: Bool, at span: SourceSpan) -> Int {
    if let place = index[labels] { return place }
    index[labels] = series.count
    series.append(Series(labels: labels, isCumulative: isCumulative, samples: [], span: span))
    return series.count - 1
  }

  private mutating func report(_ message: String, _ cursor: LineCursor) {
    diagnostics.append(
      Diagnostic(
        .invalidMeasurements, message, at: cursor.span,
        help: "Write it such as requests_total{job=\"vault\"} 998500 1751241600, the time in seconds since 1970."))
  }
}

/// A place in a line that moves forward.
private struct LineCursor {
  private let bytes: ArraySlice<UInt8>
  private let path: String
  let line: Int
  private var offset: Int

  init(_ bytes: ArraySlice<UInt8>, path: String, line: Int) {
    self.bytes = bytes
    self.path = path
    self.line = line
    offset = bytes.startIndex
  }

  var span: SourceSpan { SourceSpan(path: path, line: line, column: offset - bytes.startIndex + 1) }

  var isAtEnd: Bool { offset == bytes.endIndex }

  var rest: String { String(decoding: bytes[offset...], as: UTF8.self) }

  mutating func skip(_ text: String) -> Bool {
    guard bytes[offset...].starts(with: text.utf8) else { return false }
    offset += text.utf8.count
    return true
  }

  mutating func skipSpaces() {
    while skip(" ") {}
  }

  mutating func word(upTo ends: String) -> String {
    let word = bytes[offset...].prefix { !ends.utf8.contains($0) }
    offset = word.endIndex
    return String(decoding: word, as: UTF8.self)
  }

  /// `{job="vault",code="200"}`, or none at all; nil where they are cut off.
  mutating func labels() -> [String: String]? {
    var labels: [String: String] = [:]
    guard skip("{") else { return labels }
    while !skip("}") {
      let name = word(upTo: "=\"")
      guard skip("=\""), let value = quoted() else { return nil }
      labels[name] = value
      if skip(",") { continue }
      guard bytes[offset...].first == UInt8(ascii: "}") else { return nil }
    }
    return labels
  }

  /// The text up to the closing quote; a backslash escapes a quote, a line end, or itself.
  private mutating func quoted() -> String? {
    var text: [UInt8] = []
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), offset < bytes.endIndex else {
        text.append(byte)
        continue
      }
      text.append(bytes[offset] == UInt8(ascii: "n") ? 0x0A : bytes[offset])
      offset += 1
    }
    return nil
  }
}

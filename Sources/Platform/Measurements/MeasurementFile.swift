import Diagnostics
import YAML

/// A file of the content that holds what was measured, by itself or as series that a document makes sense of.
struct MeasurementFile: Sendable {
  /// What was measured of one objective.
  struct Group: Sendable {
    let slo: Located<String>
    let objective: Located<String>?
    var slices: [Measurements.Slice] = []
    var isFaulty = false
  }

  /// Nil for a file of series, which do not say what they are measures of.
  private(set) var groups: [Group]?
  private(set) var series: [Series] = []
  /// Whether nothing of the file can be trusted.
  private(set) var isFaulty = false

  /// Whether files of a name are read as measurements.
  static func isName(_ name: String) -> Bool {
    [".measurements.csv", ".measurements.json", ".measurements.om"].contains(where: name.hasSuffix)
  }

  static func read(_ bytes: [UInt8], path: String) -> Outcome<MeasurementFile> {
    var file = MeasurementFile(groups: nil)
    var diagnostics: [Diagnostic] = []
    if path.hasSuffix(".csv") {
      let rows = MeasurementTable.read(bytes, path: path)
      (file.groups, diagnostics) = (rows.value, rows.diagnostics)
    } else if path.hasSuffix(".om") {
      let text = OpenMetricsText.read(bytes, path: path)
      (file.series, diagnostics) = (text.value, text.diagnostics)
      file.isFaulty = !diagnostics.isEmpty
    } else {
      let parsed = YAMLParser.parse(bytes, path: path)
      diagnostics = parsed.diagnostics.map { Diagnostic(.invalidMeasurements, $0.message, at: $0.span, help: $0.help) }
      if diagnostics.isEmpty, let root = parsed.value.first { diagnostics = file.take(root) }
      file.isFaulty = !diagnostics.isEmpty
    }
    return Outcome(file, diagnostics)
  }

  /// JSON of any of the formats that are known.
  private mutating func take(_ root: YAMLNode) -> [Diagnostic] {
    let first = if case .sequence(let items) = root.content { items.first } else { root as YAMLNode? }
    if first?["error_budget_policy_step_name"] != nil {
      let report = SLOGeneratorReport.read(root)
      groups = report.value
      return report.diagnostics
    }
    let answer = PrometheusAnswer.read(root)
    series = answer.value
    return answer.diagnostics
  }
}

/// One time series of a monitoring system.
struct Series: Sendable {
  struct Sample: Sendable {
    let at: Instant
    let number: MeasuredNumber
    let span: SourceSpan
  }

  /// The name of the metric is `__name__`.
  let labels: [String: String]
  /// Whether each sample counts all that was before it, too.
  var isCumulative = false
  /// When a cumulative series was zero.
  var created: Instant?
  var samples: [Sample]
  let span: SourceSpan
}

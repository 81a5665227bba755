import Diagnostics
import YAML

/// Reads the metrics of an indicator, which each version of OpenSLO nests in its own way.
struct IndicatorReader {
  let version: OpenSLOVersion

  private enum RatioType: String, CaseIterable {
    case success, failure
  }

  /// Exactly one of `thresholdMetric` and `ratioMetric`.
  func metrics(_ spec: inout MappingReader) -> [Indicator.Metric]? {
    let hasThreshold = spec.node("thresholdMetric") != nil
    guard hasThreshold != (spec.node("ratioMetric") != nil) else {
      report(
        "an indicator needs exactly one of 'thresholdMetric' and 'ratioMetric'",
        "Write 'ratioMetric' with good and total, or 'thresholdMetric' with one number.", &spec)
      return nil
    }
    return hasThreshold
      ? spec.mapping("thresholdMetric", what: "threshold metric") { read(&$0, .threshold) }.map { [$0] }
      : spec.mapping("ratioMetric", what: "ratio metric") { ratio(&$0) }
  }

  /// Good or bad, out of total; or a ratio that is stored as such, whose type says of what.
  func ratio(_ inner: inout MappingReader) -> [Indicator.Metric]? {
    _ = inner.bool(version == .v1alpha ? "incremental" : "counter")
    let parts = ["good", "bad", "total"].filter { inner.node($0) != nil }
    guard inner.node("raw") == nil else { return stored(&inner, besides: parts) }
    guard parts == ["good", "total"] || parts == ["bad", "total"] else {
      report(
        "a ratio needs 'total' and exactly one of 'good' and 'bad'",
        "Write the two queries, or one under 'raw' for a ratio that is stored as such.", &inner)
      return nil
    }
    let first = inner.mapping(parts[0], what: "metric") { read(&$0, parts[0] == "good" ? .good : .bad) }
    let total = inner.mapping("total", what: "metric") { read(&$0, .total) }
    return first.flatMap { first in total.map { [first, $0] } }
  }

  private func stored(_ inner: inout MappingReader, besides parts: [String]) -> [Indicator.Metric]? {
    if let other = parts.first {
      report(
        "a stored ratio has no '\(other)'", "Remove either 'raw' or '\(parts.joined(separator: "' and '"))'.", &inner)
    }
    let type = inner.choice("rawType", as: RatioType.self, required: true)?.value
    let metric = inner.mapping("raw", what: "metric") { read(&$0, type == .failure ? .failure : .success) }
    return metric.map { [$0] }
  }

  private func read(_ inner: inout MappingReader, _ role: Indicator.Role) -> Indicator.Metric? {
    switch version {
    case .v1:
      inner.mapping("metricSource", what: "metric source", required: true) { source in
        metric(&source, role, sourceKey: "metricSourceRef", type: source.text("type")?.value)
      }
    case .v2alpha:
      metric(&inner, role, sourceKey: "dataSourceRef", type: dataSourceType(&inner))
    case .v1alpha: flatMetric(&inner, role)
    }
  }

  private func metric(
    _ inner: inout MappingReader, _ role: Indicator.Role, sourceKey: String, type: String?
  ) -> Indicator.Metric? {
    let source = inner.text(sourceKey)
    if source == nil, type == nil {
      let other = version == .v1 ? "type" : "dataSourceSpec"
      report(
        "a metric needs '\(sourceKey)' or '\(other)'",
        "Name a DataSource, or say what kind of source is asked, such as Prometheus.", &inner)
    }
    guard let spec = inner.node("spec", required: version == .v1) else {
      return version == .v1 ? nil : Indicator.Metric(role: role, source: source, type: type, query: nil)
    }
    return Indicator.Metric(role: role, source: source, type: type, query: query(in: spec))
  }

  /// The type of a data source that stands in the metric itself; its `connectionDetails` are never looked at.
  private func dataSourceType(_ inner: inout MappingReader) -> String? {
    let key = inner.node("dataSource") == nil ? "dataSourceSpec" : "dataSource"
    return inner.mapping(key, what: "data source") { source in
      source.ignore("description", "connectionDetails")
      return source.text("type", required: true)?.value
    }
  }

  /// In v1alpha, a metric is its query with what asks it.
  private func flatMetric(_ inner: inout MappingReader, _ role: Indicator.Role) -> Indicator.Metric? {
    inner.ignore("queryType", "metadata")
    let type = inner.text("source", required: true)?.value
    let query = inner.text("query", required: true)?.value
    return query.map { Indicator.Metric(role: role, source: nil, type: type, query: $0) }
  }

  /// The first key that sources of the field give their query.
  private func query(in spec: YAMLNode) -> String? {
    ["query", "promql", "nrql", "sql", "metricSelector"].lazy.compactMap { spec[$0]?.text }.first
  }

  private func report(_ message: String, _ help: String, _ inner: inout MappingReader) {
    inner.report(Diagnostic(.invalidIndicator, message, at: inner.span, help: help))
  }
}

import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// How a service level, or one of its objectives, is measured.
struct IndicatorView: Sendable {
  let indicator: Indicator
  /// The objective that is measured so; nil where all of them are.
  let objective: String?
  let openSLO: OpenSLO

  static let schema = Schema<IndicatorView>(
    "indicator",
    [
      .text("objective") { $0.objective },
      .text("title") { $0.indicator.metadata?.displayName },
      .text("description") { $0.indicator.description },
      .list("metrics", MetricView.schema) { view in
        view.indicator.metrics.map { MetricView(metric: $0, source: view.openSLO.dataSource(of: $0)) }
      },
    ])

  /// The indicators of a service level: one for all objectives, or one for each.
  static func all(of slo: ServiceLevelObjective, in openSLO: OpenSLO) -> [IndicatorView] {
    guard let first = slo.objectives.first else { return [] }
    guard slo.objectives.contains(where: { $0.indicator != nil }) else {
      return openSLO.indicator(of: first, in: slo).map {
        [IndicatorView(indicator: $0, objective: nil, openSLO: openSLO)]
      }
        ?? []
    }
    return slo.objectives.enumerated().compactMap { index, objective in
      openSLO.indicator(of: objective, in: slo).map {
        IndicatorView(indicator: $0, objective: slo.title(ofObjective: index), openSLO: openSLO)
      }
    }
  }
}

/// A query of an indicator.
private struct MetricView: Sendable {
  let metric: Indicator.Metric
  let source: DataSource?

  static let schema = Schema<MetricView>(
    "metric",
    [
      .phrase("label") { $0.metric.role.label },
      .text("query") { $0.metric.query },
      .text("source") { $0.sourceName },
    ])

  /// The name of the data source, and its type where the name does not tell.
  private var sourceName: String? {
    let type = metric.type ?? source?.type
    guard let name = source?.metadata?.displayName ?? metric.source?.value else { return type }
    guard let type, !name.lowercased().contains(type.lowercased()) else { return name }
    return "\(name), \(type)"
  }
}

extension Indicator.Role {
  fileprivate var label: Phrase {
    switch self {
    case .threshold: "The number that is compared"
    case .good: "Good"
    case .bad: "Bad"
    case .total: "Total"
    case .success: "Share that is good"
    case .failure: "Share that is bad"
    }
  }
}

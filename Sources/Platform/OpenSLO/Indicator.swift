import Diagnostics
package import YAML

/// How a service level is measured (OpenSLO `SLI`).
package struct Indicator: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?
  /// A threshold alone; or good or bad, and total; or a ratio that is stored as such.
  package let metrics: [Metric]

  /// A query, and where it is asked.
  package struct Metric: Sendable {
    package let role: Role
    /// Name of the data source.
    package let source: Located<String>?
    /// `Prometheus`.
    package let type: String?
    /// The query alone: what else describes the metric may hold keys.
    package let query: String?
  }

  package enum Role: Sendable, Hashable {
    /// A number that each objective compares with a value of its own.
    case threshold
    case good, bad, total
    /// A stored ratio, of what was good or of what was not.
    case success, failure
  }

  /// Whether objectives say which values are good.
  package var comparesValues: Bool { metrics.first?.role == .threshold }

  static func read(_ node: YAMLNode, version: OpenSLOVersion) -> Outcome<Indicator?> {
    MappingReader.openSLO(node, "SLI") { read(&$0, $1, version) }
  }

  static func read(_ spec: inout MappingReader, _ metadata: Metadata?, _ version: OpenSLOVersion) -> Indicator? {
    let description = spec.text("description")?.value
    return IndicatorReader(version: version).metrics(&spec).map {
      Indicator(metadata: metadata, description: description, metrics: $0)
    }
  }
}

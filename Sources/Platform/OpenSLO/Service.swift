import Diagnostics
import YAML

/// What service levels are about (OpenSLO `Service`).
package struct Service: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?

  static func read(_ node: YAMLNode) -> Outcome<Service?> {
    var reader = MappingReader(node, what: "Service")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.readOpenSLO(&reader, required: true)
    let description = reader.mapping("spec", what: "Service spec") { $0.text("description")?.value }
    reader.finish()
    return Outcome(metadata.map { Service(metadata: $0, description: description) }, reader.diagnostics)
  }
}

/// Where metrics are asked for (OpenSLO `DataSource`), without the details of the connection, which may hold secrets.
package struct DataSource: OpenSLODocument {
  package let metadata: Metadata?
  package let description: String?
  /// `Prometheus`.
  package let type: String

  static func read(_ node: YAMLNode) -> Outcome<DataSource?> {
    MappingReader.openSLO(node, "DataSource") { spec, metadata in
      let description = spec.text("description")?.value
      spec.ignore("connectionDetails")
      return spec.text("type", required: true).map {
        DataSource(metadata: metadata, description: description, type: $0.value)
      }
    }
  }
}

import Diagnostics
import Platform
import YAML

/// The catalogue of the YAML documents in a text, with what was found in them.
func catalogue(_ text: String) -> Outcome<Catalogue> {
  let parsed = YAMLParser.parse(Array(text.utf8), path: "c.yaml")

  let read = Catalogue.read(parsed.value, domains: ["delivery"])
  return Outcome(read.value, parsed.diagnostics + read.diagnostics)
}

extension Outcome {
  /// The findings as `line:column severity rule: message`.
  var findings: [String] {
    diagnostics.map {
      "\($0.span?.line ?? 0):\($0.span?.column ?? 0) \($0.severity.rawValue) \($0.rule.id): \($0.message)"
    }
  }
}

/// A template with the given `parameters`, as YAML below `spec`.
func template(parameters: String) -> SoftwareTemplate? {
  let indented = parameters.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
  return catalogue(
    """
    apiVersion: scaffolder.backstage.io/v1beta3
    kind: Template
    metadata: {name: t}
    spec:
      type: service
      steps: [{action: a}]
      parameters:
    \(indented)
    """
  ).value.templates.first
}

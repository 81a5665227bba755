import Diagnostics
import Platform
import YAML

/// What a catalogue reads from the documents of one file.
func read(_ text: String, domains: [String] = ["identity"]) -> Outcome<Catalogue> {
  let parsed = YAMLParser.parse(Array(text.utf8), path: "platform.yaml")
  let catalogue = Catalogue.read(parsed.value, domains: domains)
  return Outcome(catalogue.value, parsed.diagnostics + catalogue.diagnostics)
}

/// The findings of one file as `line:column rule: message`.
func findings(_ text: String, domains: [String] = ["identity"]) -> [String] {
  read(text, domains: domains).diagnostics.map(\.line)
}

/// The help of each finding of one file.
func helps(_ text: String, domains: [String] = ["identity"]) -> [String?] {
  read(text, domains: domains).diagnostics.map(\.help)
}

extension Diagnostic {
  /// `line:column rule: message`.
  var line: String { "\(span.map { "\($0.line):\($0.column)" } ?? "-") \(rule.id): \(message)" }
}

/// A document that others may name as their owner, to stand behind them.
let platformTeam = """

  ---
  apiVersion: backstage.io/v1alpha1
  kind: Group
  metadata: {name: platform}
  spec: {type: team, children: []}
  """

/// A capability with what it must have; `spec` is added on line 6.
func capability(_ name: String = "secrets", _ spec: String = "") -> String {
  """
  apiVersion: portico/v1
  kind: Capability
  metadata: {name: \(name), title: Secrets, description: One sentence.}
  spec:
    {domain: identity, owner: platform, lifecycle: production,
    \(spec)}
  """
}

/// An onboarding path; `spec` is added on line 6.
func path(_ name: String, _ spec: String = "") -> String {
  """
  apiVersion: portico/v1
  kind: OnboardingPath
  metadata: {name: \(name), title: A path}
  spec:
    {goal: A running service, steps: [{title: Begin}],
    \(spec)}
  """
}

/// An indicator with what it must have.
let indicator =
  "indicator: {spec: {ratioMetric: {rawType: success, raw: {metricSource: {type: Prometheus, spec: {query: up}}}}}}"

/// An SLO with its window on line 7 and its one objective on line 9.
func serviceLevel(
  window: String? = "duration: 28d, isRolling: true", method: String = "Occurrences", objective: String
) -> String {
  """
  apiVersion: openslo/v1
  kind: SLO
  metadata: {name: secrets-read, displayName: Reads}
  spec:
    service: vault
    budgetingMethod: \(method)
    timeWindow: [\(window.map { "{\($0)}" } ?? "")]
    objectives:
      - {\(objective)}
    \(indicator)
  """
}

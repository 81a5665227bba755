import Bytes
import Diagnostics
import Platform
import YAML

extension CapabilityPromise {
  static let measurements = CapabilityPromise(
    rule: Rule(
      "capability-measurements", .warning, in: .promises,
      "A service level of a capability in production is not measured, or was not of late.",
      rationale: "A promise that nobody measures is a wish, and last month's number says nothing about this morning.",
      remedy: """
        Export measurements with every build, at least within the 'measurements.maxAge' of portico.yaml; a document of \
        kind 'Measurements' holds them.
        """)
  ) { facts, platform in
    let reasons = [ScorecardRule.fresh, .measured].map { $0.judge(facts) }.filter { $0.verdict == .fail }
    guard !reasons.isEmpty else { return nil }
    let levels = platform.catalogue.serviceLevels(of: facts.capability).filter { level in
      platform.report.statuses(of: level).contains { $0.state == .stale || $0.asOf == nil }
    }
    return Lack(
      message: ", but not measured: \(reasons.map(\.reason).joined(separator: ", "))",
      help: "Export the measurements anew, and look why the export stopped.",
      notes: ["It is about \(levels.map { "'\($0.metadata.name.value)'" }.joined(separator: ", "))."])
  }
}

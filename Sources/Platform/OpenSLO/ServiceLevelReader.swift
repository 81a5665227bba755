import Diagnostics
import YAML

extension ServiceLevelObjective {
  static func read(_ node: YAMLNode, version: OpenSLOVersion, origin: Int) -> Outcome<ServiceLevelObjective?> {
    let annotations = ServiceLevelAnnotations.read(node)
    var slo = MappingReader.openSLO(node, "SLO") { spec, metadata in
      read(&spec, metadata, annotations.value, version, origin)
    }
    slo.diagnostics += annotations.diagnostics
    return slo
  }

  private static func read(
    _ spec: inout MappingReader, _ metadata: Metadata?, _ annotations: ServiceLevelAnnotations,
    _ version: OpenSLOVersion, _ origin: Int
  ) -> ServiceLevelObjective? {
    let description = spec.text("description")?.value
    let service = spec.text("service", aliases: version == .v2alpha ? ["serviceRef"] : [], required: true)
    let method = spec.choice("budgetingMethod", as: BudgetingMethod.self, required: true)
    let windows = readWindows(&spec, version)
    let indicator = Indicator.readReferenced(&spec, version)
    let objectives = spec.mappings("objectives", what: "objective", required: true) {
      ObjectiveReader(method: method?.value, version: version).read(&$0)
    }
    checkIndicators(&spec, indicator != nil, objectives, version)
    let policies = spec.parts(
      "alertPolicies", named: "alertPolicyRef", what: "alert policy", AlertPolicy.read)
    guard let metadata, let service, let method else { return nil }
    return ServiceLevelObjective(
      origin: origin, metadata: metadata, description: description, service: service, method: method.value,
      window: windows.first, indicator: indicator, objectives: objectives,
      isComposite: version != .v1alpha && objectives.contains { $0.indicator != nil }, alertPolicies: policies,
      annotations: annotations)
  }

  private static func readWindows(_ spec: inout MappingReader, _ version: OpenSLOVersion) -> [TimeWindow] {
    var count = 0
    return spec.mappings(version == .v1alpha ? "timeWindows" : "timeWindow", what: "time window") { inner in
      count += 1
      if count == 2 {
        inner.report(
          Diagnostic(.invalidTimeWindow, "there is more than one time window", at: inner.span, help: "Keep one."))
      }
      return TimeWindow.read(&inner, version)
    }
  }

  /// An indicator stands at the service level, or at every one of its objectives.
  private static func checkIndicators(
    _ spec: inout MappingReader, _ isShared: Bool, _ objectives: [Objective], _ version: OpenSLOVersion
  ) {
    let keys = version.indicatorKeys
    let own = objectives.count { $0.indicator != nil }
    let other = version == .v1alpha ? "'ratioMetrics' at each of its objectives" : "one at each of its objectives"
    switch (isShared, own) {
    case (false, objectives.count) where own > 0, (true, 0): break
    case (false, 0):
      // An indicator that cannot be read has been reported.
      guard spec.node(keys.inline) == nil, spec.node(keys.name) == nil, !objectives.isEmpty else { break }
      spec.report(
        Diagnostic(
          .invalidIndicator, "the service level has no indicator", at: spec.span,
          help: "Write '\(keys.inline)' or '\(keys.name)', or \(other)."))
    case (true, _):
      spec.report(
        Diagnostic(
          .invalidIndicator, "both the service level and its objectives have indicators", at: spec.span,
          help: "Keep either the one of the service level, or \(other)."))
    default:
      spec.report(
        Diagnostic(
          .invalidIndicator, "\(own) of \(objectives.count) objectives have an indicator of their own", at: spec.span,
          help: "Give one to each of them, or to the service level alone."))
    }
  }
}

extension Indicator {
  /// The indicator that a mapping holds or names; at most one of the two.
  static func readReferenced(_ inner: inout MappingReader, _ version: OpenSLOVersion) -> Referenced<Indicator>? {
    let keys = version.indicatorKeys
    let name = inner.text(keys.name)
    if name != nil, let inline = inner.node(keys.inline) {
      inner.report(
        Diagnostic(
          .invalidIndicator, "'\(keys.inline)' and '\(keys.name)' exclude each other", at: inline.span,
          help: "Keep one of them."))
    }
    let indicator = inner.mapping(keys.inline, what: "indicator") { inline in
      guard version != .v1alpha else { return read(&inline, nil, version) }
      let metadata = Metadata.readOpenSLO(&inline, required: false)
      return inline.mapping("spec", what: "indicator spec", required: true) { read(&$0, metadata, version) }
    }
    return name.map { .named($0) } ?? indicator.map { .inline($0) }
  }
}

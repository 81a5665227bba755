import Diagnostics
import YAML

/// Reads an objective of a service level.
struct ObjectiveReader {
  let method: BudgetingMethod?
  let version: OpenSLOVersion

  func read(_ inner: inout MappingReader) -> ServiceLevelObjective.Objective? {
    inner.ignore("labels")
    let name = inner.text("displayName")?.value
    let needsWindow = version != .v1alpha && (method == .timeslices || method == .ratioTimeslices)
    let sliceTarget = sliceTarget(&inner, isRequired: method == .timeslices)
    let sliceWindow = sliceWindow(&inner, isRequired: needsWindow)
    let comparison = inner.choice("op", as: Comparison.self)?.value
    let value = inner.decimal("value")?.value
    let indicator = indicator(&inner)
    let weight = weight(&inner)
    guard let target = target(&inner) else { return nil }
    return ServiceLevelObjective.Objective(
      displayName: name, target: target, timeSliceTarget: sliceTarget, timeSliceWindow: sliceWindow,
      goodValues: comparison.flatMap { comparison in value.map { (comparison, $0) } }, indicator: indicator,
      weight: weight, span: inner.span)
  }

  private func indicator(_ inner: inout MappingReader) -> Referenced<Indicator>? {
    guard version == .v1alpha else { return Indicator.readReferenced(&inner, version) }
    let metrics = inner.mapping("ratioMetrics", what: "ratio metrics") { IndicatorReader(version: version).ratio(&$0) }
    return metrics.map { .inline(Indicator(metadata: nil, description: nil, metrics: $0)) }
  }

  private func weight(_ inner: inout MappingReader) -> ExactDecimal {
    guard let weight = inner.decimal("compositeWeight") else { return ExactDecimal(1) }
    if weight.value > ExactDecimal(0) { return weight.value }
    inner.report(
      Diagnostic(
        .invalidObjective, "the weight '\(weight.value)' is not above 0", at: weight.span,
        help: "Write how many times as much as the others it counts, such as 2 or 0.5."))
    return ExactDecimal(1)
  }

  private func sliceTarget(_ inner: inout MappingReader, isRequired: Bool) -> ExactDecimal? {
    let help = "Write the share of a slice that must be good, such as 0.95."
    guard let written = inner.text("timeSliceTarget") else {
      if isRequired { report("Timeslices need a 'timeSliceTarget'", help, &inner) }
      return nil
    }
    if let target = ExactDecimal(written.value), target > ExactDecimal(0), target <= ExactDecimal(1) { return target }
    let message = "the slice's target '\(written.value)' is not a number above 0 and up to 1"
    inner.report(Diagnostic(.invalidObjective, message, at: written.span, help: help))
    return nil
  }

  /// A duration, or a number of minutes.
  private func sliceWindow(_ inner: inout MappingReader, isRequired: Bool) -> SLODuration? {
    guard let written = inner.text("timeSliceWindow") else {
      if isRequired {
        report("time slices need a 'timeSliceWindow'", "Write the length of a slice, such as '1m'.", &inner)
      }
      return nil
    }
    if let window = SLODuration(written.value) ?? SLODuration(written.value + "m") { return window }
    let message = "the slice's window '\(written.value)' is no duration"
    inner.report(
      Diagnostic(.invalidObjective, message, at: written.span, help: SLODuration.help(for: written.value)))
    return nil
  }

  private func target(_ inner: inout MappingReader) -> ExactDecimal? {
    let target = inner.text("target")
    let percent = inner.text("targetPercent")
    guard (target == nil) != (percent == nil), let written = target ?? percent else {
      report("an objective needs exactly one of 'target' and 'targetPercent'", "Write 'target: 0.999'.", &inner)
      return nil
    }
    let bound = ExactDecimal(target == nil ? 100 : 1)
    guard let value = ExactDecimal(written.value), value >= ExactDecimal(0), value < bound else {
      inner.report(
        Diagnostic(
          .invalidObjective, "the target '\(written.value)' is not a number from 0 to below \(bound)", at: written.span,
          help: target == nil ? "Write a percentage such as 99.9." : "Write a ratio such as 0.999."))
      return nil
    }
    return target == nil ? value.shifted(by: -2) : value
  }

  private func report(_ message: String, _ help: String, _ inner: inout MappingReader) {
    inner.report(Diagnostic(.invalidObjective, message, at: inner.span, help: help))
  }
}

import Diagnostics
import YAML

extension ServiceLevelObjective {
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<ServiceLevelObjective?> {
    var reader = MappingReader(node, what: "SLO")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader, titleKey: "displayName")
    let slo = reader.mapping("spec", what: "SLO spec", required: true) { read(&$0, metadata, origin) }
    reader.finish()
    return Outcome(slo, reader.diagnostics)
  }

  private static func read(_ spec: inout MappingReader, _ metadata: Metadata?, _ origin: Int) -> ServiceLevelObjective?
  {
    spec.ignore("indicator", "indicatorRef", "alertPolicies")
    let description = spec.text("description")?.value
    let service = spec.text("service", required: true)
    let method = spec.choice("budgetingMethod", as: BudgetingMethod.self, required: true)
    let windows = readWindows(&spec)
    let objectives = spec.mappings("objectives", what: "objective", required: true) {
      Objective.read(&$0, method: method?.value)
    }
    guard let metadata, let service, let method else { return nil }
    return ServiceLevelObjective(
      origin: origin, metadata: metadata, description: description, service: service, method: method.value,
      window: windows.first, objectives: objectives)
  }

  private static func readWindows(_ spec: inout MappingReader) -> [TimeWindow] {
    var count = 0
    return spec.mappings("timeWindow", what: "time window") { inner in
      count += 1
      if count == 2 {
        inner.report(
          Diagnostic(.invalidTimeWindow, "there is more than one time window", at: inner.span, help: "Keep one."))
      }
      return TimeWindow.read(&inner)
    }
  }
}

extension TimeWindow {
  fileprivate static func read(_ inner: inout MappingReader) -> TimeWindow? {
    let written = inner.text("duration", required: true)
    let isRolling = inner.bool("isRolling")?.value
    let calendar = inner.mapping("calendar", what: "calendar") { calendar in
      let start = readStart(&calendar)
      return calendar.text("timeZone", required: true).map { (zone: $0, start: start) }
    }
    guard let written else { return nil }
    guard let duration = SLODuration(written.value) else {
      inner.report(
        Diagnostic(
          .invalidTimeWindow, "'\(written.value)' is no duration", at: written.span,
          help: "Write a number and one of m h d w M Q Y, such as '28d' or '1M'."))
      return nil
    }
    let window = TimeWindow(
      duration: duration, isRolling: isRolling ?? (calendar == nil), timeZone: calendar?.zone, start: calendar?.start)
    if !window.isRolling, duration.unit == .minute {
      inner.report(
        Diagnostic(
          .calendarMinutes, "'\(written.value)' is a calendar window of \(duration.words)", at: written.span,
          help: "Write '\(duration.count)M' for \(duration.count == 1 ? "a month" : "months")."))
    }
    return window
  }
}

extension TimeWindow {
  private static func readStart(_ calendar: inout MappingReader) -> Instant? {
    guard let written = calendar.text("startTime") else { return nil }
    let start = Instant(wallClock: written.value)
    if start == nil {
      calendar.report(
        Diagnostic(
          .invalidTimeWindow, "'\(written.value)' is no start of a calendar window", at: written.span,
          help: "Write day and time without a zone, such as 2026-01-01 00:00:00."))
    }
    return start
  }
}

extension ServiceLevelObjective.Objective {
  fileprivate static func read(_ inner: inout MappingReader, method: BudgetingMethod?) -> Self? {
    inner.ignore("op", "value", "indicator", "indicatorRef", "compositeWeight")
    let name = inner.text("displayName")?.value
    let sliceTarget = readSliceTarget(&inner, isRequired: method == .timeslices)
    let sliceWindow = readSliceWindow(&inner, isRequired: method == .timeslices || method == .ratioTimeslices)
    guard let target = readTarget(&inner) else { return nil }
    return Self(displayName: name, target: target, timeSliceTarget: sliceTarget, timeSliceWindow: sliceWindow)
  }

  private static func readSliceTarget(_ inner: inout MappingReader, isRequired: Bool) -> ExactDecimal? {
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

  private static func readSliceWindow(_ inner: inout MappingReader, isRequired: Bool) -> SLODuration? {
    let help = "Write the length of a slice, such as '1m'."
    guard let written = inner.text("timeSliceWindow") else {
      if isRequired { report("time slices need a 'timeSliceWindow'", help, &inner) }
      return nil
    }
    if let window = SLODuration(written.value) { return window }
    let message = "the slice's window '\(written.value)' is no duration"
    inner.report(Diagnostic(.invalidObjective, message, at: written.span, help: help))
    return nil
  }

  private static func readTarget(_ inner: inout MappingReader) -> ExactDecimal? {
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

  private static func report(_ message: String, _ help: String, _ inner: inout MappingReader) {
    inner.report(Diagnostic(.invalidObjective, message, at: inner.span, help: help))
  }
}

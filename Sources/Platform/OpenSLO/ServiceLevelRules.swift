package import Diagnostics

extension Rule {
  /// The rules of service levels and their measurements.
  static let serviceLevels: [Rule] = [
    .invalidIndicator, .invalidObjective, .invalidTimeWindow, .calendarMinutes, .invalidMeasurements,
    .unusedMeasurements, .coarseSlices, .unusedExclusion, .unsupportedTimeZone,
  ]

  package static let invalidIndicator = Rule(
    "invalid-indicator", .error, "A service level does not say how it is measured, or says it in two ways.",
    rationale: "A target without a measure cannot be kept or missed.",
    remedy:
      "Give the service level one indicator, or one to each objective of a composite: a threshold, or a ratio of good or bad to total.",
    bad: "indicator: {spec: {ratioMetric: {good: …}}}", good: "indicator: {spec: {ratioMetric: {good: …, total: …}}}")

  package static let invalidObjective = Rule(
    "invalid-objective", .error, "An objective of a service level is not one that can be measured.",
    rationale: "An objective without exactly one target in range promises nothing that anybody could check.",
    remedy:
      "Give it either 'target' from 0 to below 1 or 'targetPercent' from 0 to below 100, and what its budgeting method needs.",
    bad: "objectives: [{target: 99.9}]", good: "objectives: [{target: 0.999}]")

  package static let invalidTimeWindow = Rule(
    "invalid-time-window", .error, "The time window of a service level cannot be used.",
    rationale: "The error budget is counted over the window: without one there is no budget.",
    remedy: "Write one window: a duration such as '28d', rolling, or a calendar window with start and time zone.",
    bad: "timeWindow: [{duration: 28 days}]", good: "timeWindow: [{duration: 28d, isRolling: true}]")

  package static let calendarMinutes = Rule(
    "calendar-minutes", .warning, "The calendar window of a service level is counted in minutes.",
    rationale: "'1m' is a minute and '1M' a month: a budget for a minute by the calendar is almost surely a slip.",
    remedy: "Write a capital 'M' for months.",
    bad: "timeWindow: [{duration: 1m, calendar: {timeZone: UTC}}]",
    good: "timeWindow: [{duration: 1M, calendar: {timeZone: UTC}}]")

  package static let invalidMeasurements = Rule(
    "invalid-measurements", .warning, "The measurements of a service level contradict themselves.",
    rationale: "A budget computed from such numbers would be wrong, so its state is shown as invalid.",
    remedy:
      "Correct the export: good at most total, slices that end after they begin, do not overlap and end by 'asOf'.",
    bad: "- {from: 2026-06-01, to: 2026-06-02, good: 1001, total: 1000}",
    good: "- {from: 2026-06-01, to: 2026-06-02, good: 999, total: 1000}")

  package static let unusedMeasurements = Rule(
    "unused-measurements", .warning, "A file of measurements holds series that no document says the meaning of.",
    rationale: "A series does not say which service level it measures, so its numbers are on no page.",
    remedy: "Name the series in a document of kind 'Measurements', or remove the file.")

  package static let coarseSlices = Rule(
    "coarse-slices", .warning, "Measurements are coarser than the time slices that their objective counts.",
    rationale: "A slice of a day with a bad hour in it may be good as a whole, so that the hour is not counted.",
    remedy:
      "Export a slice for each time slice, or let the monitoring judge them, and write how many were good with 'counts: timeslices'."
  )

  package static let unusedExclusion = Rule(
    "unused-exclusion", .warning, "An exclusion takes nothing out, since no slice lies wholly within it.",
    rationale: "A slice cannot be divided: one that an exclusion only touches counts in full, against the service.",
    remedy: "Export the time of the exclusion in slices of its own, or remove the exclusion.")

  package static let unsupportedTimeZone = Rule(
    "unsupported-time-zone", .warning, "The time zone of a calendar window is not known.",
    rationale: "Where a month begins depends on the zone; without it, the window is counted in UTC.",
    remedy: "Write a zone of the IANA database such as Europe/Dublin, 'UTC', or an offset such as '+02:00'.",
    bad: "timeZone: Dublin", good: "timeZone: Europe/Dublin")
}

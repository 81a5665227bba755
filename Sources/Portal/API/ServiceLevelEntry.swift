import Platform
import SiteModel
import YAML

/// A service level in `slos.json`.
struct ServiceLevelEntry: APIRecord {
  private let slo: ServiceLevelObjective
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ slo: ServiceLevelObjective, _ planner: DomainPlanner, _ context: PlanContext) {
    self.slo = slo
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<ServiceLevelEntry>(
    "serviceLevel",
    [
      APIField("name") { $0.slo.metadata.name.value },
      APIField("title") { $0.slo.metadata.displayName },
      APIField("description") { $0.slo.description },
      APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.slo)) },
      APIField("service") { $0.slo.service.value },
      APIField("capability") { entry in
        entry.planner.catalogue.capability(of: entry.slo).map {
          ReferenceEntry($0.reference, entry.planner, entry.context)
        }
      },
      APIField("method", "How the budget is counted (OpenSLO).") { $0.slo.method },
      APIField("unit", "What `good` and `total` count.") { $0.slo.method == .occurrences ? Unit.events : .seconds },
      APIField("window") { $0.slo.window.map(WindowEntry.init) },
      APIField("consequence", "What happens when the budget is gone.") {
        $0.slo.metadata.annotations["portico/consequence"]?.value
      },
      APIField("state", "Of its worst objective.") { $0.planner.report.state(of: $0.slo) },
      APIField("objectives") { entry in
        zip(entry.slo.objectiveNames, zip(entry.slo.objectives, entry.planner.report.statuses(of: entry.slo)))
          .map { ObjectiveEntry(name: $0, objective: $1.0, status: $1.1) }
      },
    ])

  private enum Unit: String, APIValue, CaseIterable {
    case events, seconds
  }
}

private struct WindowEntry: APIRecord {
  let window: TimeWindow

  static let shape = APIShape<WindowEntry>(
    "window",
    [
      APIField("duration", "An OpenSLO duration: a number and one of m h d w M Q Y.") {
        "\($0.window.duration.count)\($0.window.duration.unit.rawValue)"
      },
      APIField("rolling", "Whether it ends now; else it goes by the calendar.") { $0.window.isRolling },
      APIField("timeZone", "In which the calendar's days begin.") { $0.window.timeZone?.value },
    ])
}

/// An objective of a service level, and how it stands.
private struct ObjectiveEntry: APIRecord {
  let name: String
  let objective: ServiceLevelObjective.Objective
  let status: ObjectiveStatus

  static let shape = APIShape<ObjectiveEntry>("objective", promiseFields + statusFields)

  private static let promiseFields: [APIField<ObjectiveEntry>] = [
    APIField("name", "Its display name, or its index.") { $0.name },
    APIField("target", "The share that must be good, exactly as it was written.") { APINumber($0.objective.target) },
    APIField("timeSliceTarget", "The share of a slice that makes it a good one.") {
      $0.objective.timeSliceTarget.map { APINumber($0) }
    },
    APIField("timeSliceSeconds") { $0.objective.timeSliceWindow?.seconds },
  ]

  private static let statusFields: [APIField<ObjectiveEntry>] = [
    APIField("state") { $0.status.state },
    APIField("measuredAt", "When the last measurement was taken.") { $0.status.asOf },
    APIField("sources", "Where the measurements come from.") { $0.status.sources },
    APIField("measured", "What was measured in the window.") { $0.status.window.map(MeasuredEntry.init) },
    APIField("unmeasuredSeconds", "Of the window.") { $0.status.unmeasured },
    APIField("burnRates", "How fast the budget burns; at 1 it lasts for just one window.") {
      $0.status.burnRates.map(BurnRateEntry.init)
    },
    APIField("exhaustedInSeconds", "When the budget will be gone at this rate; null if it is not burning.") {
      $0.status.exhaustion
    },
    APIField("exclusions", "Times of the window that count neither way.") {
      $0.status.exclusions.map(ExclusionEntry.init)
    },
    APIField("days", "The last 90 days with a measurement, in UTC, the earliest first.") {
      $0.status.days.map(DayEntry.init)
    },
    APIField("months", "In UTC, the latest first.") { $0.status.months.map(MonthEntry.init) },
  ]
}

/// What was measured in the window.
private struct MeasuredEntry: APIRecord {
  let share: ObjectiveStatus.Share

  static let shape = APIShape<MeasuredEntry>(
    "measured",
    [
      APIField("from") { $0.share.time.lowerBound },
      APIField("to") { $0.share.time.upperBound },
    ] + shareFields { $0.share } + [
      APIField("consumed", "The part of the error budget that is spent: above 1 when it is overspent.") { entry in
        entry.share.budget.map { APINumber($0.consumed, roundedUp: true) }
      },
      APIField("remaining", "The part of the error budget that is left: below 0 when it is overspent.") { entry in
        entry.share.budget.map { APINumber($0.remaining) }
      },
    ])
}

private struct DayEntry: APIRecord {
  let share: ObjectiveStatus.Share

  static let shape = APIShape<DayEntry>(
    "day", [APIField("date") { $0.share.time.lowerBound.date }] + shareFields { $0.share })
}

private struct MonthEntry: APIRecord {
  let share: ObjectiveStatus.Share

  static let shape = APIShape<MonthEntry>(
    "month",
    [APIField("month", "Such as 2026-11.") { String($0.share.time.lowerBound.date.iso.dropLast(3)) }]
      + shareFields { $0.share })
}

/// What is known of any time that was measured.
private func shareFields<Model>(
  _ share: @escaping @Sendable (Model) -> ObjectiveStatus.Share
) -> [APIField<Model>] {
  [
    APIField("good") { APINumber(share($0).tally.good) },
    APIField("total") { APINumber(share($0).tally.total) },
    APIField("sli", "The share that was good, rounded down; null where nothing was measured.") { model in
      share(model).budget.map { APINumber($0.sli) }
    },
    APIField("met", "Whether that is the target or above it.") { share($0).budget?.isMet },
  ]
}

private struct BurnRateEntry: APIRecord {
  let rate: ObjectiveStatus.BurnRate

  static let shape = APIShape<BurnRateEntry>(
    "burnRate",
    [
      APIField("seconds", "How far it looks back.") { $0.rate.lookBack },
      APIField("rate") { APINumber($0.rate.rate, roundedUp: true) },
    ])
}

private struct ExclusionEntry: APIRecord {
  let exclusion: Measurements.Exclusion

  static let shape = APIShape<ExclusionEntry>(
    "exclusion",
    [
      APIField("from") { $0.exclusion.time.lowerBound },
      APIField("to") { $0.exclusion.time.upperBound },
      APIField("reason") { $0.exclusion.reason },
      APIField("notice", "The day on which users were told.") { $0.exclusion.notice },
    ])
}

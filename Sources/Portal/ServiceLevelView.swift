import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// A service level with its objectives.
struct ServiceLevelView: Sendable {
  private let slo: ServiceLevelObjective
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ slo: ServiceLevelObjective, planner: DomainPlanner, context: PlanContext) {
    self.slo = slo
    self.planner = planner
    self.context = context
  }

  static let schema = Schema<ServiceLevelView>(
    "service level",
    [
      .text("name") { $0.slo.metadata.name.value },
      .text("title") { $0.slo.metadata.displayName },
      .text("href") { $0.context.link(folder: $0.planner.folder(of: $0.slo))?.href },
      .text("language") { $0.context.recordLanguage },
      .text("description") { $0.slo.description },
      .text("service") {
        $0.planner.catalogue.openSLO.service(of: $0.slo)?.metadata?.displayName ?? $0.slo.service.value
      },
      .text("serviceDescription") { $0.planner.catalogue.openSLO.service(of: $0.slo)?.description },
      .record("badge", BadgeSample.schema) { view in
        BadgeSample(
          path: view.planner.badgePath(of: view.slo), title: view.slo.metadata.displayName,
          folder: view.planner.folder(of: view.slo), view.context)
      },
      .phrase("method") { $0.slo.method.label },
      .phrase("window") { $0.slo.window?.label },
      .phrase("audience") { $0.slo.audience?.label },
      .phrase("agreement") { $0.slo.agreement?.label },
      .text("consequence") { $0.slo.metadata.annotations["portico/consequence"]?.value },
      .record("capability", PageLink.schema) { view in
        view.planner.catalogue.capability(of: view.slo).flatMap {
          view.context.link(folder: view.planner.folder(of: $0), fragment: "_service-levels")
        }
      },
      .record("state", StateView.schema) { view in
        let report = view.planner.report
        return report.state(of: view.slo).map { StateView($0, of: report.verdicts(on: view.slo)) }
      },
      .record("whole", CompositeView.schema) { view in
        view.planner.report.whole(of: view.slo).map { CompositeView($0, of: view.slo) }
      },
      .list("objectives", ObjectiveView.schema) { $0.objectives },
      .list("incidents", IncidentView.schema) { $0.planner.views($0.incidents, $0.context) },
      .list("indicators", IndicatorView.schema) { IndicatorView.all(of: $0.slo, in: $0.planner.catalogue.openSLO) },
      .list("alertPolicies", AlertPolicyView.schema) { view in
        let openSLO = view.planner.catalogue.openSLO
        return openSLO.alertPolicies(of: view.slo).map { AlertPolicyView(policy: $0, openSLO: openSLO) }
      },
    ])

  var objectives: [ObjectiveView] {
    let conditions = planner.catalogue.openSLO.conditions(of: slo)
    return zip(slo.objectives, planner.report.statuses(of: slo)).enumerated().map { index, pair in
      ObjectiveView(
        slo: slo, objective: pair.0, status: pair.1, conditions: conditions, number: index + 1,
        incidents: incidentsOfCapability, context: context)
    }
  }

  private var incidentsOfCapability: [Incident] {
    planner.catalogue.capability(of: slo).map(planner.catalogue.incidents) ?? []
  }

  /// Those in the time whose days are shown.
  private var incidents: [Incident] {
    let days = planner.report.statuses(of: slo).flatMap(\.days).map(\.time)
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return [] }
    return incidentsOfCapability.filter { $0.touches(first..<last, asOf: context.asOf) }
  }
}

/// The state of an objective, as a word and a class of the style sheet.
struct StateView: Sendable {
  let state: ObjectiveStatus.State
  /// When nobody can tell any more whether it still is so; nil for a state of the past.
  let staleAfter: Instant?

  init(_ state: ObjectiveStatus.State, staleAfter: Instant? = nil) {
    self.state = state
    self.staleAfter = [.met, .atRisk, .breached].contains(state) ? staleAfter : nil
  }

  init(_ status: ObjectiveStatus) { self.init(status.state, staleAfter: status.staleAfter) }

  /// A state that several verdicts agree on, which is known as long as all of them are.
  init(_ state: ObjectiveStatus.State, of verdicts: [ObjectiveStatus]) {
    self.init(state, staleAfter: verdicts.compactMap(\.staleAfter).min())
  }

  static let schema = Schema<StateView>(
    "state",
    [
      .text("id") { $0.state.rawValue },
      .phrase("label") { $0.state.label },
      .phrase("explanation") { $0.state.explanation },
      .text("staleAfter") { $0.staleAfter?.iso },
    ])
}

/// One objective: its target, what that allows, and how it stands.
struct ObjectiveView: Sendable {
  let slo: ServiceLevelObjective
  let objective: ServiceLevelObjective.Objective
  let status: ObjectiveStatus
  /// When an alert is due.
  let conditions: [AlertCondition]
  /// From one.
  let number: Int
  /// Of the capability.
  let incidents: [Incident]
  let context: PlanContext

  static let schema = Schema<ObjectiveView>(
    "objective",
    [
      .text("id") { "objective-\($0.number)" },
      .text("level") { $0.slo.metadata.displayName },
      .text("title") { $0.slo.title(ofObjective: $0.number - 1) },
      .phrase("goodValues") { view in
        view.objective.goodValues.map { "\($0.comparison.symbol) \(number: $0.value.description)" }
      },
      .phrase("target") { $0.objective.target.percent },
      .phrase("allowance") { $0.allowance },
      .record("state", StateView.schema) { StateView($0.status) },
      .phrase("asOf") { $0.status.asOf?.label },
      .record("now", MeasuredView.schema) { MeasuredView($0) },
      .phrase("burnRate") { $0.burnRate?.rate.number(places: 2, roundedUp: true) },
      .phrase("burnRateTime") { $0.burnRate?.lookBack.secondsInWords },
      .record("trend", TrendView.schema) { view in view.status.trend.map(TrendView.init) },
      .html("weeksChart") { $0.weeksChart?.svg($0.context.phrases) },
      .texts("weeksTicks") { $0.weeksChart?.ticks ?? [] },
      .list("weeks", ShareView.schema) { $0.shares($0.status.weeks.reversed()) },
      .html("history") { view in
        view.status.days.isEmpty ? nil : HistoryChart(days: view.status.days).svg(view.context.phrases)
      },
      .list("missedDays", ShareView.schema) { view in
        view.shares(view.status.days).filter { $0.share.budget?.isMet == false }
      },
      .list("days", ShareView.schema) { $0.shares($0.status.days.reversed()) },
      .list("months", ShareView.schema) { $0.shares($0.status.months) },
      .list("burnRates", BurnRateView.schema) { $0.burnRates },
      .list("alerts", AlertStatusView.schema) { $0.alerts },
      .list("exclusions", exclusionSchema) { $0.status.exclusions },
    ])

  /// Places behind the point of a percentage: one more than the target has, so that a near miss shows.
  var places: Int { max(2, objective.target.places - 1) }

  /// The burn rate of the last day, or of the longest look-back below it.
  private var burnRate: ObjectiveStatus.BurnRate? {
    status.burnRates.last { $0.lookBack <= 86_400 } ?? status.burnRates.first
  }

  private var weeksChart: WeeksChart? { WeeksChart(weeks: status.weeks) }

  /// Time only for methods that count time; occurrences allow a share of events.
  private var allowance: Phrase? {
    guard slo.method != .occurrences else {
      return "\((ExactDecimal(1) - objective.target).percent) of events"
    }
    return slo.window.flatMap { window in
      slo.allowance(objective).map { "\($0.minutesInWords) in \(window.duration.words)" }
    }
  }

  private func shares(_ shares: [ObjectiveStatus.Share]) -> [ShareView] {
    shares.map {
      ShareView(share: $0, unit: CountUnit(self), places: places, incidents: incidents, context: context)
    }
  }

  private var burnRates: [BurnRateView] {
    let window = slo.window?.duration.seconds ?? 0
    return AlertFactor.all(window: window).map { BurnRateView(factor: $0, rate: status.burnRate(over: $0.lookBack)) }
  }

  private var alerts: [AlertStatusView] {
    conditions.map { AlertStatusView(condition: $0, rate: status.burnRate(over: $0.lookBack.seconds)) }
  }
}

extension ServiceLevelObjective {
  /// The name of an objective, or that of the service level where it has none.
  func title(ofObjective index: Int) -> String { objectives[index].displayName ?? metadata.displayName }
}

/// A day or a month.
struct ShareView: Sendable {
  let share: ObjectiveStatus.Share
  let unit: CountUnit
  let places: Int
  let incidents: [Incident]
  let context: PlanContext

  static let schema = Schema<ShareView>(
    "measured time",
    [
      .phrase("day") { $0.share.time.lowerBound.date.label },
      .phrase("month") { $0.share.time.lowerBound.date.numericMonth },
      .phrase("good") { $0.unit.count($0.share.tally.good) },
      .phrase("total") { $0.unit.count($0.share.tally.total) },
      .phrase("value") { view in view.share.budget?.sli.percent(places: view.places) },
      .phrase("consumed") { $0.share.budget?.consumed.percentSpent(places: 1) },
      .phrase("burnRate") { $0.share.budget?.consumed.number(places: 2, roundedUp: true) },
      .record("state", StateView.schema) { view in
        StateView(view.share.budget.map { $0.isMet ? .met : .breached } ?? .noData)
      },
      .list("incidents", PageLink.schema) { view in
        view.incidents.filter { $0.touches(view.share.time, asOf: view.context.asOf) }
          .compactMap { view.context.link(document: $0.page.path) }
      },
    ])
}

/// Whether the budget burns faster than a week ago.
struct TrendView: Sendable {
  let trend: ObjectiveStatus.Trend

  static let schema = Schema<TrendView>(
    "trend",
    [
      .text("id") { $0.direction.id }, .phrase("label") { $0.direction.label },
      .phrase("recent") { $0.trend.recent.number(places: 2, roundedUp: true) },
      .phrase("before") { $0.trend.before.number(places: 2, roundedUp: true) },
    ])

  /// A tenth of what the budget allows is no change that anybody would notice.
  private var direction: (id: String, label: Phrase) {
    let change = trend.recent + trend.before * Fraction(-1)
    if change > Fraction(1, over: 10) { return ("worse", "Worse") }
    return change < Fraction(-1, over: 10) ? ("better", "Better") : ("steady", "Steady")
  }
}

/// How fast the budget burns over a look-back, beside the factor at which an alert is due.
struct BurnRateView: Sendable {
  let factor: AlertFactor
  let rate: Fraction?

  static let schema = Schema<BurnRateView>(
    "burn rate",
    [
      .phrase("lookBack") { $0.factor.lookBack.secondsInWords },
      .phrase("share") { "\(number: String($0.factor.percent)) %" },
      .phrase("factor") { $0.factor.factor.number(places: 1) },
      .phrase("rate") { $0.rate?.number(places: 2, roundedUp: true) },
      .flag("isDue") { view in view.rate.map { $0 >= view.factor.factor } ?? false },
    ])
}

private let exclusionSchema = Schema<Measurements.Exclusion>(
  "exclusion",
  [
    .phrase("from") { $0.time.lowerBound.label },
    .phrase("to") { $0.time.upperBound.label },
    .phrase("length") { $0.time.length.secondsInWords },
    .text("reason") { $0.reason },
    .phrase("notice") { $0.notice?.label },
  ])

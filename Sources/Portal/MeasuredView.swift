import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// What an objective's counts count, for display.
struct CountUnit: Sendable {
  let name: Phrase
  /// Seconds, where time is counted; 1 for events.
  private let size: Int

  init(_ view: ObjectiveView) {
    guard view.slo.method != .occurrences else {
      (name, size) = ("events", 1)
      return
    }
    let window = view.objective.timeSliceWindow
    name = window.map { "slices of \($0.words)" } ?? "seconds"
    size = window?.seconds ?? 1
  }

  /// `998,123`, with two places where it is no whole number.
  func count(_ number: Fraction) -> Phrase {
    let scaled = number / Fraction(Int128(size))
    let whole = Int(scaled.floor).grouped
    return "\(number: scaled == Fraction(scaled.floor) ? whole : whole + scaled.text(places: 2).suffix(3))"
  }
}

/// What was measured over the window, with its working.
struct MeasuredView: Sendable {
  private let view: ObjectiveView
  private let window: ObjectiveStatus.Share
  private let budget: ErrorBudget
  private let unit: CountUnit

  /// - Returns: nil where nothing was measured.
  init?(_ view: ObjectiveView) {
    guard let window = view.status.window, let budget = window.budget else { return nil }
    self.view = view
    self.window = window
    self.budget = budget
    unit = CountUnit(view)
  }

  static let schema = Schema<MeasuredView>("measured value", resultFields + workingFields)

  private static let resultFields: [Field<MeasuredView>] = [
    .phrase("value") { $0.sli },
    .phrase("left") { $0.budget.left },
    .text("bar") { $0.budget.bar },
    .phrase("consumed") { $0.consumed },
    .phrase("exhaustion") { $0.exhaustion },
    .html("burnDown") { $0.chart?.svg($0.view.context.phrases) },
    .phrases("burnDownTicks") { $0.chart?.ticks ?? [] },
    .list("burnDownRows", burnDownSchema) { view in
      // The last point of each day: hourly slices would make the table long.
      let points = view.view.status.burnDown
      return points.indices.filter { index in
        index + 1 == points.count || (points[index + 1].at - 1).date != (points[index].at - 1).date
      }.map { points[$0] }
    },
  ]

  private static let workingFields: [Field<MeasuredView>] = [
    .phrase("from") { $0.window.time.lowerBound.label },
    .phrase("to") { $0.window.time.upperBound.label },
    .phrase("fromDay") { $0.window.time.lowerBound.date.label },
    .phrase("toDay") { $0.window.time.upperBound.date.label },
    .phrase("unit") { $0.unit.name },
    .phrase("good") { $0.unit.count($0.window.tally.good) },
    .phrase("total") { $0.total },
    .phrase("bad") { $0.unit.count($0.window.tally.bad) },
    .phrase("excludedTotal") { view in
      let excluded = view.view.status.excluded
      return excluded.total > .zero ? view.unit.count(excluded.total) : nil
    },
    .phrase("excludedBad") { $0.unit.count($0.view.status.excluded.bad) },
    .phrase("unmeasured") { $0.view.status.unmeasured > 0 ? $0.view.status.unmeasured.secondsInWords : nil },
    .text("sources") { $0.view.status.sources.joined(separator: "; ") },
    .phrase("error") { $0.budget.sli.complement.percentSpent(places: $0.view.places) },
    .phrase("budget") { (ExactDecimal(1) - $0.budget.target).percent },
    .phrase("allowed") { view in
      let share = (ExactDecimal(1) - view.budget.target).ratio
      return view.unit.count(share * view.window.tally.total)
    },
  ]

  private var sli: Phrase { budget.sli.percent(places: view.places) }
  private var consumed: Phrase { budget.consumed.percentSpent(places: 1) }
  private var total: Phrase { unit.count(window.tally.total) }

  private var exhaustion: Phrase? {
    guard budget.remaining > .zero else { return nil }
    return view.status.exhaustion.map(\.secondsInWords)
  }

  private var chart: BurnDownChart? {
    view.status.burnDown.count > 1 ? BurnDownChart(points: view.status.burnDown, time: window.time) : nil
  }
}

private let burnDownSchema = Schema<ObjectiveStatus.BurnDownPoint>(
  "burn-down point",
  [.phrase("at") { $0.at.label }, .phrase("left") { $0.remaining.percent(places: 1) }])

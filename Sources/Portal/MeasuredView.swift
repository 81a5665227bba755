import Platform
import Templates
import YAML

/// What an objective's counts count, for display.
struct CountUnit: Sendable {
  let name: String
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
  func count(_ number: Fraction) -> String {
    let scaled = number / Fraction(Int128(size))
    let whole = Int(scaled.floor).grouped
    return scaled == Fraction(scaled.floor) ? whole : whole + scaled.text(places: 2).suffix(3)
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
    .text("value") { $0.sli },
    .text("left") { $0.budget.left },
    .text("bar") { $0.budget.bar },
    .text("consumed") { $0.consumed },
    .text("exhaustion") { $0.exhaustion },
    .html("burnDown") { $0.chart?.svg },
    .texts("burnDownTicks") { $0.chart?.ticks ?? [] },
    .list("burnDownRows", burnDownSchema) { view in
      // The last point of each day: hourly slices would make the table long.
      let points = view.view.status.burnDown
      return points.indices.filter { index in
        index + 1 == points.count || (points[index + 1].at - 1).date != (points[index].at - 1).date
      }.map { points[$0] }
    },
  ]

  private static let workingFields: [Field<MeasuredView>] = [
    .text("from") { $0.window.time.lowerBound.text },
    .text("to") { $0.window.time.upperBound.text },
    .text("fromDay") { $0.window.time.lowerBound.date.iso },
    .text("toDay") { $0.window.time.upperBound.date.iso },
    .text("unit") { $0.unit.name },
    .text("good") { $0.unit.count($0.window.tally.good) },
    .text("total") { $0.total },
    .text("bad") { $0.unit.count($0.window.tally.bad) },
    .text("excludedTotal") { view in
      let excluded = view.view.status.excluded
      return excluded.total > .zero ? view.unit.count(excluded.total) : nil
    },
    .text("excludedBad") { $0.unit.count($0.view.status.excluded.bad) },
    .text("unmeasured") { $0.view.status.unmeasured > 0 ? $0.view.status.unmeasured.secondsInWords : nil },
    .text("sources") { $0.view.status.sources.joined(separator: "; ") },
    .text("error") { $0.budget.sli.complement.percentSpent(places: $0.view.places) },
    .text("budget") { (ExactDecimal(1) - $0.budget.target).percent },
    .text("allowed") { view in
      let share = (ExactDecimal(1) - view.budget.target).ratio
      return view.unit.count(share * view.window.tally.total)
    },
  ]

  private var sli: String { budget.sli.percent(places: view.places) }
  private var consumed: String { budget.consumed.percentSpent(places: 1) }
  private var total: String { unit.count(window.tally.total) }

  private var exhaustion: String? {
    guard budget.remaining > .zero else { return nil }
    return view.status.exhaustion.map(\.secondsInWords)
  }

  private var chart: BurnDownChart? {
    view.status.burnDown.count > 1 ? BurnDownChart(points: view.status.burnDown, time: window.time) : nil
  }
}

private let burnDownSchema = Schema<ObjectiveStatus.BurnDownPoint>(
  "burn-down point",
  [.text("at") { $0.at.text }, .text("left") { $0.remaining.percent(places: 1) }])

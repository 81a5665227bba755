import Bytes
import Platform
import Templates
import YAML

/// A bar for each day: height tells the state as the colour does.
///
/// One path per state keeps it small.
struct HistoryChart {
  let days: [ObjectiveStatus.Share]

  private static let step = 4

  func svg(_ phrases: Phrases) -> Fragment {
    var buffer = ByteBuffer(capacity: 2_048)
    let first = days.first?.time.lowerBound.date.daysSinceEpoch ?? 0
    let last = days.last?.time.lowerBound.date.daysSinceEpoch ?? 0
    let width = (last - first + 1) * HistoryChart.step
    buffer.append(
      "<svg class=\"history\" viewBox=\"0 0 \(width) 24\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(phrases.text(of: title), escaping: .html)
    buffer.append("</title>")
    // Missed days stand out at full height; days without data are a line at the foot.
    for (name, isShown, top) in HistoryChart.kinds {
      let path = days.filter { isShown($0.budget) }.map { day in
        let x = (day.time.lowerBound.date.daysSinceEpoch - first) * HistoryChart.step
        return "M\(x) \(top)h3V24h-3z"
      }.joined()
      if !path.isEmpty { buffer.append("<path class=\"\(name)\" d=\"\(path)\"/>") }
    }
    buffer.append("</svg>")
    return Fragment(buffer.bytes)
  }

  private static let kinds: [(name: String, isShown: @Sendable (ErrorBudget?) -> Bool, top: Int)] = [
    ("is-met", { $0?.isMet == true }, 8), ("is-breached", { $0?.isMet == false }, 0), ("is-no-data", { $0 == nil }, 22),
  ]

  private var title: Phrase {
    let missed = days.count { $0.budget?.isMet == false }
    let empty = days.count { $0.budget == nil }
    let (last, met) = (days.last?.time.lowerBound.date.label ?? "", days.count - missed - empty)
    return "\(days.count) days to \(last): \(met) at the objective or above, \(missed) below, \(empty) without data"
  }
}

/// What was left of the budget over the window, as a line that only falls; a dashed one shows even spending.
struct BurnDownChart {
  private let points: [ObjectiveStatus.BurnDownPoint]
  private let time: Range<Instant>
  /// Hundreds of percent below zero that the chart shows.
  private let depth: Int

  init(points: [ObjectiveStatus.BurnDownPoint], time: Range<Instant>) {
    self.points = points
    self.time = time
    let lowest = points.last?.remaining ?? .zero
    depth = lowest < .zero ? Int(min(max(-lowest.floor, 1), 3)) : 0
  }

  /// What the axis says, from the top, at equal distances.
  var ticks: [Phrase] {
    depth == 0 ? ["100 %", "50 %", "0 %"] : (0...depth + 1).map { Fraction(Int128(1 - $0)).percent(places: 0) }
  }

  func svg(_ phrases: Phrases) -> Fragment {
    // A point for each unit of the width: a window may have tens of thousands of slices.
    let shown = points.indices.filter { $0 + 1 == points.count || x(points[$0 + 1].at) > x(points[$0].at) }
    let line = shown.map { "\(x(points[$0].at)) \(y(points[$0].remaining))" }
    let last = points.last.map { x($0.at) } ?? 0
    let zero = y(.zero)
    var buffer = ByteBuffer(capacity: 2_048)
    buffer.append("<svg class=\"burn-down\" viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(phrases.text(of: title), escaping: .html)
    buffer.append("</title><path class=\"grid\" d=\"\(grid)\"/>")
    buffer.append("<path class=\"area\" d=\"M\(line.joined(separator: "L"))L\(last) \(zero)L0 \(zero)z\"/>")
    buffer.append("<path class=\"zero\" d=\"M0 \(zero)H1000\"/><path class=\"pace\" d=\"M0 0 1000 \(zero)\"/>")
    buffer.append("<path class=\"line\" d=\"M\(line.joined(separator: "L"))\"/></svg>")
    return Fragment(buffer.bytes)
  }

  private var grid: String {
    let count = ticks.count - 1
    return (0...count).map { "M0 \($0 * 200 / count)H1000" }.joined()
  }

  private var title: Phrase {
    let (left, last) = (points.last?.remaining.percent(places: 1) ?? "", points.last?.at.label ?? "")
    return "Error budget left, from 100 % on \(time.lowerBound.date.label) to \(left) on \(last)"
  }

  private func x(_ instant: Instant) -> Int { (instant - time.lowerBound) * 1_000 / max(time.length, 1) }

  private func y(_ remaining: Fraction) -> Int {
    let shown = max(remaining, Fraction(Int128(-depth)))
    return Int((shown.complement * Fraction(200, over: Int128(1 + depth))).floor)
  }
}

/// How fast the budget burnt in each week: a bar that ends above the line spent more than its share.
struct WeeksChart {
  private let weeks: [ObjectiveStatus.Share]
  private let first: Int
  /// The rate that the chart shows at its top.
  private let most: Int

  private static let step = 40

  /// - Returns: nil for less than two weeks, which are no trend.
  init?(weeks: [ObjectiveStatus.Share]) {
    guard weeks.count > 1 else { return nil }
    self.weeks = weeks
    first = weeks[0].time.lowerBound.date.daysSinceEpoch
    let highest = weeks.compactMap { $0.budget?.consumed }.max() ?? .one
    most = Int(min(max(-(highest * Fraction(-1)).floor, 2), 10))
  }

  /// What the axis says, from the top, at equal distances.
  var ticks: [String] { most > 4 ? ["\(most)", "0"] : (0...most).reversed().map(String.init) }

  func svg(_ phrases: Phrases) -> Fragment {
    let last = weeks.last?.time.lowerBound.date.daysSinceEpoch ?? first
    let width = ((last - first) / 7 + 1) * WeeksChart.step
    var buffer = ByteBuffer(capacity: 1_024)
    buffer.append("<svg class=\"weeks\" viewBox=\"0 0 \(width) 120\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(phrases.text(of: title), escaping: .html)
    buffer.append("</title>")
    for (name, isShown) in WeeksChart.kinds {
      let path = weeks.filter { isShown($0.budget) }.map(bar).joined()
      if !path.isEmpty { buffer.append("<path class=\"\(name)\" d=\"\(path)\"/>") }
    }
    buffer.append("<path class=\"pace\" d=\"M0 \(y(.one))H\(width)\"/></svg>")
    return Fragment(buffer.bytes)
  }

  private static let kinds: [(name: String, isShown: @Sendable (ErrorBudget?) -> Bool)] = [
    ("is-met", { $0?.isMet == true }), ("is-breached", { $0?.isMet == false }), ("is-no-data", { $0 == nil }),
  ]

  /// At least a line high, so that a week that spent nothing shows.
  private func bar(_ week: ObjectiveStatus.Share) -> String {
    let x = (week.time.lowerBound.date.daysSinceEpoch - first) / 7 * WeeksChart.step
    let top = min(week.budget.map { y($0.consumed) } ?? 118, 118)
    return "M\(x + 2) \(top)h\(WeeksChart.step - 4)V120h-\(WeeksChart.step - 4)z"
  }

  private func y(_ rate: Fraction) -> Int {
    let shown = min(rate, Fraction(Int128(most)))
    return 120 - Int((shown * Fraction(120, over: Int128(most))).floor)
  }

  private var title: Phrase {
    let above = weeks.count { $0.budget?.isMet == false }
    let (last, within) = (weeks.last?.time.upperBound.date.label ?? "", weeks.count - above)
    return "Burn rate of \(weeks.count) weeks to \(last): \(within) within the budget's pace, \(above) above it"
  }
}

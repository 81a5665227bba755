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

  var svg: Fragment {
    var buffer = ByteBuffer(capacity: 2_048)
    let first = days.first?.time.lowerBound.date.daysSinceEpoch ?? 0
    let last = days.last?.time.lowerBound.date.daysSinceEpoch ?? 0
    let width = (last - first + 1) * HistoryChart.step
    buffer.append(
      "<svg class=\"history\" viewBox=\"0 0 \(width) 24\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(title, escaping: .html)
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

  private var title: String {
    let missed = days.count { $0.budget?.isMet == false }
    let empty = days.count { $0.budget == nil }
    return "\(days.count) days to \(days.last?.time.lowerBound.date.iso ?? ""): "
      + "\(days.count - missed - empty) at the objective or above, \(missed) below, \(empty) without data"
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
  var ticks: [String] {
    depth == 0 ? ["100 %", "50 %", "0 %"] : (0...depth + 1).map { Fraction(Int128(1 - $0)).percent(places: 0) }
  }

  var svg: Fragment {
    let line = points.map { "\(x($0.at)) \(y($0.remaining))" }
    let last = points.last.map { x($0.at) } ?? 0
    let zero = y(.zero)
    var buffer = ByteBuffer(capacity: 2_048)
    buffer.append("<svg class=\"burn-down\" viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(title, escaping: .html)
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

  private var title: String {
    "Error budget left, from 100 % on \(time.lowerBound.date.iso) to "
      + "\(points.last?.remaining.percent(places: 1) ?? "") on \(points.last?.at.text ?? "")"
  }

  private func x(_ instant: Instant) -> Int { (instant - time.lowerBound) * 1_000 / max(time.length, 1) }

  private func y(_ remaining: Fraction) -> Int {
    let shown = max(remaining, Fraction(Int128(-depth)))
    return Int((shown.complement * Fraction(200, over: Int128(1 + depth))).floor)
  }
}

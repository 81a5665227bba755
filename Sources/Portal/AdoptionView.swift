import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// How many use a capability, now and over time.
struct AdoptionView: Sendable {
  /// The earliest first.
  private let counts: [Capability.Adoption]
  private let latest: Capability.Adoption
  private let context: PlanContext

  /// - Returns: nil where nobody counted.
  init?(_ adoption: [Capability.Adoption], _ context: PlanContext) {
    counts = adoption.sorted { $0.date < $1.date }
    guard let latest = counts.last else { return nil }
    self.latest = latest
    self.context = context
  }

  static let schema = Schema<AdoptionView>(
    "adoption",
    countFields { $0.latest } + [
      .html("chart") { $0.chart?.svg($0.context.phrases) },
      .texts("ticks") { $0.chart?.ticks ?? [] },
      .phrase("since") { $0.counts.first?.date.label },
      .list("counts", Schema<Capability.Adoption>("adoption count", countFields { $0 })) { $0.counts },
    ])

  private var chart: AdoptionChart? { counts.count > 1 ? AdoptionChart(counts: counts) : nil }

  private static func countFields<Model>(
    _ count: @escaping @Sendable (Model) -> Capability.Adoption
  ) -> [Field<Model>] {
    [
      .phrase("date") { count($0).date.label },
      .text("users") { String(count($0).users) },
      .text("of") { count($0).of.map(String.init) },
      .phrase("percent") { model in
        count(model).of.flatMap { $0 > 0 ? "\((count(model).users * 100 + $0 / 2) / $0) %" : nil }
      },
    ]
  }
}

/// How many use it, as a line over time, under a dashed one of how many could.
struct AdoptionChart {
  /// At least two, the earliest first.
  let counts: [Capability.Adoption]

  /// What the axis says, from the top.
  var ticks: [String] { [String(top), "0"] }

  func svg(_ phrases: Phrases) -> Fragment {
    let users = line { $0.users }
    let possible = line { $0.of }
    var buffer = ByteBuffer(capacity: 512)
    buffer.append("<svg class=\"burn-down\" viewBox=\"0 0 1000 200\" preserveAspectRatio=\"none\" role=\"img\"><title>")
    buffer.append(phrases.text(of: title), escaping: .html)
    buffer.append(
      "</title><path class=\"area\" d=\"M0 200L\(users)L1000 200z\"/><path class=\"zero\" d=\"M0 200H1000\"/>")
    if possible.contains("L") { buffer.append("<path class=\"pace\" d=\"M\(possible)\"/>") }
    buffer.append("<path class=\"line\" d=\"M\(users)\"/></svg>")
    return Fragment(buffer.bytes)
  }

  private var top: Int { max(1, counts.map { max($0.users, $0.of ?? 0) }.max() ?? 1) }

  private var title: Phrase {
    let (first, last) = (counts[0], counts[counts.count - 1])
    return "From \(first.users) users on \(first.date.label) to \(last.users) on \(last.date.label)"
  }

  /// The points of those counts that have the number.
  private func line(_ number: (Capability.Adoption) -> Int?) -> String {
    let start = counts[0].date.daysSinceEpoch
    let days = max(1, counts[counts.count - 1].date.daysSinceEpoch - start)
    return counts.compactMap { count in
      number(count).map { "\((count.date.daysSinceEpoch - start) * 1_000 / days) \(200 - min($0, top) * 200 / top)" }
    }.joined(separator: "L")
  }
}

import Bytes
import Platform
import Templates
import YAML

/// The whole of a composite, with what each part adds to it.
struct CompositeView: Sendable {
  private let whole: CompositeStatus
  private let slo: ServiceLevelObjective

  init(_ whole: CompositeStatus, of slo: ServiceLevelObjective) {
    self.whole = whole
    self.slo = slo
  }

  static let schema = Schema<CompositeView>(
    "composite",
    [
      .record("state", StateView.schema) { StateView($0.whole.status) },
      .phrase("target") { $0.hasShare ? $0.whole.target.percent : nil },
      .phrase("rule") { $0.slo.method.compositeRule },
      .phrase("amountLabel") { $0.hasShare ? "Share that was bad" : "Budget spent" },
      .record("now", nowSchema) { $0.now },
      .phrase("asOf") { $0.whole.status.asOf?.label },
      .list("parts", partSchema) { $0.parts },
    ])

  /// Events of different kinds have no share in common.
  private var hasShare: Bool { slo.method != .occurrences }

  private var now: BudgetNow? {
    whole.status.window?.budget.map { BudgetNow(budget: $0, showsValue: hasShare, places: places) }
  }

  private var places: Int { hasShare ? max(2, whole.target.places - 1) : 1 }

  private var parts: [PartView] {
    zip(slo.objectives, whole.parts).enumerated().map { index, pair in
      PartView(
        title: slo.title(ofObjective: index), href: "#_objective-\(index + 1)",
        weight: slo.method == .timeslices ? nil : "\(pair.0.weight)",
        amount: pair.1.amount?.percentSpent(places: places),
        contribution: pair.1.contribution?.percentSpent(places: places))
    }
  }
}

/// A budget as it stands, without its working.
private struct BudgetNow: Sendable {
  let budget: ErrorBudget
  let showsValue: Bool
  let places: Int
}

private let nowSchema = Schema<BudgetNow>(
  "budget now",
  [
    .phrase("value") { now in now.showsValue ? now.budget.sli.percent(places: now.places) : nil },
    .phrase("left") { $0.budget.left }, .phrase("consumed") { $0.budget.consumed.percentSpent(places: 1) },
    .text("bar") { $0.budget.bar },
  ])

private struct PartView: Sendable {
  let title: String
  let href: String
  let weight: String?
  let amount: Phrase?
  let contribution: Phrase?
}

private let partSchema = Schema<PartView>(
  "part",
  [
    .text("title") { $0.title }, .text("href") { $0.href }, .text("weight") { $0.weight },
    .phrase("amount") { $0.amount },
    .phrase("contribution") { $0.contribution },
  ])

extension ErrorBudget {
  var left: Phrase { remaining.percent(places: 1) }

  /// What is left in whole percent from 0 to 100, for a bar.
  var bar: String { String(min(max((remaining * Fraction(100)).floor, 0), 100)) }
}

extension BudgetingMethod {
  /// How parts make up a whole.
  fileprivate var compositeRule: Phrase {
    switch self {
    case .occurrences: "The budget that each part has spent, times its weight, is spent of the whole."
    case .timeslices:
      "A time slice is bad for the whole if it is bad for any of its parts. The target of the strictest part counts."
    case .ratioTimeslices:
      "The shares that were bad, times their weights, add up. The target of the strictest part counts."
    }
  }
}

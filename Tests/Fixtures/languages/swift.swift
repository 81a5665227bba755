import Foundation

/// How much of an error budget is left.
struct Budget: Sendable {
  let target: Double
  private(set) var slices: [Slice] = []

  // Nil where nothing was measured.
  var left: Double? {
    let total = slices.reduce(0) { $0 + $1.total }
    guard total > 0, target < 1 else { return nil }
    return 1 - Double(slices.lazy.map(\.bad).reduce(0, +)) / (Double(total) * (1 - target))
  }

  mutating func add(_ slice: Slice) throws(BudgetError) {
    if slice.bad > slice.total { throw .invalid("\(slice.bad) of \(slice.total) are bad\n") }
    slices.append(slice)
  }
}

enum BudgetError: Error { case invalid(String) }

@MainActor
final class BudgetView {
  #if DEBUG
    let isVerbose = true  // more than a reader needs
  #endif

  func describe(_ budget: Budget, named name: String = "api") -> String {
    """
    \(name): \(budget.left.map { "\(Int($0 * 100)) %" } ?? "unknown")
    """
  }
}

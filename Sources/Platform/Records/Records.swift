package import Diagnostics
package import YAML

/// What happened, what was decided and what changed, each on a page of its own.
package struct Records: Sendable {
  /// The kinds of pages that hold a record, as front matter names them.
  ///
  /// An `issue` is what cState calls an incident.
  package static let kinds = ["incident", "decision", "change", "issue"]

  /// The latest first.
  package private(set) var incidents: [Incident] = []
  /// In the order of their numbers, then of their files.
  package private(set) var decisions: [Decision] = []
  /// The latest first.
  package private(set) var changes: [Change] = []

  init() {}

  static func read(_ pages: [(kind: String, page: RecordPage)]) -> Outcome<Records> {
    var records = Records()
    var diagnostics: [Diagnostic] = []
    for (kind, page) in pages {
      switch kind {
      case "incident", "issue": diagnostics += keep(Incident.read(page), in: &records.incidents)
      case "decision": diagnostics += keep(Decision.read(page), in: &records.decisions)
      default: diagnostics += keep(Change.read(page), in: &records.changes)
      }
    }
    records.incidents.sort { ($1.detected, $0.page.path) < ($0.detected, $1.page.path) }
    records.decisions.sort { ($0.number ?? .max, $0.page.path) < ($1.number ?? .max, $1.page.path) }
    records.changes.sort { ($1.date, $0.page.path) < ($0.date, $1.page.path) }
    return Outcome(records, diagnostics)
  }

  private static func keep<Record>(_ outcome: Outcome<Record?>, in list: inout [Record]) -> [Diagnostic] {
    if let record = outcome.value { list.append(record) }
    return outcome.diagnostics
  }

  /// The decision that took the place of another; nil where there is none.
  package func successor(of decision: Decision) -> Decision? {
    decision.supersededBy.flatMap { name in
      decisions.first { $0.isNamed(name.value) && $0.page.path != decision.page.path }
    }
  }

  /// The decisions that one took the place of.
  package func predecessors(of decision: Decision) -> [Decision] {
    decisions.filter { successor(of: $0)?.page.path == decision.page.path }
  }

  /// Incidents with moments, and decisions with a date, that a day has not seen.
  package func checkPast(_ day: CalendarDate) -> [Diagnostic] {
    incidents.compactMap { $0.checkPast(day) } + decisions.compactMap { $0.checkPast(day) }
  }

  /// Decisions that name a successor that there is not, or have the number of another.
  var diagnostics: [Diagnostic] { decisions.compactMap(checkSuccessor) + checkNumbers() }

  private func checkSuccessor(of decision: Decision) -> Diagnostic? {
    guard let name = decision.supersededBy, successor(of: decision) == nil else { return nil }
    return Diagnostic(
      .unknownReference, "there is no other decision \(name.value.quoted)", at: name.span,
      help: "Write the number of the decision that replaced it, such as 'superseded by 0012'.")
  }

  private func checkNumbers() -> [Diagnostic] {
    zip(decisions, decisions.dropFirst()).compactMap { first, second in
      guard let number = first.number, number == second.number else { return nil }
      return Diagnostic(
        .duplicateName, "there is another decision \(number)", at: second.page.span,
        help: "The other is \(first.page.span.path). Give one of them the next number.")
    }
  }
}

import Bytes

extension ScorecardRule {
  static let reviewed = ScorecardRule(
    "reviewed", .understand, level: 1, "Every page was reviewed and is in date",
    rationale: "A page that was right two years ago costs more time than no page.",
    remedy:
      "Read the pages that are overdue, correct them, and set 'reviewed' to the day; 'reviewIn' says how long that holds."
  ) { facts in
    guard !facts.guides.isEmpty else { return .notApplicable("it has no pages") }
    let dates = facts.guides.compactMap(\.reviewedUntil)
    let overdue = dates.count { $0 < facts.asOf }
    if overdue > 0 { return .fail("\(overdue) of \(Phrase(count: facts.guides.count, "page")) overdue for review") }
    let unknown = facts.guides.count - dates.count
    return unknown > 0
      ? .notMeasured("\(unknown) of \(Phrase(count: facts.guides.count, "page")) without 'reviewed' and 'reviewIn'")
      : .pass("\(Phrase(count: dates.count, "page")) in date")
  }
}

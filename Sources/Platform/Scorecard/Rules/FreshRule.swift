import Bytes

extension ScorecardRule {
  package static let fresh = ScorecardRule(
    "fresh", .trust, level: 1, "The measurements are up to date",
    rationale: "Last month's number says nothing about this morning.",
    remedy: "Export measurements on every build, or at least within the site's 'measurements.maxAge'."
  ) { facts in
    let measured = facts.objectives.filter { $0.asOf != nil }
    guard !measured.isEmpty else { return .notMeasured("no measurements") }
    let stale = measured.count { $0.state == .stale }
    return stale == 0
      ? .pass(Phrase(count: measured.count, "objective"))
      : .fail("\(stale) of \(Phrase(count: measured.count, "objective")) stale")
  }
}

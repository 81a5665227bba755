import Diagnostics
import YAML

/// All that was measured of one objective, from however many documents.
struct MeasuredSeries: Sendable {
  /// In the order of time.
  private(set) var slices: [Measurements.Slice] = []
  private(set) var exclusions: [Measurements.Exclusion] = []
  /// The latest of the documents' own.
  private(set) var asOf: Instant?
  private(set) var sources: [String] = []
  private(set) var isInvalid = false

  /// Joins documents of one objective, whose order makes no difference.
  static func join(_ documents: [Measurements], now: Instant) -> Outcome<MeasuredSeries> {
    var series = MeasuredSeries()
    var diagnostics: [Diagnostic] = []
    for document in documents {
      series.slices += document.slices
      series.exclusions += document.exclusions
      if let source = document.source, !series.sources.contains(source) { series.sources.append(source) }
      if document.isFaulty { series.isInvalid = true }
      guard let asOf = document.asOf else { continue }
      series.asOf = max(series.asOf ?? asOf.value, asOf.value)
      if asOf.value > now {
        let message = "the measurements are as of \(asOf.value.text), which is yet to come"
        diagnostics.append(
          Diagnostic(
            .invalidMeasurements, message, at: asOf.span, help: "Correct 'asOf', or build for a later day with --as-of."
          ))
      }
    }
    series.slices.sort { ($0.time.lowerBound, $0.span) < ($1.time.lowerBound, $1.span) }
    series.exclusions.sort { ($0.time.lowerBound, $0.span) < ($1.time.lowerBound, $1.span) }
    series.sources.sort()
    diagnostics += series.overlaps() + series.unusedExclusions()
    if diagnostics.contains(where: Measurements.makesInvalid) { series.isInvalid = true }
    return Outcome(series, diagnostics)
  }

  func isExcluded(_ slice: Measurements.Slice) -> Bool {
    exclusions.contains { $0.time.holds(slice.time) }
  }

  private func overlaps() -> [Diagnostic] {
    zip(slices, slices.dropFirst()).filter { $0.time.upperBound > $1.time.lowerBound }.map { earlier, later in
      Diagnostic(
        .invalidMeasurements, "the slice from \(later.time.lowerBound.text) overlaps another", at: later.span,
        help: "Export each time once.", notes: ["The other is at \(earlier.span.path):\(earlier.span.line)."])
    }
  }

  private func unusedExclusions() -> [Diagnostic] {
    exclusions.filter { exclusion in !slices.contains { exclusion.time.holds($0.time) } }.map {
      Diagnostic(
        .unusedExclusion, "no slice lies wholly within this exclusion, so it takes nothing out", at: $0.span,
        help: "Export its time in slices of its own, or remove it.")
    }
  }
}

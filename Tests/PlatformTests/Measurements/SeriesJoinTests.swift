import Diagnostics
import Testing

@testable import Platform

@Suite struct SeriesJoinTests {
  /// Samples at whole hours, one a hour from the first; nil for an hour without a sample.
  private func series(_ values: [String?], cumulative: Bool = false) -> Series {
    let samples = values.enumerated().compactMap { hour, value -> Series.Sample? in
      guard let number = value.flatMap({ MeasuredNumber($0) }) else { return nil }
      return Series.Sample(at: Instant(seconds: (hour + 1) * 3_600), number: number, span: span)
    }
    return Series(labels: [:], isCumulative: cumulative, samples: samples, span: span)
  }

  private let span = SourceSpan(path: "a")

  /// Each slice as its hours and what was counted in it.
  private func join(_ part: SeriesJoin.Part, _ counted: Series, _ total: Series, step: Int? = nil) -> [String] {
    let outcome = SeriesJoin(part: part, counted: counted, total: total, step: step).slices()
    return outcome.value.map { slice in
      let time = "\(slice.time.lowerBound.seconds / 3_600)-\(slice.time.upperBound.seconds / 3_600)"
      return time + (slice.counts.map { " \($0.good.text(places: 0))/\($0.total.text(places: 0))" } ?? " -")
    } + outcome.diagnostics.map(\.message)
  }

  @Test func aSampleCoversTheTimeSinceTheOneBefore() {
    #expect(join(.good, series(["1", "2"]), series(["3", "4"])) == ["0-1 1/3", "1-2 2/4"])
  }

  @Test func whatIsNotBadIsGood() {
    #expect(join(.bad, series(["1", "0"]), series(["3", "4"])) == ["0-1 2/3", "1-2 4/4"])
  }

  @Test func aMissingSampleIsNoDataAndNoZero() {
    #expect(join(.bad, series([nil, "1"]), series(["3", "4"])) == ["0-1 -", "1-2 3/4"])
    #expect(join(.good, series(["1", "2", "3"]), series(["3", nil, "5"]), step: 3_600) == ["0-1 1/3", "2-3 3/5"])
  }

  @Test func aGapIsNotCovered() {
    #expect(
      join(.good, series(["1", "2", nil, nil, "3"]), series(["3", "4", nil, nil, "5"])) == [
        "0-1 1/3", "1-2 2/4", "4-5 3/5",
      ])
  }

  @Test func aStepSaysHowMuchTimeASampleCovers() {
    #expect(join(.good, series([nil, nil, "1"]), series([nil, nil, "2"]), step: 7_200) == ["1-3 1/2"])
  }

  @Test func moreBadThanThereWasIsAFault() {
    #expect(
      join(.bad, series(["4", "1"]), series(["3", "4"])) == [
        "1-2 3/4", "more was bad than there was, in the time to 1970-01-01 01:00 UTC",
      ])
  }

  @Test func moreGoodThanThereWasIsAFault() {
    #expect(join(.good, series(["4", "1"]), series(["3", "4"])) == ["1-2 1/4", "4 good out of 3 cannot be"])
  }

  @Test func aCounterCountsOverAGap() {
    #expect(
      join(.good, series(["1", nil, "5"], cumulative: true), series(["2", nil, "9"], cumulative: true)) == ["1-3 4/7"])
  }
}

import Diagnostics
import YAML

/// Makes slices of the series that count what was good, or bad, and all there was.
struct SeriesJoin {
  /// What the other series counts besides `total`.
  enum Part {
    case good, bad
  }

  let part: Part
  let counted: Series
  let total: Series
  /// Seconds that a sample covers; nil for the distance of the samples.
  let step: Int?

  /// A time in which either of the two was not counted is one without data.
  func slices() -> Outcome<[Measurements.Slice]> {
    var diagnostics: [Diagnostic] = []
    guard let step = step ?? distance(in: total) ?? distance(in: counted) else {
      let help = "Add 'step' to the document, such as '1d', or ask for a range of samples."
      let message = "a single sample does not tell how much time it covers"
      return Outcome([], [Diagnostic(.invalidMeasurements, message, at: total.span, help: help)])
    }
    let known = Dictionary(increases(of: counted, step).map { ($0.time, $0.number) }) { first, _ in first }
    let slices = increases(of: total, step).compactMap { total -> Measurements.Slice? in
      guard let all = total.number.value, let some = known[total.time]?.value else {
        return Measurements.Slice(time: total.time, counts: nil, span: total.span)
      }
      let good = part == .good ? some : all + some * Fraction(-1)
      guard good >= .zero else {
        diagnostics.append(
          Diagnostic(
            .invalidMeasurements, "more was bad than there was, in the time to \(total.time.upperBound.text)",
            at: total.span, help: "Correct the queries: bad events are some of all events."))
        return nil
      }
      let slice = Measurements.Slice.make(total.time, good: good, total: all, at: total.span)
      diagnostics += slice.diagnostics
      return slice.value
    }
    return Outcome(slices, diagnostics)
  }

  private struct Increase {
    let time: Range<Instant>
    let number: MeasuredNumber
    let span: SourceSpan
  }

  private func increases(of series: Series, _ step: Int) -> [Increase] {
    let samples = series.samples.sorted { $0.at < $1.at }
    if series.isCumulative { return differences(samples, since: series.created) }
    return samples.map { Increase(time: $0.at - step..<$0.at, number: $0.number, span: $0.span) }
  }

  /// Seconds from one sample to the next, where they are nearest.
  private func distance(in series: Series) -> Int? {
    let times = ([series.created].compactMap { $0 } + series.samples.map(\.at)).sorted()
    return zip(times, times.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min()
  }

  /// What was counted between one sample and the next; a counter that falls has begun anew.
  private func differences(_ samples: [Series.Sample], since created: Instant?) -> [Increase] {
    var increases: [Increase] = []
    var last = created.map { (at: $0, value: Fraction?.some(.zero)) }
    for sample in samples {
      if let last, last.at < sample.at {
        let increase = sample.number.value.flatMap { now in
          last.value.map { before in now < before ? now : now + before * Fraction(-1) }
        }
        increases.append(
          Increase(time: last.at..<sample.at, number: MeasuredNumber(value: increase), span: sample.span))
      }
      last = (sample.at, sample.number.value)
    }
    return increases
  }
}

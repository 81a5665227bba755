import Diagnostics
import YAML

/// Reads a document of measurements, and of the files that it names what it says of them.
struct MeasurementsReader {
  let files: MeasurementFiles
  /// The file that the document is in.
  let path: String

  /// - Returns: nil with its diagnostics if it cannot be told what was measured, or when.
  static func read(_ node: YAMLNode, files: inout MeasurementFiles) -> Outcome<Measurements?> {
    var reader = MappingReader(node, what: "measurements")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader)
    let spec = MeasurementsReader(files: files, path: node.span.path)
    let result = reader.mapping("spec", what: "measurements spec", required: true) { inner in
      metadata.flatMap { spec.read(&inner, $0) }
    }
    reader.finish()
    if let result { files.note(result.use) }
    return Outcome(result?.measurements, reader.diagnostics)
  }

  private func read(_ spec: inout MappingReader, _ metadata: Metadata) -> (
    measurements: Measurements, use: MeasurementFiles.Use
  )? {
    let slo = spec.text("slo", required: true)
    let objective = spec.text("objective")
    let source = spec.text("source")?.value
    let unit = spec.choice("counts", as: Measurements.Unit.self)?.value ?? .events
    let given = slices(&spec, slo?.value ?? "", objective?.value)
    let asOf =
      spec.instant("asOf", required: given.use.paths.isEmpty) ?? (given.use.paths.isEmpty ? nil : given.slices.end)
    let exclusions = spec.mappings("exclusions", what: "exclusion") { exclusion(&$0) }
    for slice in given.slices {
      if let finding = asOf.flatMap({ slice.endsAfter($0.value) }) { spec.report(finding) }
    }
    guard let slo, asOf != nil || !given.use.paths.isEmpty else { return nil }
    let slices = given.slices.map { slice in
      var slice = slice
      slice.countsTimeSlices = unit == .timeslices
      return slice
    }
    let isFaulty = given.isFaulty || spec.diagnostics.contains(where: Measurements.makesInvalid)
    let measurements = Measurements(
      metadata: metadata, slo: slo, objective: objective, source: source ?? given.use.paths.min(), asOf: asOf,
      slices: slices, exclusions: exclusions, isFaulty: isFaulty)
    return (measurements, given.use)
  }

  // MARK: Where the slices are

  private struct Given {
    var slices: [Measurements.Slice] = []
    var isFaulty = false
    var use = MeasurementFiles.Use()
  }

  /// In the document itself, in rows of a file, or in series of files.
  private func slices(_ spec: inout MappingReader, _ slo: String, _ objective: String?) -> Given {
    if let file = spec.text("file") { return rows(&spec, file, slo, objective) }
    guard let total = spec.node("total") else {
      return Given(slices: spec.mappings("slices", what: "slice", required: true) { slice(&$0) })
    }
    var given = series(&spec, total)
    given.use.paths = Set(
      ["good", "bad", "total"].compactMap { spec.node($0)?["file"]?.text }
        .map { MeasurementFiles.path($0, beside: path) })
    return given
  }

  private func rows(
    _ spec: inout MappingReader, _ file: Located<String>, _ slo: String, _ objective: String?
  ) -> Given {
    var given = Given(isFaulty: true)
    given.use.paths = [MeasurementFiles.path(file.value, beside: path)]
    guard let found = files.find(file, from: path, &spec) else { return given }
    guard let groups = found.file.groups else {
      report(
        "'\(file.value)' holds series, which name no service level", file.span, "Name them under 'total' and 'good'.",
        &spec)
      return given
    }
    guard let group = groups.first(where: { $0.slo.value == slo && $0.objective?.value == objective }) else {
      let names = groups.map { MeasurementsReader.name($0.slo.value, $0.objective?.value) }.sorted()
      let wanted = MeasurementsReader.name(slo, objective)
      report(
        "'\(file.value)' has no rows of \(wanted)", file.span,
        DidYouMean.help(for: wanted, in: names) ?? "It has rows of: \(names.joined(separator: "; ")).", &spec)
      return given
    }
    given.use.rows = [MeasurementFiles.Use.Rows(path: found.path, slo: slo, objective: objective)]
    given.slices = group.slices
    given.isFaulty = group.isFaulty
    return given
  }

  private static func name(_ slo: String, _ objective: String?) -> String {
    objective.map { "'\(slo)', objective '\($0)'" } ?? "'\(slo)'"
  }

  private func series(_ spec: inout MappingReader, _ total: YAMLNode) -> Given {
    let isGood = spec.node("good") != nil
    let step = spec.duration("step")?.seconds
    guard isGood != (spec.node("bad") != nil) else {
      report(
        "'total' needs exactly one of 'good' and 'bad'", total.span,
        "Name the series that counts what was good, or what was bad.", &spec)
      return Given(isFaulty: true)
    }
    let counted = spec.mapping(isGood ? "good" : "bad", what: "series") { files.series(&$0, from: path) }
    let total = spec.mapping("total", what: "series") { files.series(&$0, from: path) }
    guard let counted, let total else { return Given(isFaulty: true) }
    let slices = SeriesJoin(
      part: isGood ? .good : .bad, counted: counted.series, total: total.series, step: step
    ).slices()
    slices.diagnostics.forEach { spec.report($0) }
    return Given(slices: slices.value, isFaulty: counted.isFaulty || total.isFaulty)
  }

  private func report(_ message: String, _ span: SourceSpan, _ help: String, _ spec: inout MappingReader) {
    spec.report(Diagnostic(.invalidMeasurements, message, at: span, help: help))
  }

  // MARK: What stands in the document

  private func slice(_ inner: inout MappingReader) -> Measurements.Slice? {
    let time = inner.range()
    let isMissing = inner.bool("noData")?.value ?? false
    let good = inner.count("good", required: !isMissing)
    let total = inner.count("total", required: !isMissing)
    guard let time else { return nil }
    guard !isMissing, let good, let total else { return Measurements.Slice(time: time, counts: nil, span: inner.span) }
    let slice = Measurements.Slice.make(
      time, good: Fraction(Int128(good)), total: Fraction(Int128(total)), at: inner.span)
    slice.diagnostics.forEach { inner.report($0) }
    return slice.value
  }

  private func exclusion(_ inner: inout MappingReader) -> Measurements.Exclusion? {
    let time = inner.range()
    let reason = inner.text("reason", required: true)?.value
    let notice = inner.date("notice")?.value
    guard let time, let reason else { return nil }
    return Measurements.Exclusion(time: time, reason: reason, notice: notice, span: inner.span)
  }
}

extension MappingReader {
  /// A moment: see `Instant.init(_:)`.
  fileprivate mutating func instant(_ key: String, required: Bool = true) -> Located<Instant>? {
    guard let written = text(key, required: required) else { return nil }
    if let instant = Instant(written.value) { return Located(instant, at: written.span) }
    report(
      Diagnostic(
        .invalidMeasurements, "'\(key)' must be a moment with its zone, not '\(written.value)'", at: written.span,
        help: "Write it such as 2026-06-01T00:00:00Z."))
    return nil
  }

  fileprivate mutating func range() -> Range<Instant>? {
    let (from, to) = (instant("from"), instant("to"))
    guard let from, let to else { return nil }
    if from.value < to.value { return from.value..<to.value }
    report(
      Diagnostic(
        .invalidMeasurements, "it ends at \(to.value.text), which is not after its beginning", at: span,
        help: "Correct 'from' or 'to'."))
    return nil
  }

  /// A number of events from zero to a trillion, which keeps sums over a year exact.
  fileprivate mutating func count(_ key: String, required: Bool) -> Int? {
    guard let number = int(key, required: required) else { return nil }
    guard (0...1_000_000_000_000).contains(number.value) else {
      report(
        Diagnostic(
          .invalidMeasurements, "'\(key)' cannot be \(number.value)", at: number.span,
          help: "Write a count from 0 to 1000000000000."))
      return nil
    }
    return number.value
  }
}

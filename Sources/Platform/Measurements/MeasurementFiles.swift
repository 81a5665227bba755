import Diagnostics
import YAML

/// The files of the content that hold measurements, and what documents make of them.
struct MeasurementFiles: Sendable {
  /// What a document uses.
  struct Use: Sendable {
    struct Rows: Hashable, Sendable {
      let path: String
      let slo: String
      let objective: String?
    }

    var paths: Set<String> = []
    var rows: Set<Rows> = []
  }

  private var files: [String: MeasurementFile] = [:]
  private var used = Use()
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter files: bytes by the path that reports give.
  init(_ files: [(path: String, bytes: [UInt8])]) {
    for file in files {
      let read = MeasurementFile.read(file.bytes, path: file.path)
      self.files[file.path] = read.value
      diagnostics += read.diagnostics
    }
  }

  mutating func note(_ use: Use) {
    used.paths.formUnion(use.paths)
    used.rows.formUnion(use.rows)
  }

  /// The measurements of files that name their service levels themselves, but for rows that documents use.
  var rest: [Measurements] {
    files.keys.sorted().flatMap { path in
      (files[path]?.groups ?? []).compactMap { group -> Measurements? in
        let rows = Use.Rows(path: path, slo: group.slo.value, objective: group.objective?.value)
        guard !used.rows.contains(rows) else { return nil }
        return Measurements(
          metadata: nil, slo: group.slo, objective: group.objective, source: path, asOf: group.slices.end,
          slices: group.slices, exclusions: [], isFaulty: group.isFaulty)
      }
    }
  }

  /// Series that no document says the meaning of.
  var unused: [Diagnostic] {
    files.keys.sorted().compactMap { path in
      guard files[path]?.groups == nil, !used.paths.contains(path) else { return nil }
      return Diagnostic(
        .unusedMeasurements, "no document says what the series of this file measure", at: SourceSpan(path: path),
        help: "Name them under 'good' and 'total' in a document of kind 'Measurements'.")
    }
  }

  /// A file by its path beside that of a document.
  func find(
    _ reference: Located<String>, from document: String, _ reader: inout MappingReader
  ) -> (path: String, file: MeasurementFile)? {
    let path = MeasurementFiles.path(reference.value, beside: document)
    if let file = files[path] { return (path, file) }
    let folder = MeasurementFiles.path("x", beside: document).dropLast()
    let names = files.keys.sorted().map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 }
    let otherwise =
      MeasurementFile.isName(reference.value)
      ? "Write its path from the folder of this document."
      : "Name it so that it ends with '.measurements.csv', '.measurements.json' or '.measurements.om'."
    let help = DidYouMean.help(for: reference.value, in: names) ?? otherwise
    reader.report(
      Diagnostic(
        .unknownReference, "there is no file of measurements '\(reference.value)'", at: reference.span, help: help))
    return nil
  }

  /// A series that a mapping names by its file and labels.
  func series(
    _ inner: inout MappingReader, from document: String
  ) -> (series: Series, isFaulty: Bool)? {
    let name = inner.text("file", required: true)
    let wanted = inner.node("labels").map(Metadata.pairs) ?? [:]
    guard let name, let file = find(name, from: document, &inner)?.file else { return nil }
    let matching = file.series.filter { series in wanted.allSatisfy { series.labels[$0] == $1.value } }
    if matching.count == 1 { return (matching[0], file.isFaulty) }
    // A file that cannot be read has been reported.
    guard !file.series.isEmpty || !file.isFaulty else { return nil }
    let message =
      matching.isEmpty
      ? "no series of '\(name.value)' has these labels"
      : "\(matching.count) series of '\(name.value)' have these labels"
    inner.report(
      Diagnostic(
        .invalidMeasurements, message, at: name.span,
        help:
          "Write 'labels' that one of them has alone: \(MeasurementFiles.list(matching.isEmpty ? file.series : matching))."
      ))
    return nil
  }

  private static func list(_ series: [Series]) -> String {
    let shown = series.prefix(4).map { series in
      "{" + series.labels.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
    }
    return shown.joined(separator: ", ") + (series.count > 4 ? " …" : "")
  }

  /// A relative path, as though it stood in a file.
  static func path(_ reference: String, beside file: String) -> String {
    var parts = file.split(separator: "/").dropLast()
    for part in reference.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return (file.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

extension [Measurements.Slice] {
  /// When the last of them was over.
  var end: Located<Instant>? {
    self.max { $0.time.upperBound < $1.time.upperBound }.map { Located($0.time.upperBound, at: $0.span) }
  }
}

import Diagnostics
import YAML

/// Measurements as comma-separated values: `slo,objective,from,to,good,total`, named in the first line, in any order.
///
/// A row without good and total is a time in which nothing was measured.
enum MeasurementTable {
  static let columns = ["slo", "objective", "from", "to", "good", "total"]

  static func read(_ bytes: [UInt8], path: String) -> Outcome<[MeasurementFile.Group]> {
    let table = CSVTable(bytes, path: path)
    guard let header = table.rows.first else {
      return Outcome(
        [], [fault("the file is empty", SourceSpan(path: path), "Begin it with \(columns.joined(separator: ","))")])
    }
    var diagnostics = table.diagnostics
    let places = Dictionary(header.enumerated().map { ($1.text, $0) }) { first, _ in first }
    let unknown = header.filter { !columns.contains($0.text) }
    for field in unknown {
      diagnostics.append(
        fault(
          "there is no column '\(field.text)'", field.span,
          DidYouMean.help(for: field.text, in: columns) ?? "Write \(columns.joined(separator: ",")) there, with commas."
        ))
    }
    let missing = columns.filter { places[$0] == nil && $0 != "objective" }
    guard missing.isEmpty else {
      // A column that is misspelt is missing under its own name.
      guard unknown.isEmpty else { return Outcome([], diagnostics) }
      diagnostics.append(
        fault(
          "the first line does not name '\(missing.joined(separator: "', '"))'", header[0].span,
          "Write \(columns.joined(separator: ",")) there, with commas."))
      return Outcome([], diagnostics)
    }
    var reader = RowReader(places: places, width: header.count, isFaulty: !diagnostics.isEmpty)
    for row in table.rows.dropFirst() { reader.take(row) }
    return Outcome(reader.groups, diagnostics + reader.diagnostics)
  }

  fileprivate static func fault(_ message: String, _ span: SourceSpan, _ help: String) -> Diagnostic {
    Diagnostic(.invalidMeasurements, message, at: span, help: help)
  }
}

/// Reads the rows behind the header and puts them together by what they measure.
private struct RowReader {
  let places: [String: Int]
  /// Fields of a row.
  let width: Int
  /// Whether something is wrong that could concern any row.
  var isFaulty: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private var found: [MeasurementFile.Group] = []
  private var index: [[String]: Int] = [:]

  init(places: [String: Int], width: Int, isFaulty: Bool) {
    self.places = places
    self.width = width
    self.isFaulty = isFaulty
  }

  var groups: [MeasurementFile.Group] {
    found.map { group in
      var group = group
      if isFaulty { group.isFaulty = true }
      return group
    }
  }

  mutating func take(_ row: [CSVTable.Field]) {
    guard row.count == width else {
      report("the line has \(row.count) fields, not \(width)", row[0].span, "Put a field that holds a comma in quotes.")
      isFaulty = true
      return
    }
    guard let slo = text("slo", of: row) else {
      report("the line names no service level", row[0].span, "Write the name of an SLO.")
      isFaulty = true
      return
    }
    let group = place(of: slo, text("objective", of: row))
    let before = diagnostics.count
    if let slice = slice(row) { found[group].slices.append(slice) }
    if diagnostics.count > before { found[group].isFaulty = true }
  }

  private mutating func place(of slo: Located<String>, _ objective: Located<String>?) -> Int {
    let key = [slo.value, objective?.value ?? ""]
    if let place = index[key] { return place }
    index[key] = found.count
    found.append(MeasurementFile.Group(slo: slo, objective: objective))
    return found.count - 1
  }

  private mutating func slice(_ row: [CSVTable.Field]) -> Measurements.Slice? {
    let (from, to) = (moment("from", of: row), moment("to", of: row))
    guard let from, let to else { return nil }
    guard from < to else {
      report("the slice ends at \(to.text), which is not after its beginning", row[0].span, "Correct 'from' or 'to'.")
      return nil
    }
    if text("good", of: row) == nil, text("total", of: row) == nil {
      return Measurements.Slice(time: from..<to, counts: nil, span: row[0].span)
    }
    let (good, total) = (number("good", of: row), number("total", of: row))
    guard let good, let total else { return nil }
    guard let good = good.value, let total = total.value else {
      return Measurements.Slice(time: from..<to, counts: nil, span: row[0].span)
    }
    let slice = Measurements.Slice.make(from..<to, good: good, total: total, at: row[0].span)
    diagnostics += slice.diagnostics
    return slice.value
  }

  private func text(_ column: String, of row: [CSVTable.Field]) -> Located<String>? {
    guard let place = places[column], !row[place].text.isEmpty else { return nil }
    return Located(row[place].text, at: row[place].span)
  }

  private mutating func moment(_ column: String, of row: [CSVTable.Field]) -> Instant? {
    guard let place = places[column] else { return nil }
    let moment = Instant(row[place].text)
    if moment == nil {
      report(
        "'\(column)' must be a moment with its zone, not '\(row[place].text)'", row[place].span,
        "Write it such as 2026-06-01T00:00:00Z.")
    }
    return moment
  }

  private mutating func number(_ column: String, of row: [CSVTable.Field]) -> MeasuredNumber? {
    guard let place = places[column] else { return nil }
    let number = MeasuredNumber(row[place].text)
    if number == nil {
      report(
        "'\(column)' must be a count, not '\(row[place].text)'", row[place].span,
        "Write a number from 0 to 1000000000000, or nothing in 'good' and 'total' where nothing was measured.")
    }
    return number
  }

  private mutating func report(_ message: String, _ span: SourceSpan, _ help: String) {
    diagnostics.append(MeasurementTable.fault(message, span, help))
  }
}

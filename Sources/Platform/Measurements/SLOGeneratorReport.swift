import Diagnostics
import YAML

/// Reports of slo-generator, one or a list of them: each counts the events of a window that ends at its time.
///
/// Runs of a schedule differ by some seconds, so that times count to the minute. Where reports of several windows cover the
/// same time, those with the longest window are used that do not overlap one another.
///
/// Source: <https://github.com/google/slo-generator>, `slo_generator/report.py`.
struct SLOGeneratorReport {
  private struct Report {
    let window: Int
    let slice: Measurements.Slice
  }

  /// By the names of service levels.
  private var reports: [String: [Report]] = [:]
  private var names: [Located<String>] = []
  private var faulty: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  static func read(_ root: YAMLNode) -> Outcome<[MeasurementFile.Group]> {
    var reader = SLOGeneratorReport()
    if case .sequence(let items) = root.content { items.forEach { reader.take($0) } } else { reader.take(root) }
    return Outcome(reader.groups(), reader.diagnostics)
  }

  private mutating func take(_ node: YAMLNode) {
    // A run that got no answer has no numbers, nor a time.
    if node["valid"]?.text?.lowercased() == "false" { return }
    guard let slo = name(of: node) else {
      return report("the report names no service level", node, "It has no 'metadata.name'.")
    }
    if !names.contains(where: { $0.value == slo.value }) { names.append(slo) }
    let before = diagnostics.count
    let window = number("window", of: node)
    let timestamp = number("timestamp", of: node)
    let (good, bad) = (number("good_events_count", of: node), number("bad_events_count", of: node))
    if let window, let timestamp, let good, let bad {
      let end = Instant(seconds: Int((timestamp / Fraction(60) + Fraction(1, over: 2)).floor) * 60)
      let length = Int(window.floor)
      let slice = Measurements.Slice(
        time: end - length..<end, counts: .init(good: good, total: good + bad), span: node.span)
      reports[slo.value, default: []].append(Report(window: length, slice: slice))
    }
    if diagnostics.count > before { faulty.insert(slo.value) }
  }

  /// In the first version of the format, a name is made of three.
  private func name(of node: YAMLNode) -> Located<String>? {
    let node = node["metadata"]?["name"] ?? node["slo_name"]
    return node.flatMap { node in node.text.map { Located($0, at: node.span) } }
  }

  private mutating func number(_ key: String, of node: YAMLNode) -> Fraction? {
    guard let written = node[key] else {
      report("the report has no '\(key)'", node, "Export the whole report.")
      return nil
    }
    if let number = MeasuredNumber(written.text ?? "")?.value { return number }
    let help =
      written.text == "-1"
      ? "Let the backend count good and bad events: a ratio alone cannot be added up." : "Export the report unchanged."
    report("'\(key)' must be a count, not '\(written.text ?? "")'", written, help)
    return nil
  }

  private func groups() -> [MeasurementFile.Group] {
    names.map { name in
      let own = reports[name.value] ?? []
      let windows = Set(own.map(\.window)).sorted(by: >)
      let chosen = windows.first { window in !overlaps(own.filter { $0.window == window }) } ?? windows.last
      return MeasurementFile.Group(
        slo: name, objective: nil, slices: own.filter { $0.window == chosen }.map(\.slice),
        isFaulty: faulty.contains(name.value))
    }
  }

  private func overlaps(_ reports: [Report]) -> Bool {
    let times = reports.map(\.slice.time).sorted { $0.lowerBound < $1.lowerBound }
    return zip(times, times.dropFirst()).contains { $0.upperBound > $1.lowerBound }
  }

  private mutating func report(_ message: String, _ node: YAMLNode, _ help: String) {
    diagnostics.append(Diagnostic(.invalidMeasurements, message, at: node.span, help: help))
  }
}

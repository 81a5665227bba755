import Diagnostics
import YAML

/// The moments of an incident, in the order in which they come.
struct IncidentTimes: Sendable {
  let started: Located<Instant>?
  let detected: Located<Instant>?
  let declared: Located<Instant>?
  let resolved: Located<Instant>?
  private let statedRepair: Located<Instant>?
  private let isOfCState: Bool
  private let detectedKey: String
  private let resolvedKey: String

  /// Reads them from the front matter of an incident, and reports what is out of order.
  ///
  /// cState has `date` for when it began, `resolved: true`, and `resolvedWhen` for when users felt it no longer.
  init(_ reader: inout MappingReader, isPlanned: Bool) {
    detectedKey = reader.node("date") != nil && reader.node("detected") == nil ? "date" : "detected"
    started = reader.moment("started")
    detected = reader.moment(detectedKey, required: !isPlanned)
    declared = reader.moment("declared")
    statedRepair = reader.moment("repaired")
    let flag = reader.node("resolved")?.text.flatMap { Bool($0.lowercased()) }
    isOfCState = flag != nil
    resolvedKey = isOfCState ? "resolvedWhen" : "resolved"
    if flag == false {
      // cState's form for new issues writes the key with an empty value.
      reader.ignore(resolvedKey)
      resolved = nil
    } else {
      resolved = reader.moment(resolvedKey, required: isOfCState)
    }
    for finding in outOfOrder { reader.report(finding) }
  }

  var repaired: Located<Instant>? { statedRepair ?? (isOfCState ? resolved : nil) }

  /// The latest of them.
  var last: Located<Instant>? {
    [started, detected, declared, statedRepair, resolved].compactMap { $0 }.max { $0.value < $1.value }
  }

  private var outOfOrder: [Diagnostic] {
    let pairs: [(String, Located<Instant>?, String, Located<Instant>?)] = [
      ("started", started, detectedKey, detected), (detectedKey, detected, "declared", declared),
      (detectedKey, detected, "repaired", statedRepair), ("repaired", statedRepair, resolvedKey, resolved),
      (detectedKey, detected, resolvedKey, statedRepair == nil ? resolved : nil),
    ]
    return pairs.compactMap { first, earlier, second, later in
      guard let earlier, let later, later.value < earlier.value else { return nil }
      return Diagnostic(
        .recordTimes, "'\(second)' lies before '\(first)'", at: later.span,
        help: "Correct one of the two: an incident begins, is detected, repaired and resolved, in this order.")
    }
  }
}

extension MappingReader {
  /// A moment: see `Instant.init(_:)`; seconds can be left out, and a moment without a zone is UTC.
  mutating func moment(_ key: String, required: Bool = false) -> Located<Instant>? {
    guard let written = text(key, required: required) else { return nil }
    if let instant = Instant.lenient(written.value) { return Located(instant, at: written.span) }
    report(
      Diagnostic(
        .invalidValue, "'\(key)' must be a moment, not \(written.value.quoted)", at: written.span,
        help: "Write it such as 2026-06-01T12:30:00Z."))
    return nil
  }
}

extension Instant {
  fileprivate static func lenient(_ text: String) -> Instant? {
    let minutes = "2026-06-01T12:30".count
    let hasSeconds = text.dropFirst(minutes).first == ":"
    let full = text.count < minutes || hasSeconds ? text : text.prefix(minutes) + ":00" + text.dropFirst(minutes)
    return Instant(full) ?? Instant(wallClock: full)
  }
}

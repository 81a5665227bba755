import Diagnostics
package import YAML

/// What the platform team works on, will work on, and has done (formats.md, "Roadmap").
package struct Roadmap: Sendable {
  package enum Horizon: String, Sendable, CaseIterable {
    case now, next, later, shipped, dropped
  }

  package enum Phase: String, Sendable, CaseIterable {
    case exploring, designing, building, preview, ga
  }

  package enum Confidence: String, Sendable, CaseIterable {
    case high, medium, low
  }

  package struct Measure: Sendable {
    package let metric: String
    package let from: String?
    package let to: String
    package let now: String?
  }

  package struct Item: Sendable {
    /// Stable: anchor and feed id.
    package let id: Located<String>
    package let title: String
    package let problem: String
    package let outcome: String
    package let horizon: Horizon
    package let phase: Phase?
    /// The target with its place.
    package let aim: Located<TargetDate>?
    package let confidence: Confidence?
    package let capability: Located<String>?
    package let owner: Located<String>?
    package let measure: Measure?
    /// A reference to a page with the longer story.
    package let page: Located<String>?
    package let feedback: String?
    package let shipped: CalendarDate?
    package let reason: String?

    package var target: TargetDate? { aim?.value }

    /// Whether the target lies in the past and the item has neither shipped nor been dropped.
    package func isLate(asOf today: CalendarDate) -> Bool {
      guard horizon != .shipped, horizon != .dropped, let target else { return false }
      return target.lastDay < today
    }
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let updated: CalendarDate
  package let disclaimer: String?
  package let items: [Item]

  package var reference: EntityReference { metadata.reference(kind: "roadmap") }
}

extension Roadmap {
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<Roadmap?> {
    var reader = MappingReader(node, what: "roadmap")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader)
    let roadmap = reader.mapping("spec", what: "roadmap spec", required: true) { spec -> Roadmap? in
      let updated = spec.date("updated", required: true)?.value
      let disclaimer = spec.text("disclaimer")?.value
      let items = spec.mappings("items", what: "roadmap item", required: true, Item.read)
      reportRepeatedIDs(items, &spec)
      guard let metadata, let updated else { return nil }
      return Roadmap(origin: origin, metadata: metadata, updated: updated, disclaimer: disclaimer, items: items)
    }
    reader.finish()
    return Outcome(roadmap, reader.diagnostics)
  }

  private static func reportRepeatedIDs(_ items: [Item], _ spec: inout MappingReader) {
    var lines: [String: Int] = [:]
    for item in items {
      if let line = lines[item.id.value] {
        spec.report(
          Diagnostic(
            .duplicateName, "the roadmap has two items '\(item.id.value)'", at: item.id.span,
            help: "The first is on line \(line). Give this one an id of its own."))
      }
      lines[item.id.value] = lines[item.id.value] ?? item.id.span.line
    }
  }
}

extension Roadmap.Item {
  fileprivate static func read(_ inner: inout MappingReader) -> Roadmap.Item? {
    let id = inner.text("id", required: true)
    let title = inner.text("title", required: true)?.value
    let problem = inner.text("problem", required: true)?.value
    let outcome = inner.text("outcome", required: true)?.value
    let horizon = inner.choice("horizon", as: Roadmap.Horizon.self, required: true)
    let phase = inner.choice("phase", as: Roadmap.Phase.self)?.value
    let aim = readTarget(&inner)
    let confidence = inner.choice("confidence", as: Roadmap.Confidence.self)?.value
    let capability = inner.text("capability")
    let owner = inner.text("owner")
    let measure = inner.mapping("measure", what: "measure", readMeasure)
    let page = inner.text("page")
    let feedback = inner.url("feedback")?.value
    let shipped = inner.date("shipped")?.value
    let reason = inner.text("reason")?.value
    guard let id, let title, let problem, let outcome, let horizon else { return nil }
    checkState(horizon, &inner)
    return Roadmap.Item(
      id: id, title: title, problem: problem, outcome: outcome, horizon: horizon.value, phase: phase, aim: aim,
      confidence: confidence, capability: capability, owner: owner, measure: measure, page: page, feedback: feedback,
      shipped: shipped, reason: reason)
  }

  private static func readTarget(_ inner: inout MappingReader) -> Located<TargetDate>? {
    guard let written = inner.text("target") else { return nil }
    let target = TargetDate(written.value)
    if target == nil {
      inner.report(
        Diagnostic(
          .invalidValue, "the target '\(written.value)' is no date", at: written.span,
          help: "Write a year, quarter, month or day: 2026, 2026-Q4, 2026-11 or 2026-11-30."))
    }
    return target.map { Located($0, at: written.span) }
  }

  private static func readMeasure(_ inner: inout MappingReader) -> Roadmap.Measure? {
    let metric = inner.text("metric", required: true)?.value
    let from = inner.text("from")?.value
    let to = inner.text("to", required: true)?.value
    let now = inner.text("now")?.value
    guard let metric, let to else { return nil }
    return Roadmap.Measure(metric: metric, from: from, to: to, now: now)
  }

  private static func checkState(
    _ horizon: Located<Roadmap.Horizon>, _ inner: inout MappingReader
  ) {
    if horizon.value == .shipped, inner.node("shipped") == nil {
      inner.report(
        Diagnostic(
          .roadmapState, "a shipped item has no date", at: horizon.span, help: "Add 'shipped' with the day it shipped.")
      )
    }
    if horizon.value == .dropped, inner.node("reason") == nil {
      inner.report(
        Diagnostic(
          .roadmapState, "a dropped item has no reason", at: horizon.span, help: "Add 'reason' with a sentence."))
    }
  }
}

import Diagnostics
package import YAML

/// A way to a first success, step by step (formats.md, "Onboarding path").
package struct OnboardingPath: Sendable {
  package struct Step: Sendable {
    /// A reference to the page that the step follows.
    package let page: Located<String>?
    /// A reference to a software template.
    package let template: Located<String>?
    package let title: String?
    package let time: Period?
    /// How a reader knows that the step is done, in inline Markdown.
    package let done: Located<String>?
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let audience: [String]
  package let goal: String
  package let time: Period?
  package let prerequisites: [Located<String>]
  package let steps: [Step]

  package var reference: EntityReference { metadata.reference(kind: "path") }

  /// The path's own time, or the sum of its steps' where every one has one.
  package var totalTime: Period? { time ?? OnboardingPath.sum(steps) }
}

extension [OnboardingPath] {
  /// The same paths, each behind those that it requires, otherwise the quickest first and those without a time last.
  var inOrderOfPrerequisites: [OnboardingPath] {
    let known = Dictionary(map { ($0.reference, $0) }) { first, _ in first }
    var ordered: [OnboardingPath] = []
    var entered: Set<Int> = []
    for start in byTime where entered.insert(start.origin).inserted {
      var open = [start]
      while let path = open.last {
        let required = path.prerequisites.lazy.compactMap { known[EntityReference($0.value, defaultKind: "path")] }
        if let next = required.first(where: { entered.insert($0.origin).inserted }) {
          open.append(next)
        } else {
          ordered.append(open.removeLast())
        }
      }
    }
    return ordered
  }

  private var byTime: [OnboardingPath] {
    let minutes = map { $0.totalTime?.inMinutes ?? .max }
    return indices.sorted { (minutes[$0], $0) < (minutes[$1], $1) }.map { self[$0] }
  }
}

extension OnboardingPath {
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<OnboardingPath?> {
    var reader = MappingReader(node, what: "onboarding path")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader, requiring: ["title"])
    let path = reader.mapping("spec", what: "onboarding path spec", required: true) { spec -> OnboardingPath? in
      let audience = spec.texts("audience").map(\.value)
      let goal = spec.text("goal", required: true)?.value
      let time = spec.period("time")
      let prerequisites = spec.texts("prerequisites")
      let steps = spec.mappings("steps", what: "step", required: true, Step.read)
      if let time { checkSum(of: steps, against: time, &spec) }
      guard let metadata, let goal else { return nil }
      return OnboardingPath(
        origin: origin, metadata: metadata, audience: audience, goal: goal, time: time?.value,
        prerequisites: prerequisites, steps: steps)
    }
    reader.finish()
    return Outcome(path, reader.diagnostics)
  }

  /// Only a path whose every step has a time can be added up.
  private static func sum(_ steps: [Step]) -> Period? {
    let times = steps.compactMap(\.time)
    guard times.count == steps.count, !times.isEmpty else { return nil }
    return times.reduce(Period()) { sum, time in
      Period(months: sum.months + time.months, days: sum.days + time.days, minutes: sum.minutes + time.minutes)
    }
  }

  private static func checkSum(of steps: [Step], against time: Located<Period>, _ spec: inout MappingReader) {
    guard let sum = sum(steps), sum != time.value else { return }
    spec.report(
      Diagnostic(
        .pathTimes, "the steps take \(sum.words), the path says \(time.value.words)", at: time.span,
        help: "Write 'time: \(sum.iso)', or correct the steps."))
  }
}

extension OnboardingPath.Step {
  fileprivate static func read(_ inner: inout MappingReader) -> OnboardingPath.Step? {
    let page = inner.text("page")
    let template = inner.text("template")
    let title = inner.text("title")?.value
    let time = inner.period("time")?.value
    let done = inner.text("done")
    if page == nil, template == nil, title == nil {
      inner.report(
        Diagnostic(
          .missingKey, "the step leads nowhere", at: inner.span, help: "Give it a 'page', a 'template' or a 'title'."))
      return nil
    }
    return OnboardingPath.Step(page: page, template: template, title: title, time: time, done: done)
  }
}

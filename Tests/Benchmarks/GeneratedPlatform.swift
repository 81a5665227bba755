import Files
import YAML

/// A platform of capabilities with an owner, four pages, two service levels with two months of measurements, a component and
/// a roadmap item each.
///
/// The same number of capabilities gives the same bytes on any day.
struct GeneratedPlatform {
  let capabilities: Int

  /// Writes the files into a folder.
  func write(to folder: String) throws {
    try SystemFile.makeFolder(folder)
    try write("title: Benchmark\ndomains: [{id: a, title: A}, {id: b, title: B}]\n", to: folder + "/portico.yaml")
    let teams = (0...capabilities / 10).map { team in
      "apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: team-\(team)}\nspec: {type: team, children: []}\n"
    }
    try write(teams.joined(separator: "---\n"), to: folder + "/teams.yaml")
    for index in 0..<capabilities {
      let own = "\(folder)/capabilities/c-\(index)"
      try SystemFile.makeFolder(own)
      try write(capability(index), to: own + "/capability.yaml")
      let levels = (0..<2).flatMap { [serviceLevel($0, of: index), measurements(of: $0, of: index)] }
      try write(levels.joined(separator: "---\n"), to: own + "/slo.yaml")
      for (name, type) in [("index", "explanation"), ("start", "tutorial"), ("how", "how-to"), ("facts", "reference")] {
        try write(page(name, type, of: index), to: "\(own)/\(name).md")
      }
    }
    try write(roadmap, to: folder + "/roadmap.yaml")
  }

  private func write(_ text: String, to path: String) throws { try SystemFile.write(Array(text.utf8), to: path) }

  private func capability(_ index: Int) -> String {
    let others = (max(0, index - 3)..<index).map { "capability:c-\($0)" }.joined(separator: ", ")
    return """
      apiVersion: portico/v1
      kind: Capability
      metadata: {name: c-\(index), title: Capability \(index), description: What number \(index) is for.}
      spec:
        domain: \(index.isMultiple(of: 2) ? "a" : "b")
        owner: group:team-\(index / 10)
        lifecycle: production
        access: {selfService: true, how: how.md, leadTime: PT10M}
        dependsOn: [\(others)]
        components: [component:c-\(index)]
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: c-\(index)}
      spec: {type: service, lifecycle: production, owner: team-\(index / 10)}

      """
  }

  private func serviceLevel(_ level: Int, of index: Int) -> String {
    """
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: c-\(index)-\(level), annotations: {portico/capability: c-\(index)}}
    spec:
      service: c-\(index)
      indicator:
        metadata: {name: answered}
        spec:
          ratioMetric:
            counter: true
            good: {metricSource: {type: Prometheus, spec: {query: good}}}
            total: {metricSource: {type: Prometheus, spec: {query: total}}}
      timeWindow: [{duration: 28d, isRolling: true}]
      budgetingMethod: Occurrences
      objectives: [{displayName: Answered, target: 0.99}]

    """
  }

  private func measurements(of level: Int, of index: Int) -> String {
    let first = CalendarDate(year: 2026, month: 5, day: 1)?.daysSinceEpoch ?? 0
    let slices = (first..<first + 60).map { day in
      let (from, to) = (CalendarDate(daysSinceEpoch: day).iso, CalendarDate(daysSinceEpoch: day + 1).iso)
      return "    - {from: \(from), to: \(to), good: \(991 + (day + index) % 9), total: 1000}\n"
    }
    return """
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: c-\(index)-\(level)}
      spec:
        slo: c-\(index)-\(level)
        asOf: \(CalendarDate(daysSinceEpoch: first + 60).iso)
        slices:
      \(slices.joined())
      """
  }

  private func page(_ name: String, _ type: String, of index: Int) -> String {
    """
    ---
    title: \(name) \(index)
    type: \(type)
    reviewed: 2026-06-01
    reviewIn: P6M
    ---

    See [how](how.md#limits) and [the next](../c-\((index + 1) % capabilities)/index.md).

    ## Limits

    There are some.

    """
  }

  private var roadmap: String {
    let items = (0..<capabilities).map { index in
      "    - {id: i-\(index), title: Item \(index), problem: P, outcome: O, horizon: now, capability: c-\(index)}\n"
    }
    return """
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: r, title: Roadmap}
      spec:
        updated: 2026-06-01
        items:
      \(items.joined())
      """
  }
}

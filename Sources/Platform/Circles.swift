/// Finds entities that refer to themselves, directly or through others.
struct Circles {
  private let targets: [EntityReference: [EntityReference]]

  /// - Parameter pairs: who refers to whom; where two have one name, the first counts.
  init(_ pairs: [(EntityReference, [EntityReference])]) {
    targets = Dictionary(pairs) { first, _ in first }
  }

  /// The others on a circle with an entity, by name, so that each circle is told once: at the first of its members by name.
  ///
  /// - Returns: nil for an entity that is on no circle, or not the first; empty for one that refers to itself alone.
  func others(onCircleOf start: EntityReference) -> [EntityReference]? {
    let reached = reached(from: start)
    guard reached.contains(start) else { return nil }
    let circle = reached.filter { self.reached(from: $0).contains(start) }
      .sorted { $0.description < $1.description }
    return circle.first == start ? Array(circle.dropFirst()) : nil
  }

  /// What an entity leads to; itself only if it is on a circle.
  private func reached(from start: EntityReference) -> Set<EntityReference> {
    var found: Set<EntityReference> = []
    var open = targets[start] ?? []
    while let next = open.popLast() {
      if found.insert(next).inserted { open += targets[next] ?? [] }
    }
    return found
  }
}

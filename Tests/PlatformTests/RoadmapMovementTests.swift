import Diagnostics
import Platform
import Testing
import YAML

@Suite struct RoadmapMovementTests {
  private func roadmap(_ items: String...) throws -> Roadmap {
    let text = """
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: platform}
      spec:
        updated: 2026-06-30
        items:
      \(items.map { "    - {problem: P, outcome: O, \($0)}" }.joined(separator: "\n"))
      """
    return try #require(read(text).value.roadmaps.first)
  }

  private func changes(_ before: String, _ after: String) throws -> [RoadmapMovement.Change] {
    let movement = try roadmap("id: a, title: A, \(after)").movement(since: roadmap("id: a, title: A, \(before)"))
    return movement.moved.flatMap(\.changes)
  }

  @Test func nothingMovesBetweenEqualRevisions() throws {
    #expect(try changes("horizon: now, target: 2026-Q4", "horizon: now, target: 2026-Q4") == [])
  }

  @Test func tellsHorizonAndTarget() throws {
    #expect(
      try changes("horizon: next, target: 2026-Q3", "horizon: now, target: 2026-Q4") == [
        .horizon(from: .next, to: .now), .target(from: TargetDate("2026-Q3"), to: TargetDate("2026-Q4")),
      ])
  }

  @Test func tellsATargetThatCameOrWent() throws {
    let target = try #require(TargetDate("2027"))
    #expect(try changes("horizon: now", "horizon: now, target: 2027") == [.target(from: nil, to: target)])
    #expect(try changes("horizon: now, target: 2027", "horizon: now") == [.target(from: target, to: nil)])
  }

  @Test func tellsOfWhatCameToAnEndNothingElse() throws {
    #expect(
      try changes("horizon: now, target: 2026-Q3", "horizon: shipped, shipped: 2026-05-01, target: 2026-Q2")
        == [.shipped])
    #expect(try changes("horizon: later", "horizon: dropped, reason: R") == [.dropped])
    #expect(try changes("horizon: dropped, reason: R", "horizon: dropped, reason: R, target: 2026") == [])
  }

  @Test func tellsWhatCameBack() throws {
    #expect(try changes("horizon: dropped, reason: R", "horizon: next") == [.horizon(from: .dropped, to: .next)])
  }

  @Test func tellsWhatIsNewAndWhatIsGone() throws {
    let before = try roadmap("id: a, title: A, horizon: now", "id: gone, title: Gone, horizon: now")
    let after = try roadmap(
      "id: new, title: New, horizon: now", "id: a, title: Another title, horizon: now",
      "id: done, title: Done, horizon: shipped, shipped: 2026-05-01")
    let movement = after.movement(since: before)
    #expect(movement.moved.map(\.item.id.value) == ["new", "done"])
    #expect(movement.moved.map(\.changes) == [[.added], [.added, .shipped]])
    #expect(movement.vanished.map(\.title) == ["Gone"])
    #expect(movement.since.iso == "2026-06-30")
    #expect(movement.changes(of: after.items[0]) == [.added])
    #expect(movement.changes(of: after.items[1]) == [])
  }
}

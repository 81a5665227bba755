import Diagnostics
import Platform
import Testing
import YAML

@Suite struct TeamTests {
  private func team(_ metadata: String, _ spec: String) -> Outcome<Catalogue> {
    read("apiVersion: backstage.io/v1beta1\nkind: Group\nmetadata: {\(metadata)}\nspec: {\(spec)}")
  }

  @Test func readsABackstageGroup() throws {
    let outcome = team(
      "name: platform, title: Platform team",
      "type: team, children: [], profile: {email: p@example.com, picture: x}")
    #expect(outcome.diagnostics.map(\.line) == [])
    let team = try #require(outcome.value.teams.first)
    #expect(team.group.email == "p@example.com")
    #expect(team.displayName == "Platform team")
  }

  @Test func showsTheNameOfItsProfileFirst() {
    let outcome = team("name: platform, title: T", "type: team, children: [], profile: {displayName: The platform}")
    #expect(outcome.value.teams.first?.displayName == "The platform")
  }

  @Test func wantsAType() {
    #expect(
      team("name: platform", "children: []").diagnostics.map(\.line) == ["4:7 missing-key: Group spec has no 'type'"])
  }
}

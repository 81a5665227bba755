import Diagnostics
import Platform
import Testing

@Suite struct TeamCharterTests {
  private let text = """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: platform}
    spec: {type: team, children: [], profile: {displayName: The platform, email: p@example.com}}
    ---
    apiVersion: portico/v1
    kind: Team
    metadata: {name: platform}
    spec:
      group: platform
      type: platform
      channels: [{name: "#help"}]
      interactions: [{team: group:platform, mode: x-as-a-service, until: 2026-12-01}]
    """

  @Test func joinsAGroupWithItsCharter() throws {
    let read = catalogue(text)
    let team = try #require(read.value.team("Platform"))
    #expect(read.findings.isEmpty)
    #expect(team.displayName == "The platform")
    #expect(team.group.email == "p@example.com")
    #expect(team.charter?.kind == .platform)
    #expect(team.charter?.channels.map(\.name) == ["#help"])
    #expect(team.charter?.interactions.first?.mode == .xAsAService)
  }

  @Test func reportsAGroupThatIsNotThere() {
    let read = catalogue(text.replacing("group: platform", with: "group: platfrom"))
    #expect(
      read.findings == ["10:10 error unknown-reference: 'platfrom' refers to group:platfrom, which does not exist"])
  }

  @Test func reportsAnUnknownMode() {
    let read = catalogue(text.replacing("x-as-a-service", with: "as-a-service"))
    #expect(read.findings == ["13:47 error invalid-value: 'mode' cannot be 'as-a-service'"])
  }

  @Test func reportsASecondCharter() {
    let second = "apiVersion: portico/v1\nkind: Team\nmetadata: {name: other}\nspec: {group: platform}"
    #expect(
      catalogue(text + "\n---\n" + second).findings == [
        "18:15 error duplicate-name: the group 'platform' has another charter"
      ])
  }
}

import TestSupport
import Testing

@Suite struct TeamViewTests {
  @Test func ownerOfAPageIsItsTeam() async throws {
    let text = platform + "\n-- a/b.md --\n---\nowner: group:platform\n---\n-- c.md --\n---\nowner: \"#help\"\n---\n"
    let owned = try await show("a/b/index.html", text)
    #expect(owned.contains("<p>Owned by <a href=\"../../teams/platform/\">Platform team</a> </p>"))
    let other = try await show("c/index.html", text)
    #expect(other.contains("<p>Owned by #help </p>"))
  }

  private let site = TestSite(
    """
    -- portico.yaml --
    title: T
    domains: [{id: d, title: D}]
    -- teams/index.md --
    # Who we are

    Three teams.
    -- all.yaml --
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: platform, title: Platform}
    spec: {type: team, children: []}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: shop, title: Shop}
    spec: {type: team, children: []}
    ---
    apiVersion: portico/v1
    kind: Team
    metadata: {name: platform}
    spec:
      group: platform
      type: platform
      channels: [{name: "#help", url: "https://chat.example/help"}]
      interactions: [{team: shop, mode: facilitating, purpose: Objectives.}]
    ---
    apiVersion: portico/v1
    kind: Capability
    metadata: {name: secrets, title: Secrets, description: Keys.}
    spec: {domain: d, owner: platform, lifecycle: production}
    ---
    apiVersion: backstage.io/v1alpha1
    kind: Resource
    metadata: {name: vault, title: Vault}
    spec: {type: store, owner: platform}
    """)

  @Test func tellsWhatATeamOwnsAndHowToReachIt() async throws {
    let built = await site.build()
    let main = try #require(built.main("teams/platform/index.html"))
    #expect(built.findings == [])
    #expect(main.contains("Platform team"))
    #expect(main.contains(#"<a href="https://chat.example/help">#help</a>"#))
    #expect(main.contains(#"<a class="card-title" href="../../capabilities/secrets/">Secrets</a>"#))
    #expect(
      main.trimmed.contains(
        #"<th scope="row"><a href="../../catalogue/resource/vault/">Vault</a> </th><td>Resource, store</td>"#))
  }

  @Test func listsWhatATeamOwnsByKindAndName() async throws {
    let parts = [("Component", "b"), ("Resource", "x"), ("API", "y"), ("Component", "A")].map { kind, name in
      "---\napiVersion: backstage.io/v1alpha1\nkind: \(kind)\nmetadata: {name: \(name)}\n"
        + "spec: {type: t, lifecycle: l, definition: d, owner: platform}\n"
    }
    let written = try await write(
      "team", "{{#team.entities}}{{kind}} {{title}};{{/team.entities}}", page: "teams/platform/index.html",
      platform + "\n-- parts.yaml --\n" + parts.joined())
    #expect(written == "API y;Component A;Component b;Resource x;")
  }

  @Test func tellsOfAnInteractionOnBothPages() async throws {
    let built = await site.build()
    let own = try #require(built.main("teams/platform/index.html"))
    let other = try #require(built.main("teams/shop/index.html"))
    #expect(own.contains(#"<a href="../../teams/shop/">Shop</a>"#))
    #expect(other.contains(#"<a href="../../teams/platform/">Platform</a>"#))
    #expect(other.contains("<strong>Facilitating</strong>"))
  }

  @Test func joinsTheIndexWithAPageOfTheAuthor() async throws {
    let main = try #require(await site.build().main("teams/index.html"))
    #expect(main.contains("Three teams."))
    #expect(main.contains(#"<a class="card-title" href="../teams/platform/">Platform</a>"#))
  }

  @Test func linksTheOwnerOfACapability() async throws {
    let main = try #require(await site.build().main("capabilities/secrets/index.html"))
    #expect(main.contains(#"<a href="../../teams/platform/">Platform</a>"#))
  }
}

import TestSupport
import Testing

/// The list of capabilities, and what the home page shows of them.
@Suite struct CatalogueViewTests {
  private static let three =
    [
      platform, capability("vault", domain: "security"), capability("deploy"), capability("build"),
    ].joined(separator: "\n")

  private static let list = """
    {{#domains}}{{id}} {{title}}: {{#capabilities}}{{title}} {{href}} {{description}} {{lifecycleLabel}} {{owner.title}}; \
    {{/capabilities}}{{/domains}}
    """

  @Test func domainsStandInTheOrderOfTheSettingsWithoutEmptyOnes() async throws {
    let written = try await write(
      "catalogue", "{{#catalogue}}{{count}}: \(CatalogueViewTests.list){{/catalogue}}", page: "capabilities/index.html",
      CatalogueViewTests.three)
    #expect(
      written == "3: delivery Build and deliver: Build ../build/ What build does. Production Platform team; "
        + "Deploy ../deploy/ What deploy does. Production Platform team; "
        + "security Security: Vault ../vault/ What vault does. Production Platform team;")
  }

  @Test func tagsAreShown() async throws {
    let text = platform + "\n" + capability("a").replacing("metadata: {", with: "metadata: {tags: [x, y], ")
    let written = try await write(
      "catalogue",
      "{{#catalogue.domains}}{{#capabilities}}{{#tags}}{{.}};{{/tags}}{{/capabilities}}{{/catalogue.domains}}",
      page: "capabilities/index.html", text)
    #expect(written == "x;y;")
  }

  @Test func capabilityOfAnUnknownDomainIsAnErrorAndListedLast() async throws {
    let site = await TestSite(
      platform + "\n" + capability("build") + "\n" + capability("odd", domain: "deliverry")
        + "\n-- theme/layouts/catalogue.mustache --\n<main>{{#catalogue.domains}}{{title}};{{/catalogue.domains}}</main>"
    ).build()
    #expect(
      site.findings == [
        "content/odd/capability.yaml:5:11: error: there is no domain of the site 'deliverry' [unknown-reference]"
      ])
    #expect(site.main("capabilities/index.html") == "Build and deliver;deliverry;")
  }

  @Test func cataloguePageHasADomainPerHeading() async throws {
    let main = try await show("capabilities/index.html", CatalogueViewTests.three)
    #expect(main.headings == ["Capabilities", "Build and deliver", "Security"])
  }

  @Test func filtersTellWhatDiffers() async throws {
    let text = [
      platform, capability("vault"), capability("deploy"),
      capability("build").replacing("lifecycle: production", with: "lifecycle: planned"),
    ].joined(separator: "\n")
    let written = try await write(
      "catalogue",
      "{{#catalogue}}{{#filters}}{{title}}: {{#choices}}{{group}} {{id}} {{label}} {{count}}; {{/choices}}{{/filters}}"
        + "{{#owners}}{{title}} {{href}}{{/owners}}{{/catalogue}}", page: "capabilities/index.html", text)
    #expect(
      written == "Lifecycle: lifecycle planned Planned 1; lifecycle production Production 2; "
        + "Platform team ../teams/platform/")
  }

  // MARK: Home

  @Test func homeShowsCapabilitiesWhatIsInProgressAndPaths() async throws {
    let text =
      CatalogueViewTests.three + """

        -- roadmap.yaml --
        apiVersion: portico/v1
        kind: Roadmap
        metadata: {name: r}
        spec:
          updated: 2026-06-01
          items:
            - {id: later, title: Later on, problem: P, outcome: O, horizon: later}
            - {id: now, title: In work, problem: P, outcome: O, horizon: now, target: 2026-Q4}
        -- first.yaml --
        apiVersion: portico/v1
        kind: OnboardingPath
        metadata: {name: first, title: First deploy}
        spec: {goal: A running service, time: PT45M, steps: [{title: Go}]}
        """
    let written = try await write(
      "home",
      """
      {{#platform}}\(CatalogueViewTests.list)|{{#roadmap}}{{title}} {{href}} {{target}};{{/roadmap}}|\
      {{#paths}}{{title}} {{href}} {{goal}} {{time}};{{/paths}}{{/platform}}
      """, page: "index.html", text)
    #expect(written.hasPrefix("delivery Build and deliver: Build ./build/ What build does."))
    #expect(
      written.hasSuffix("|In work ./roadmap/#now 2026-Q4;|First deploy ./paths/first/ A running service 45 minutes;"))
  }

  @Test func homeWithCapabilitiesAloneHasNoOtherHeading() async throws {
    let main = try await show("index.html", platform + "\n" + capability("build"))
    #expect(main.headings == ["Harbour", "What you can use", "Build and deliver"])
  }

  @Test func homeWithARoadmapAloneHasNoOtherHeading() async throws {
    let main = try await show(
      "index.html",
      """
      -- roadmap.yaml --
      apiVersion: portico/v1
      kind: Roadmap
      metadata: {name: r}
      spec: {updated: 2026-06-01, items: [{id: a, title: A, problem: P, outcome: O, horizon: now}]}
      """)
    #expect(main.headings == ["Portal", "In progress now"])
  }

  @Test func siteWithoutDomainHasNoCatalogueAndNoHomePanel() async throws {
    let site = await TestSite("-- index.md --\n# Welcome\n-- a.md --").build()
    #expect(site.findings == [])
    #expect(site.paths == ["404.html", "a/index.html", "index.html", "robots.txt"])
    #expect(site.main("index.html")?.headings == ["Welcome"])
    #expect(site.main("index.html")?.contains("_capabilities") == false)
  }

  @Test func siteWithTeamsAloneHasNoCatalogue() async {
    let site = await TestSite(platform).build()
    #expect(site.findings == [])
    #expect(
      site.paths == ["404.html", "index.html", "robots.txt", "teams/index.html", "teams/platform/index.html"])
  }
}

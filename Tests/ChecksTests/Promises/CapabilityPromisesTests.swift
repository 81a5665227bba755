import Testing

/// What a capability promises by being in production.
@Suite struct CapabilityPromisesTests {
  private let site = KeptPromises()
  private let noStep = ("{page: ../secrets/begin.md}", "{title: Read}")

  private func finding(_ place: String, _ lack: String, _ rule: String) -> String {
    "content/secrets/capability.yaml:\(place): warning: 'secrets' is in production\(lack) [\(rule)]"
  }

  @Test func oneThatSaysNothingLacksFour() async {
    let findings = await site.findings(
      ("  access: {how: begin.md}\n  support: {contact: \"#help\"}\n", ""), ("portico/capability: secrets", "a: b"),
      ("-- secrets/begin.md --", "-- begin.md --"), noStep, ("- slo.yaml -", "- slo.txt -"),
      ("- measurements.yaml -", "- measurements.txt -"))
    #expect(
      findings == [
        finding("3:18", ", and nothing tells how to get it", "capability-access"),
        finding("3:18", ", and no page tells how to begin", "capability-guide"),
        finding("3:18", " without a service level", "capability-service-level"),
        finding("3:18", ", and nothing says where to get help", "capability-support"),
      ])
  }

  @Test(arguments: ["planned", "experimental"]) func othersPromiseNothing(lifecycle: String) async {
    let findings = await site.findings(
      ("lifecycle: production", "lifecycle: \(lifecycle)"), ("  access: {how: begin.md}\n", ""), noStep,
      ("support: {contact: \"#help\"}", "support: {}"))
    #expect(findings == [])
  }

  @Test(arguments: ["type: reference", "type: explanation"]) func aGuideIsForDoing(type: String) async {
    #expect(
      await site.findings(("type: tutorial", type), noStep)
        == [finding("3:18", ", and no page tells how to begin", "capability-guide")])
    #expect(await site.findings(("type: tutorial", type)) == [])
  }

  @Test(arguments: ["type: how-to", "tags: [a]"]) func aPageThatMayBeAGuideIsEnough(matter: String) async {
    #expect(await site.findings(("type: tutorial", matter), noStep) == [])
  }

  @Test(arguments: [
    ("how.md", "capability: secrets", true), ("how.md", "capability: old", false), ("how.md", "tags: [a]", false),
    ("secrets/more/how.md", "tags: [a]", true), ("secrets/more/how.md", "kind: glossary", false),
  ]) func aGuideLiesInTheFolderOrNamesTheCapability(path: String, matter: String, isGuide: Bool) async {
    let findings = await site.findings(
      ("type: tutorial", "type: reference"), noStep,
      (
        "-- old/capability.yaml --",
        "-- \(path) --\n---\ntype: how-to\n\(matter)\n---\n# How\n-- old/capability.yaml --"
      ))
    #expect(findings == (isGuide ? [] : [finding("3:18", ", and no page tells how to begin", "capability-guide")]))
  }

  @Test func aWayInIsAPageATemplateOrAStep() async {
    let noPage = ("access: {how: begin.md}", "access: {leadTime: P1D}")
    #expect(
      await site.findings(noPage, noStep)
        == [finding("8:11", ", and nothing tells how to get it", "capability-access")])
    #expect(await site.findings(noPage) == [])
    #expect(await site.findings((noPage.0, "templates: [service]"), noStep) == [])
  }

  @Test func aServiceLevelThatIsNotThereIsAnUnknownReference() async {
    let findings = await site.findings(
      ("portico/capability: secrets", "portico/audience: internal"),
      ("access:", "slos: [writes]\n  access:"))
    #expect(
      findings == ["content/secrets/capability.yaml:8:10: error: there is no SLO 'writes' [unknown-reference]"])
  }

  @Test func whatWasNeverMeasuredIsNamed() async {
    let report = await site.report(
      ("slo: reads", "slo: reads\n  objective: Answered"), ("- measurements.yaml -", "- m.txt -"))
    #expect(
      report == """
        content/secrets/capability.yaml:3:18: warning: 'secrets' is in production, but not measured: 1 of 1 objective \
        without measurements [capability-measurements]
          3 | metadata: {name: secrets, title: Secrets, description: Keys.}
            |                  ^~~~~~~
          note: It is about 'reads'.
          help: Export the measurements anew, and look why the export stopped.

        """)
  }
}

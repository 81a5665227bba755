import Testing

@Suite struct DeprecatedLinksTests {
  private let site = KeptPromises()

  private func finding(_ place: String, _ thing: String) -> String {
    "content/secrets/begin.md:\(place): warning: the link leads newcomers to \(thing), which is deprecated [deprecated-link]"
  }

  @Test func pagesOfTheCapabilityCount() async {
    let findings = await site.findings(
      ("(capability:old), as [Secrets](capability:secrets) tells", "(../old/move.md)"),
      ("-- old/capability.yaml --", "-- old/move.md --\n# Move\n-- old/capability.yaml --"))
    #expect(findings == [finding("8:39", "the capability 'old'")])
  }

  @Test func componentsCount() async {
    #expect(
      await site.findings(("It takes", "See [the agent](component:agent). It takes"))
        == [finding("8:17", "the component 'agent'")])
  }

  @Test func aStepToAComponentIsOne() async {
    let findings = await site.findings(("{page: ../secrets/begin.md}", "{page: /catalogue/component/agent/}"))
    #expect(
      findings == [
        "content/paths/first.yaml:4:32: warning: the step leads newcomers to the component 'agent', which is deprecated [deprecated-link]"
      ])
  }

  @Test func aLinkToThePageOfItsSuccessorTellsOfTheMove() async {
    #expect(await site.findings(("[Secrets](capability:secrets)", "[it](begin.md)")) == [])
  }

  @Test func pagesThatNoStepLeadsToAreFree() async {
    let findings = await site.findings(
      ("[Secrets](capability:secrets)", "it"), ("{page: ../secrets/begin.md}", "{title: Read}"))
    #expect(findings == [])
  }

  @Test func aTemplatesTextIsPartOfTheStep() async {
    let findings = await site.findings(
      ("{page: ../secrets/begin.md}", "{template: service}"), ("# A service", "# A service\n\n[Old](capability:old)"))
    #expect(
      findings == [
        "content/templates/service/index.md:3:7: warning: the link leads newcomers to the capability 'old', which is deprecated [deprecated-link]"
      ])
  }

  @Test func aStepToSomethingDeprecatedIsOneFinding() async {
    let findings = await site.findings(
      ("{page: ../secrets/begin.md}", "{page: ../old/capability.yaml}"), ("[Secrets](capability:secrets)", "it"))
    #expect(
      findings == [
        "content/paths/first.yaml:4:32: warning: the step leads to the capability 'old', which is deprecated [step-not-offered]"
      ])
  }
}

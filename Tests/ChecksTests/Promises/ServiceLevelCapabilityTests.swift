import Testing

@Suite struct ServiceLevelCapabilityTests {
  private let site = KeptPromises()
  private let unnamed = ("annotations: {portico/capability: secrets}", "annotations: {other/key: x}")
  private let finding =
    "content/slo.yaml:4:9: warning: the service level 'reads' belongs to no capability [service-level-capability]"

  @Test func eitherMayNameTheOther() async {
    #expect(await site.findings(unnamed).contains(finding))
    #expect(await site.findings(unnamed, ("access:", "slos: [reads]\n  access:")) == [])
  }

  @Test func theServiceMayBeTheCapability() async {
    #expect(
      await site.report(unnamed, ("service: vault", "service: secrets"))
        .contains(
          "help: Write the annotation 'portico/capability: secrets', or name it under 'slos' of the capability."))
  }

  @Test func anUnknownCapabilityIsReportedAsSuch() async {
    let findings = await site.findings(("portico/capability: secrets", "portico/capability: secerts"))
    #expect(findings.filter { $0.contains("slo.yaml") }.map { $0.contains("[unknown-reference]") } == [true])
  }

  @Test func aSiteWithoutCapabilitiesHasNoneToName() async {
    let findings = await site.findings(
      unnamed, ("- secrets/capability.yaml -", "- c.txt -"), ("- old/capability.yaml -", "- d.txt -"),
      ("It takes the place of [the old vault](capability:old), as [Secrets](capability:secrets) tells.", ""))
    #expect(findings == [])
  }
}

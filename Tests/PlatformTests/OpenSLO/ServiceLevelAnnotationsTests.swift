import Diagnostics
import Platform
import Testing
import YAML

@Suite struct ServiceLevelAnnotationsTests {
  /// An SLO with annotations on line 3.
  private func slo(_ annotations: String) -> String {
    serviceLevel(objective: "target: 0.9").replacing("displayName: Reads", with: "annotations: {\(annotations)}")
  }

  @Test func tellsToWhomAndHowBinding() {
    let text = slo("portico/audience: internal, portico/agreement: sla, portico/consequence: None., grafana.com/id: x")
    #expect(findings(text) == [])
    let slo = read(text).value.serviceLevels.first
    #expect(slo?.audience == .platformTeam)
    #expect(slo?.agreement == .sla)
  }

  @Test func saysNothingWhereNothingIsSaid() {
    let slo = read(serviceLevel(objective: "target: 0.9")).value.serviceLevels.first
    #expect(slo.map { $0.audience == nil && $0.agreement == nil } == true)
  }

  @Test func reportsAnAnnotationOfOursThatIsMisspelt() {
    let text = slo("portico/capabilty: secrets")
    #expect(findings(text) == ["3:46 unknown-key: 'portico/capabilty' is no annotation of a service level"])
    #expect(helps(text) == ["Did you mean 'portico/capability'?"])
  }

  @Test func reportsAValueThatIsNone() {
    let text = slo("portico/audience: user, portico/agreement: contract")
    #expect(
      findings(text) == [
        "3:64 invalid-value: 'portico/audience' cannot be 'user'",
        "3:89 invalid-value: 'portico/agreement' cannot be 'contract'",
      ])
    #expect(helps(text) == ["Did you mean 'users'?", "Write one of: objective, sla."])
  }
}

import Diagnostics
import Platform
import Testing

@Suite struct KindsTests {
  private func document(_ version: String, _ kind: String) -> String {
    "apiVersion: \(version)\nkind: \(kind)\nmetadata: {name: a}\n"
  }

  @Test func guessesAtAMisspeltKind() {
    let text = document("portico/v1", "Capabilty")
    #expect(findings(text) == ["2:7 unknown-kind: the kind 'Capabilty' is not read"])
    #expect(helps(text) == ["Did you mean 'Capability'?"])
    #expect(read(text).diagnostics.map(\.severity) == [.warning])
  }

  @Test func listsTheKindsWhereNoneIsNear() {
    let text = document("portico/v1", "Scorecard")
    #expect(findings(text) == ["2:7 unknown-kind: the kind 'Scorecard' is not read"])
    #expect(helps(text) == ["Write one of: Capability, Measurements, Roadmap, OnboardingPath, Team."])
  }

  @Test func reportsAVersionThatIsNotRead() {
    let text = document("portico/v2", "Capability")
    #expect(findings(text) == ["1:13 unknown-kind: the version 'portico/v2' is not read"])
    #expect(helps(text) == ["Did you mean 'portico/v1'?"])
  }

  @Test func reportsAVersionOfOpenSLOThatIsNotRead() {
    let text = document("openslo/v1beta1", "SLO")
    #expect(findings(text) == ["1:13 unknown-kind: the version 'openslo/v1beta1' is not read"])
    #expect(
      helps(text) == [
        "Write one of: backstage.io/v1alpha1, backstage.io/v1beta1, openslo.com/v2alpha, openslo/v1, openslo/v1alpha, "
          + "portico/v1, scaffolder.backstage.io/v1beta3."
      ])
  }

  @Test func readsOnlyTheKindsOfAVersion() {
    #expect(findings(document("openslo/v1alpha", "SLI")) == ["2:7 unknown-kind: the kind 'SLI' is not read"])
  }

  @Test(arguments: ["backstage.io/v1beta2", "scaffolder.backstage.io/v1beta2"])
  func tellsTheVersionThatTemplatesHaveNow(_ version: String) {
    #expect(Catalogue.claims(apiVersion: version, kind: "Template"))
    #expect(findings(document(version, "Template")) == ["1:13 unknown-kind: the version '\(version)' is not read"])
    #expect(helps(document(version, "Template")) == ["Bring the template up to 'scaffolder.backstage.io/v1beta3'."])
  }

  @Test func guessesAtAMisspeltVersionOfBackstage() {
    #expect(helps(document("backstage.io/v1alpha", "Component")) == ["Did you mean 'backstage.io/v1alpha1'?"])
  }

  @Test func readsNoKindOfAnotherFormat() {
    #expect(findings(document("portico/v1", "SLO")) == ["2:7 unknown-kind: the kind 'SLO' is not read"])
    #expect(
      findings(document("openslo/v1", "Capability")) == ["2:7 unknown-kind: the kind 'Capability' is not read"])
  }
}

import Diagnostics
import Platform
import Testing
import YAML

@Suite struct DecisionTests {
  private typealias Pages = [(kind: String, page: RecordPage)]

  private func read(_ pages: Pages) -> Outcome<Records> {
    let outcome = PlatformTests.read(pages)
    return Outcome(outcome.value.records, outcome.diagnostics)
  }

  private func decision(_ frontMatter: String, path: String = "decisions/a.md", title: String = "A") throws -> Decision
  {
    let outcome = read([record("decision", frontMatter, path: path, title: title)])
    try #require(outcome.diagnostics.map(\.line) == [])
    return try #require(outcome.value.decisions.first)
  }

  @Test func readsTheFrontMatterOfMADR() throws {
    let decision = try decision(
      """
      status: accepted
      date: 2026-01-15
      decision-makers: [Platform, Security]
      consulted: Search
      informed: [all teams]
      """)
    #expect(decision.status == .accepted)
    #expect(decision.date?.iso == "2026-01-15")
    #expect(decision.makers == ["Platform", "Security"])
    #expect(decision.consulted == ["Search"])
    #expect(decision.informed == ["all teams"])
    #expect(decision.supersededBy == nil)
  }

  @Test func readsTheNameThatMADR3HadForItsMakers() throws {
    #expect(try decision("status: accepted\ndeciders: [Platform]").makers == ["Platform"])
  }

  @Test func isAcceptedWhereItSaysNothing() throws {
    #expect(try decision("date: 2026-01-15").status == .accepted)
  }

  @Test(arguments: [
    ("proposed", Decision.Status.proposed), ("Accepted", .accepted), ("rejected", .rejected),
    ("deprecated", .deprecated), ("accepted on 2026-01-15", .accepted),
  ])
  func readsItsStatus(_ written: String, _ status: Decision.Status) throws {
    #expect(try decision("status: \(written)").status == status)
  }

  @Test func readsTheSectionsOfNygard() throws {
    let sections: [(heading: String?, text: String)] = [
      ("7. Vault for secrets", "Date: 2026-01-02\n"), ("Status", "Accepted\n"), ("Context", "Date: 2020-01-01\n"),
    ]
    let page = record("decision", "", path: "adr/vault.md", title: "7. Vault for secrets", sections: sections)
    let outcome = read([page])
    #expect(outcome.diagnostics.map(\.line) == [])
    let decision = try #require(outcome.value.decisions.first)
    #expect(decision.status == .accepted)
    #expect(decision.date?.iso == "2026-01-02")
    #expect(decision.number == 7)
    #expect(decision.name == "Vault for secrets")
  }

  @Test func frontMatterCountsBeforeTheText() throws {
    let sections: [(heading: String?, text: String)] = [(nil, "Date: 2020-01-01\n"), ("Status", "Proposed\n")]
    let outcome = read([record("decision", "status: accepted\ndate: 2026-01-15", sections: sections)])
    #expect(outcome.value.decisions.map(\.status) == [.accepted])
    #expect(outcome.value.decisions.map(\.date?.iso) == ["2026-01-15"])
  }

  @Test(arguments: [
    ("decisions/0007-vault.md", "Vault", 7), ("decisions/7.md", "Vault", 7), ("decisions/vault.md", "7. Vault", 7),
    ("decisions/vault.md", "7 reasons for Vault", nil), ("decisions/2026-01-15-vault.md", "Vault", nil),
    ("decisions/2026-01-15-vault.md", "7. Vault", 7), ("0012-vault/index.md", "Vault", nil),
  ])
  func numberIsThatOfTheFileOrTheTitle(_ path: String, _ title: String, _ number: Int?) throws {
    #expect(try decision("status: accepted", path: path, title: title).number == number)
  }

  @Test(arguments: [("7. Vault", "Vault"), ("Vault", "Vault"), ("7 reasons for Vault", "7 reasons for Vault")])
  func nameIsTheTitleWithoutTheNumber(_ title: String, _ name: String) throws {
    #expect(try decision("status: accepted", title: title).name == name)
  }

  @Test(arguments: [
    "superseded by 0010", "Superseded by 10", "superseded by ADR-0010", "superseded by 0010-pod-identity.md",
    "superseded by [ADR-0010](0010-pod-identity.md)", "superseded by decisions/0010-pod-identity.md",
    "Superseded by 10. Pod identity",
  ])
  func knowsWhatTookItsPlace(_ status: String) throws {
    let outcome = read([
      record("decision", "status: \"\(status)\"", path: "decisions/0003-roles.md"),
      record("decision", "status: accepted", path: "decisions/0010-pod-identity.md"),
    ])
    #expect(outcome.diagnostics.map(\.line) == [])
    let records = outcome.value
    let (old, new) = (try #require(records.decisions.first), try #require(records.decisions.last))
    #expect(records.successor(of: old)?.number == 10)
    #expect(records.predecessors(of: new).map(\.number) == [3])
    #expect(records.successor(of: new) == nil)
    #expect(records.predecessors(of: old).isEmpty)
  }

  @Test func severalDecisionsMayBeReplacedByOne() throws {
    let outcome = read([
      record("decision", "status: superseded by 3", path: "1.md"),
      record("decision", "status: superseded by 3", path: "2.md"), record("decision", "status: accepted", path: "3.md"),
    ])
    let last = try #require(outcome.value.decisions.last)
    #expect(outcome.value.predecessors(of: last).map(\.number) == [1, 2])
  }

  @Test(arguments: ["0012", "0003", "0003-roles.md", "the next one"])
  func reportsASuccessorThatThereIsNot(_ name: String) {
    let outcome = read([record("decision", "status: superseded by \(name)", path: "decisions/0003-roles.md")])
    #expect(outcome.diagnostics.map(\.line) == ["2:9 unknown-reference: there is no other decision '\(name)'"])
  }

  @Test func reportsAStatusThatThereIsNot() {
    let outcome = read([
      record("decision", "status: acepted", path: "1.md"), record("decision", "status: superseded", path: "2.md"),
      record("decision", "status: later", path: "3.md"),
    ])
    #expect(
      outcome.diagnostics.map(\.line) == [
        "2:9 invalid-value: 'status' cannot be 'acepted'", "2:9 invalid-value: 'status' cannot be 'superseded'",
        "2:9 invalid-value: 'status' cannot be 'later'",
      ])
    let choices = "Write one of: proposed, accepted, rejected, deprecated, superseded by NUMBER."
    #expect(
      outcome.diagnostics.map(\.help) == [
        "Did you mean 'accepted'?", choices, choices,
      ])
  }

  @Test func reportsANumberThatIsTaken() {
    let outcome = read([
      record("decision", "status: accepted", path: "decisions/0007-b.md"),
      record("decision", "status: accepted", path: "decisions/0007-a.md"),
      record("decision", "status: accepted", path: "decisions/c.md"),
      record("decision", "status: accepted", path: "decisions/d.md"),
    ])
    #expect(outcome.diagnostics.map(\.line) == ["1:1 duplicate-name: there is another decision 7"])
    #expect(outcome.diagnostics.map(\.span?.path) == ["decisions/0007-b.md"])
    #expect(outcome.diagnostics.map(\.help) == ["The other is decisions/0007-a.md. Give one of them the next number."])
  }

  @Test func reportsADateThatIsYetToComeUnlessItIsProposed() throws {
    let records = read([
      record("decision", "status: accepted\ndate: 2062-01-15", path: "1.md"),
      record("decision", "status: proposed\ndate: 2062-01-15", path: "2.md"),
    ]).value
    let today = try #require(CalendarDate("2026-06-30"))
    #expect(
      records.checkPast(today).map(\.line) == [
        "3:7 record-to-come: the decision has a date that is yet to come, 2062-01-15"
      ])
  }

  @Test func ordersThemByNumberThenByFile() {
    let paths = ["d/0010-a.md", "d/b.md", "d/0002-c.md", "d/a.md"]
    let outcome = read(paths.map { record("decision", "status: accepted", path: $0) })
    #expect(outcome.value.decisions.map(\.page.path) == ["d/0002-c.md", "d/0010-a.md", "d/a.md", "d/b.md"])
  }

  @Test func belongsToItsCapability() throws {
    let outcome = PlatformTests.read(
      [record("decision", "status: accepted", capability: "secrets")], beside: capability() + platformTeam)
    let secrets = try #require(outcome.value.capability("secrets"))
    #expect(outcome.value.decisions(of: secrets).map(\.page.path) == ["records/a.md"])
  }
}

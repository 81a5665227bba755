import Diagnostics
import Testing
import YAML

@Suite struct TypedReadsTests {
  enum Lifecycle: String, CaseIterable, Sendable {
    case experimental, production, deprecated
  }

  private func reader(_ text: String) throws -> MappingReader {
    MappingReader(try node(text), what: "capability")
  }

  @Test func readsATextWithItsPlace() throws {
    var reader = try reader("a: 1.10\n")
    let text = reader.text("a")
    #expect(text?.value == "1.10")
    #expect(text?.span.place == "1:4+4")
  }

  @Test func readsAnEmptyText() throws {
    var reader = try reader("a: ''\n")
    #expect(reader.text("a", required: true)?.value == "")
  }

  @Test func refusesACollectionForAText() throws {
    var reader = try reader("a: [b]\n")
    #expect(reader.text("a") == nil)
    #expect(reader.diagnostics.map(\.line) == ["1:4 wrong-type: 'a' must be a text, not a list"])
  }

  @Test(arguments: [("[b, 'c', 010]", ["b", "c", "010"]), ("b", ["b"]), ("", []), ("[]", [])])
  func readsTexts(text: String, expected: [String]) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.texts("a").map(\.value) == expected)
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func leavesOutEntriesThatAreNoTexts() throws {
    var reader = try reader("a: [b, {c: d}, ~, e]\nf: {}\n")
    #expect(reader.texts("a").map(\.value) == ["b", "e"])
    #expect(reader.texts("f").isEmpty)
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:8 wrong-type: an entry of 'a' must be a text, not a mapping",
        "1:16 wrong-type: an entry of 'a' must be a text, not nothing",
        "2:4 wrong-type: 'f' must be a list of texts, not a mapping",
      ])
  }

  @Test(arguments: [("true", true), ("True", true), ("FALSE", false)])
  func readsTruth(text: String, expected: Bool) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.bool("a")?.value == expected)
  }

  @Test(arguments: ["yes", "no", "on", "off", "1", "''"])
  func refusesOtherWordsForTruth(text: String) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.bool("a") == nil)
    #expect(reader.diagnostics.map(\.rule.id) == ["wrong-type"])
    #expect(reader.diagnostics.map(\.help) == ["Write true or false."])
  }

  @Test(arguments: [("0", 0), ("10", 10), ("-3", -3), ("+4", 4), ("'5'", 5)])
  func readsWholeNumbers(text: String, expected: Int) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.int("a")?.value == expected)
  }

  @Test(arguments: ["010", "-010", "0o17", "0x1F", "1_000", "1:30", "1.0", "1e3", "ten", "99999999999999999999", "[1]"])
  func refusesOtherNumbers(text: String) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.int("a") == nil)
    #expect(reader.diagnostics.map(\.rule.id) == ["wrong-type"])
    #expect(reader.diagnostics.map(\.help) == ["Write digits only, such as 10."])
  }

  @Test func readsDatesAndPeriods() throws {
    var reader = try reader("reviewed: 2026-06-01\nreviewIn: 6 months\n")
    #expect(reader.date("reviewed")?.value.iso == "2026-06-01")
    #expect(reader.period("reviewIn")?.value == Period(months: 6))
    #expect(reader.diagnostics.isEmpty)
  }

  @Test func refusesOtherDatesAndPeriods() throws {
    var reader = try reader("reviewed: 1 June\nreviewIn: half a year\n")
    #expect(reader.date("reviewed") == nil)
    #expect(reader.period("reviewIn") == nil)
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:11 invalid-value: 'reviewed' must be a date, not '1 June'",
        "2:11 invalid-value: 'reviewIn' must be a length of time, not 'half a year'",
      ])
    #expect(
      reader.diagnostics.map(\.help) == [
        "Write year, month and day, such as 2026-06-01.", "Write it such as P6M, PT45M or '6 months'.",
      ])
  }

  @Test func readsAChoice() throws {
    var reader = try reader("a: production\n")
    #expect(reader.choice("a", as: Lifecycle.self)?.value == .production)
  }

  @Test(arguments: [
    ("prodution", "Did you mean 'production'? Write one of: experimental, production, deprecated."),
    ("Production", "Did you mean 'production'? Write one of: experimental, production, deprecated."),
    ("x", "Write one of: experimental, production, deprecated."),
  ])
  func refusesWhatIsNoChoice(text: String, help: String) throws {
    var reader = try reader("a: \(text)\n")
    #expect(reader.choice("a", as: Lifecycle.self) == nil)
    #expect(reader.diagnostics.map(\.line) == ["1:4 invalid-value: 'a' cannot be '\(text)'"])
    #expect(reader.diagnostics.map(\.help) == [help])
  }

  @Test func readsAMappingAndReportsItsUnknownKeys() throws {
    var reader = try reader("owner: {name: team, nmae: x}\n")
    let name = reader.mapping("owner", what: "owner") { $0.text("name") }
    #expect(name?.value == "team")
    #expect(reader.diagnostics.map(\.line) == ["1:21 unknown-key: owner has no key 'nmae'"])
  }

  @Test func readsNoMappingWhereThereIsNone() throws {
    var reader = try reader("owner:\nsupport: text\n")
    #expect(reader.mapping("owner", what: "owner") { $0.text("name") } == nil)
    #expect(reader.mapping("slo", what: "SLO", required: true) { $0.text("name") } == nil)
    #expect(reader.mapping("support", what: "support") { _ in 1 } == nil)
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:1 missing-key: capability has no 'slo'", "2:10 wrong-type: support must be a mapping, not a text",
      ])
  }

  @Test func readsMappings() throws {
    var reader = try reader("steps:\n  - name: a\n  - {}\n  - b\n  - name: c\n    x: 1\n")
    let names = reader.mappings("steps", what: "step") { $0.text("name", required: true)?.value }
    #expect(names == ["a", "c"])
    #expect(
      reader.diagnostics.map(\.line) == [
        "3:5 missing-key: step has no 'name'", "4:5 wrong-type: step must be a mapping, not a text",
        "6:5 unknown-key: step has no key 'x'",
      ])
  }

  @Test func refusesOtherValuesForMappings() throws {
    var reader = try reader("steps: {name: a}\n")
    let steps = reader.mappings("steps", what: "step") { $0.text("name") }
    let others = reader.mappings("others", what: "other", required: true) { $0.text("name") }
    #expect(steps.isEmpty)
    #expect(others.isEmpty)
    #expect(
      reader.diagnostics.map(\.line) == [
        "1:8 wrong-type: 'steps' must be a list, not a mapping", "1:1 missing-key: capability has no 'others'",
      ])
  }
}

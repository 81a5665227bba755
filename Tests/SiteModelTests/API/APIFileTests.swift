import Bytes
import Diagnostics
import Testing
import YAML

@testable import SiteModel

@Suite struct APIFileTests {
  private enum State: String, APIValue, CaseIterable {
    case good, bad
  }

  private struct Thing: APIRecord {
    let name: String
    var state: State?
    var parts: [Thing] = []

    static let shape = APIShape<Thing>(
      "thing",
      [
        APIField("name", "What it is called.") { $0.name },
        APIField("state") { $0.state },
        APIField("parts") { $0.parts },
      ])
  }

  private func write(_ file: APIFile, settings: String = "title: T") throws -> [String] {
    let site = assemble([:], settings: settings).value
    return file.plans.map { String(decoding: $0.bytes(site), as: UTF8.self) }
  }

  @Test func fileAndSchemaLieBelowTheVersion() {
    let plans = APIFile("thing", title: "Thing") { _ in Thing(name: "A") }.plans
    #expect(plans.map(\.path) == ["api/v1/thing.json", "api/v1/schemas/thing.schema.json"])
    #expect(plans.map(\.title) == ["Thing", nil])
  }

  @Test func whatIsMissingIsNull() throws {
    let files = try write(APIFile("thing", title: "Thing") { _ in Thing(name: "A \"b\"") })
    #expect(
      files[0] == """
        {
          "name": "A \\"b\\"",
          "state": null,
          "parts": []
        }

        """)
  }

  @Test func listSaysOfWhichDayItIsAndWhatDescribesIt() throws {
    let file = APIFile(list: "things", title: "Things") { _ in [Thing(name: "A", state: .bad)] }
    #expect(
      try write(file)[0] == """
        {
          "$schema": "../../api/v1/schemas/things.schema.json",
          "asOf": "2026-06-30",
          "things": [
            {
              "name": "A",
              "state": "bad",
              "parts": []
            }
          ]
        }

        """)
    #expect(
      try write(file, settings: "title: T\nbaseURL: https://example.com/a")[0].contains(
        #""$schema": "https://example.com/a/api/v1/schemas/things.schema.json","#))
  }

  @Test func schemaNamesEveryKeyOnce() throws {
    let file = APIFile("thing", title: "Thing") { _ in Thing(name: "A") }
    #expect(
      try write(file, settings: "title: T\nbaseURL: https://example.com")[1] == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "https://example.com/api/v1/schemas/thing.schema.json",
          "title": "Thing",
          "$ref": "#/$defs/thing",
          "$defs": {
            "thing": {
              "type": "object",
              "properties": {
                "name": {
                  "description": "What it is called.",
                  "type": "string"
                },
                "state": {
                  "anyOf": [
                    {
                      "enum": [
                        "good",
                        "bad"
                      ]
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "parts": {
                  "type": "array",
                  "items": {
                    "$ref": "#/$defs/thing"
                  }
                }
              },
              "required": [
                "name",
                "state",
                "parts"
              ]
            }
          }
        }

        """)
  }

  @Test func valuesAreWrittenByTheirStandards() {
    #expect(CalendarDate(year: 2026, month: 6, day: 1).json == "2026-06-01")
    #expect(Period("90 minutes").json == "PT1H30M")
    #expect(["b": "2", "a": "1"].json == ["a": "1", "b": "2"])
  }
}

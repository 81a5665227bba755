import Testing

@Suite struct CompositeViewTests {
  private func site(_ method: String) -> String {
    """
    \(platform)
    -- slo.yaml --
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: journey, displayName: Journey}
    spec:
      service: web
      timeWindow: [{duration: 28d, isRolling: true}]
      budgetingMethod: \(method)
      objectives:
        - {displayName: Ask, target: 0.9, timeSliceTarget: 1, timeSliceWindow: 1d, \(indicator)}
        - {displayName: Get, target: 0.8, timeSliceTarget: 1, timeSliceWindow: 1d, compositeWeight: 0.5, \(indicator)}
    -- days.measurements.csv --
    slo,objective,from,to,good,total
    journey,Ask,2026-06-29,2026-06-30,98,100
    journey,Get,2026-06-29,2026-06-30,90,100
    """
  }

  private let layout = """
    {{#level.whole}}{{#state}}{{label}}{{/state}} {{target}} {{#now}}{{value}} {{left}} {{consumed}} {{bar}}{{/now}};\
    {{#parts}} {{title}} {{href}} {{amount}} {{weight}} {{contribution}};{{/parts}}{{/level.whole}}
    """

  @Test func showsWhatEachPartSpends() async throws {
    let written = try await write(
      "service-level", layout, page: "service-levels/journey/index.html", site("Occurrences"), asOf: "2026-06-29")
    #expect(
      written == "Met 55.0 % 45.0 % 55; Ask #_objective-1 20.0 % 1 20.0 %; Get #_objective-2 50.0 % 0.5 25.0 %;")
  }

  @Test func showsTheShareOfMeanRatios() async throws {
    let written = try await write(
      "service-level", layout, page: "service-levels/journey/index.html", site("RatioTimeslices"), asOf: "2026-06-29")
    #expect(
      written
        == "Met 90 % 93.00 % 30.0 % 70.0 % 30; Ask #_objective-1 2.00 % 1 2.00 %; Get #_objective-2 10.00 % 0.5 5.00 %;"
    )
  }

  @Test func theOverviewAndTheHomePageCountTheWhole() async throws {
    let overview = try await show("service-levels/index.html", site("Timeslices"), asOf: "2026-06-29")
    #expect(overview.contains("The whole of its parts, 28 days, rolling"))
    let home = try await write(
      "home",
      "{{#platform.levels}}{{met}}/{{total}}{{#attention}} {{#level}}{{title}}{{/level}} {{#state}}{{label}}{{/state}} {{budget}}{{/attention}}{{/platform.levels}}",
      page: "index.html", site("Timeslices"), asOf: "2026-06-29")
    #expect(home == "0/3 Journey Breached budget overspent by 900 %")
  }

  @Test func aServiceLevelWithOneIndicatorHasNoWhole() async throws {
    let text = site("Occurrences").replacing(", \(indicator)}", with: "}").replacing(
      "  objectives:", with: "  \(indicator)\n  objectives:")
    let written = try await write(
      "service-level", layout, page: "service-levels/journey/index.html", text, asOf: "2026-06-29")
    #expect(written == "")
  }
}

import Testing

@Suite struct ChartsTests {
  private func site(_ rows: String) -> String {
    """
    \(platform)
    -- slo.yaml --
    apiVersion: openslo/v1
    kind: SLO
    metadata: {name: reads, displayName: Reads}
    spec:
      service: web
      \(indicator)
      timeWindow: [{duration: 28d, isRolling: true}]
      budgetingMethod: Occurrences
      objectives: [{target: 0.9}]
    -- days.measurements.csv --
    slo,objective,from,to,good,total
    \(rows)
    """
  }

  private func weeks(_ rows: String) async throws -> String {
    try await write(
      "service-level",
      "{{#level.objectives}}{{weeksChart}}{{#weeksTicks}} {{.}}{{/weeksTicks}};{{#weeks}} {{day}} {{burnRate}}{{/weeks}};"
        + "{{#trend}}{{id}} {{recent}} {{before}}{{/trend}}{{/level.objectives}}",
      page: "service-levels/reads/index.html", site(rows), asOf: "2026-06-28")
  }

  @Test func aBarForEachWeekEndsAtItsBurnRate() async throws {
    // Mondays: 15 and 22 June 2026. 5 of 100 bad of 10 % is half of the pace, 15 of 100 one and a half.
    let written = try await weeks("reads,,2026-06-15,2026-06-16,95,100\nreads,,2026-06-28,2026-06-29,85,100")
    #expect(
      written == """
        <svg class="weeks" viewBox="0 0 80 120" preserveAspectRatio="none" role="img"><title>Burn rate of 2 weeks to \
        2026-06-29: 1 within the budget's pace, 1 above it</title><path class="is-met" d="M2 90h36V120h-36z"/>\
        <path class="is-breached" d="M42 30h36V120h-36z"/><path class="pace" d="M0 60H80"/></svg> 2 1 0; 2026-06-22 1.50 \
        2026-06-15 0.50;worse 1.50 0.50
        """)
  }

  @Test func aWeekWithoutDataIsALine() async throws {
    let written = try await weeks(
      "reads,,2026-06-15,2026-06-16,1,1\nreads,,2026-06-22,2026-06-23,,\nreads,,2026-06-28,2026-06-29,,")
    #expect(written.contains(#"<path class="is-no-data" d="M42 118h36V120h-36z"/>"#))
    #expect(written.hasSuffix("2026-06-22 2026-06-15 0.00;"))
  }

  @Test func aRateBeyondTheChartEndsAtItsTop() async throws {
    let written = try await weeks("reads,,2026-06-15,2026-06-16,1,1\nreads,,2026-06-28,2026-06-29,0,1")
    #expect(written.contains(#"<path class="is-breached" d="M42 0h36V120h-36z"/>"#))
    #expect(written.contains("</svg> 10 0;"))
  }

  @Test func aLineHasNoMorePointsThanItIsWide() async throws {
    func time(_ minute: Int) -> String {
      func digits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
      return "2026-06-\(26 + minute / 1_440)T\(digits(minute % 1_440 / 60)):\(digits(minute % 60)):00Z"
    }
    let minutes = (0..<4_320).map { "reads,,\(time($0)),\(time($0 + 1)),1,1" }.joined(separator: "\n")
    let written = try await write(
      "service-level", "{{#level.objectives}}{{#now}}{{burnDown}}{{/now}}{{/level.objectives}}",
      page: "service-levels/reads/index.html", site(minutes), asOf: "2026-06-28")
    #expect(written.matches(of: #/L/#).count < 2_100)
  }

  @Test func oneWeekIsNoTrend() async throws {
    #expect(try await weeks("reads,,2026-06-28,2026-06-29,1,1") == "; 2026-06-22 0.00;")
  }
}

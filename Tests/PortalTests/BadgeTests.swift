import Platform
import TestSupport
import Testing

@testable import Portal

/// Badges as files, and how a page offers its own.
@Suite struct BadgeTests {
  private static let site =
    platform + "\n" + capability("secrets", title: #""A <b> & [\"c\"]\n]]>""#) + """

      -- slo.yaml --
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: reads, displayName: Reads, annotations: {portico/capability: secrets}}
      spec:
        service: s
        indicator: {metadata: {name: i}, spec: {ratioMetric: {counter: true, good: &m {metricSource: {type: P, spec: {query: q}}}, total: *m}}}
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{displayName: x, target: 0.9}]
      ---
      apiVersion: portico/v1
      kind: Measurements
      metadata: {name: m}
      spec:
        slo: reads
        asOf: 2026-06-30
        slices: [{from: 2026-06-29, to: 2026-06-30, good: 96, total: 100}]
      """

  @Test func serviceLevelHasADataFileForShields() async {
    let site = await TestSite(BadgeTests.site).build()
    #expect(
      site.text("badges/slo/reads.json") == """
        {
          "schemaVersion": 1,
          "label": "Reads",
          "message": "met, 60 % of the budget left",
          "color": "1a6b3c"
        }

        """)
  }

  @Test func imageIsAsWideAsItsTexts() {
    let badge = Badge(label: "lll", lifecycle: .production, level: nil)
    #expect(
      String(decoding: badge.svg, as: UTF8.self) == """
        <svg xmlns="http://www.w3.org/2000/svg" width="97" height="20" role="img"><title>lll: production</title>\
        <rect width="97" height="20" rx="3" fill="#3b4252"/>\
        <path d="M24 0h70a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-70z" fill="#5b6470"/>\
        <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">\
        <text x="6" y="14" textLength="12" lengthAdjust="spacingAndGlyphs">lll</text>\
        <text x="30" y="14" textLength="61" lengthAdjust="spacingAndGlyphs">production</text></g></svg>

        """)
  }

  @Test func titlesAreEscapedInTheImageAndInTheMarkdown() async {
    let site = await TestSite(BadgeTests.site).build(baseURL: "https://x.example.com/p/")
    let image = site.text("badges/capability/secrets.svg")
    #expect(
      image?.contains("<title>A &lt;b&gt; &amp; [&quot;c&quot;] ]]&gt;: met, 60 % of the budget left</title>") == true
    )
    #expect(
      site.main("secrets/index.html")?.contains(
        "<pre tabindex=\"0\"><code>[![A &lt;b&gt; &amp; \\[&quot;c&quot;\\] \\]\\]&gt;]"
          + "(https://x.example.com/p/badges/capability/secrets.svg)](https://x.example.com/p/secrets/)</code></pre>")
        == true)
  }

  @Test func pageOffersNoMarkdownWithoutAnAddress() async {
    let site = await TestSite(BadgeTests.site).build()
    let main = site.main("secrets/index.html")
    #expect(main?.contains("<img src=\"../badges/capability/secrets.svg\"") == true)
    #expect(main?.contains("[![") == false)
  }
}

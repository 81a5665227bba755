import Reports
import Testing

@Suite struct JUnitReporterTests {
  @Test func errorsAreFailuresAndWarningsSkipped() {
    #expect(
      Sample.report(JUnitReporter(isStrict: false), Array(Sample.findings.prefix(3))) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="portico" tests="3" failures="2" errors="0" skipped="1" time="0">
        <testsuite name="a b/é.md" tests="3" failures="2" errors="0" skipped="1" time="0">
        <testcase name="unknown-key: no key &#39;titel&#39;" classname="a b/é" file="a b/é.md" line="2" time="0">
        <skipped message="no key &#39;titel&#39;" type="unknown-key">
        a b/é.md:2:1: warning: no key &#39;titel&#39; [unknown-key]
          2 | titel: A
            | ^~~~~
        </skipped>
        </testcase>
        <testcase name="broken-link: no page &#39;a&amp;b.md&#39;" classname="a b/é" file="a b/é.md" line="4" time="0">
        <failure message="no page &#39;a&amp;b.md&#39;" type="broken-link">
        a b/é.md:4:8: error: no page &#39;a&amp;b.md&#39; [broken-link]
          4 | é😀 [x](a&amp;b.md)
            |        ^~~~~~
          note: Looked in content.
          help: Did you mean &#39;a.md&#39;?
        </failure>
        </testcase>
        <testcase name="broken-link: no page &#39;a&amp;b.md&#39; (2)" classname="a b/é" file="a b/é.md" line="4" time="0">
        <failure message="no page &#39;a&amp;b.md&#39;" type="broken-link">
        a b/é.md:4:8: error: no page &#39;a&amp;b.md&#39; [broken-link]
          4 | é😀 [x](a&amp;b.md)
            |        ^~~~~~
          help: Did you mean &#39;a.md&#39;?
        </failure>
        </testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func warningsFailAStrictRun() {
    let report = Sample.report(JUnitReporter(isStrict: true), Array(Sample.findings.prefix(1)))
    #expect(report.contains("tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\""))
    #expect(!report.contains("<skipped"))
  }

  @Test func runWithoutFindingsIsATestThatPassed() {
    #expect(
      Sample.report(JUnitReporter(isStrict: false), []).contains(
        "<testcase name=\"no findings\" classname=\"portico\" time=\"0\"/>"))
  }
}

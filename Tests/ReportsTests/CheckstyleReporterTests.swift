import Reports
import Testing

@Suite struct CheckstyleReporterTests {
  @Test func findingsStandInTheirFiles() {
    #expect(
      Sample.report(CheckstyleReporter()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="4.3">
        <file name="a b/é.md">
        <error line="2" column="1" severity="warning" message="no key &#39;titel&#39;." source="portico.unknown-key"/>
        <error line="4" column="8" severity="error" message="no page &#39;a&amp;b.md&#39;. Looked in content. Did you mean &#39;a.md&#39;?" source="portico.broken-link"/>
        <error line="4" column="8" severity="error" message="no page &#39;a&amp;b.md&#39;. Did you mean &#39;a.md&#39;?" source="portico.broken-link"/>
        </file>
        <file name=".">
        <error line="1" column="1" severity="error" message="&lt;\u{FFFD}&gt;." source="portico.broken-link"/>
        </file>
        </checkstyle>

        """)
  }

  @Test func reportWithoutFindingsIsWhole() {
    #expect(
      Sample.report(CheckstyleReporter(), [])
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n</checkstyle>\n")
  }
}

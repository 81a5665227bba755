import Bytes
import Diagnostics
import Reports
import Testing

/// Places on long lines, such as those of HTML that a program wrote.
@Suite struct ExcerptTests {
  @Test func columnsOfALongLineAreThoseOfAShortOne() {
    let line = String(repeating: "é😀", count: 3_000)
    let bytes = line.utf8.count
    let findings = [0, 6, 6_000, bytes - 6, bytes].map {
      Diagnostic(Sample.link, "m", at: SourceSpan(path: "a", line: 1, column: $0 + 1, length: 6))
    }
    let report = TextReporter(colour: false).report(findings) { _ in Array(line.utf8) }.text
    let columns = report.matches(of: #/a:1:(\d+):/#).map { Int($0.1) }
    #expect(columns == [1, 3, 2_001, 5_999, 6_001])
  }

  @Test func manyFindingsOnOneLineAreWrittenInLinearTime() {
    let link = "[x](gone.md) "
    let line = Array(String(repeating: link, count: 20_000).utf8)
    let findings = (0..<20_000).map {
      Diagnostic(Sample.link, "m", at: SourceSpan(path: "a", line: 1, column: $0 * 13 + 5, length: 7))
    }
    let report = TextReporter(colour: false).report(findings) { _ in line }.text
    #expect(report.contains("a:1:259992: error: m [broken-link]\n"))
  }
}

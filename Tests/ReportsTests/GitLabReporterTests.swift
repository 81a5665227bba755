import Diagnostics
import Foundation
import Reports
import Testing

@Suite struct GitLabReporterTests {
  private struct Finding: Decodable, Equatable {
    struct Location: Decodable, Equatable {
      struct Lines: Decodable, Equatable { let begin: Int }
      let path: String
      let lines: Lines
    }
    let description: String
    let check_name: String
    let fingerprint: String
    let severity: String
    let location: Location
  }

  private func read(_ findings: [Diagnostic]) throws -> [Finding] {
    try JSONDecoder().decode([Finding].self, from: Data(Sample.report(GitLabReporter(), findings).utf8))
  }

  @Test func findingHasItsDescriptionSeverityAndPlace() throws {
    let found = try read(Sample.findings)
    #expect(found.map(\.severity) == ["minor", "major", "major", "major"])
    #expect(found.map(\.check_name) == ["unknown-key", "broken-link", "broken-link", "broken-link"])
    #expect(found[1].description == "no page 'a&b.md'. Looked in content. Did you mean 'a.md'?")
    #expect(found.map(\.location.path) == ["a b/é.md", "a b/é.md", "a b/é.md", "."])
    #expect(found.map(\.location.lines.begin) == [2, 4, 4, 1])
  }

  @Test func everyFindingHasAFingerprintOfItsOwn() throws {
    #expect(Set(try read(Sample.findings).map(\.fingerprint)).count == 4)
  }

  @Test func fingerprintsStayWhenLinesMove() throws {
    let moved = Sample.findings.map { finding in
      let span = finding.span.map { SourceSpan(path: $0.path, line: $0.line + 7, column: 3, length: 1) }
      return Diagnostic(finding.rule, finding.message, at: span)
    }
    #expect(try read(moved).map(\.fingerprint) == read(Sample.findings).map(\.fingerprint))
  }

  @Test func reportWithoutFindingsIsAnEmptyList() throws {
    #expect(try read([]) == [])
  }
}

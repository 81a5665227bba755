package import Bytes
package import Diagnostics

/// Findings as results of tests in JUnit's XML, a suite for each file: what fails the run is a test that failed, any other
/// finding one that was skipped.
///
/// Format: what Jenkins and GitLab read, as <https://github.com/testmoapp/junitxml> has put it together.
package struct JUnitReporter: Reporter {
  private let isStrict: Bool

  /// - Parameter isStrict: whether warnings fail the run.
  package init(isStrict: Bool) { self.isStrict = isStrict }

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var occurrences = Occurrences()
      var buffer = ByteBuffer()
      buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
      buffer.append(tag: "testsuites", [("name", "portico")] + counts(of: diagnostics[...]))
      // Without any test, a report counts as one that is not there.
      if diagnostics.isEmpty { buffer.appendPassedTest() }
      for (path, findings) in diagnostics.byFile {
        buffer.append(tag: "testsuite", [("name", path)] + counts(of: findings))
        for finding in findings { write(finding, number: occurrences.number(of: finding), &excerpts, to: &buffer) }
        buffer.append("</testsuite>\n")
      }
      buffer.append("</testsuites>\n")
      return buffer
    }
  }

  private func write(
    _ finding: Diagnostic, number: Int, _ excerpts: inout SourceExcerpts, to buffer: inout ByteBuffer
  ) {
    let name = "\(finding.rule.id): \(finding.message)" + (number > 1 ? " (\(number))" : "")
    let path = finding.place.path
    buffer.append(
      tag: "testcase",
      [
        ("name", name), ("classname", ContentPath.join(ContentPath.folder(of: path), ContentPath.stem(of: path))),
        ("file", path), ("line", String(finding.place.line)), ("time", "0"),
      ])
    let kind = isFailure(finding) ? "failure" : "skipped"
    buffer.append(tag: kind, [("message", finding.message), ("type", finding.rule.id)])
    var text = ByteBuffer()
    TextReporter(colour: false).write(finding, &excerpts, to: &text)
    buffer.append(text.bytes, escaping: .xml)
    buffer.append("</\(kind)>\n</testcase>\n")
  }

  private func isFailure(_ finding: Diagnostic) -> Bool { finding.fails(strictly: isStrict) }

  private func counts(of findings: ArraySlice<Diagnostic>) -> [(name: String, value: String)] {
    let failures = findings.count(where: isFailure)
    return [
      ("tests", String(max(findings.count, 1))), ("failures", String(failures)), ("errors", "0"),
      ("skipped", String(findings.count - failures)), ("time", "0"),
    ]
  }
}

extension ByteBuffer {
  fileprivate mutating func appendPassedTest() {
    append(
      tag: "testsuite", [("name", "portico"), ("tests", "1"), ("failures", "0"), ("errors", "0"), ("skipped", "0")])
    append(tag: "testcase", [("name", "no findings"), ("classname", "portico"), ("time", "0")], isEmpty: true)
    append("</testsuite>\n")
  }
}

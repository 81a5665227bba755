import Foundation
import TestSupport
import Testing

/// Sites with faults, each with the whole report that it gets (`Tests/Fixtures/sites/invalid`).
///
/// With `PORTICO_RECORD=1` in the environment a run writes the reports anew, and fails all the same, so that nobody takes
/// it for a check.
@Suite struct InvalidSiteTests {
  private static let root = TestSite.repository + "/Tests/Fixtures/sites/invalid"
  private static let isRecording = ProcessInfo.processInfo.environment["PORTICO_RECORD"] != nil

  private static let names: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func thereAreSites() { #expect(InvalidSiteTests.names.count >= 40) }

  @Test(arguments: names) func reportIsAsRecorded(name: String) throws {
    let folder = InvalidSiteTests.root + "/" + name
    let run = try Program.run("check", "--quiet", "--as-of", "2026-06-30", in: folder)
    let report = run.output + "exit status \(run.status)\n"
    let file = folder + "/expected.txt"
    if InvalidSiteTests.isRecording {
      try report.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded anew; look at the difference, then run without PORTICO_RECORD")
    } else {
      let expected = try? String(contentsOfFile: file, encoding: .utf8)
      #expect(
        report == expected, "If the new report is right, run once with PORTICO_RECORD=1 and look at the difference.")
    }
    #expect(run.errors == "")
  }
}

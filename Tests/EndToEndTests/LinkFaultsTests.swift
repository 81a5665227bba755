import Foundation
import TestSupport
import Testing

/// Sites with known faults of all kinds, and with what looks like faults and is none (`Tests/LinkFaults`).
@Suite(.enabled(if: Python.isThere, "needs the Python of 'make test'"))
struct LinkFaultsTests {
  @Test(arguments: ["source", "output"]) func findsAllFaultsAndNothingElse(form: String) throws {
    let script = TestSite.repository + "/Tests/LinkFaults/compare.py"
    let comparison = try Python.run([script, Program.path, form, "--pages", "60"])
    #expect(comparison.status == 0, "\(String(decoding: comparison.output, as: UTF8.self))")
  }
}

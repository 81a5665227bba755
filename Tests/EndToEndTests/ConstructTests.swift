import Foundation
import TestSupport
import Testing

/// Constructs of all dialects, each with the `<main>` of the page that it gives (`Tests/Fixtures/constructs`).
///
/// With `PORTICO_RECORD=1` in the environment a run writes the pages anew, and fails all the same, so that nobody takes
/// it for a check.
@Suite struct ConstructTests {
  private static let root = TestSite.repository + "/Tests/Fixtures/constructs"
  private static let isRecording = ProcessInfo.processInfo.environment["PORTICO_RECORD"] != nil

  private static let files: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()
  private static let names = files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }

  @Test func everyPageHasAText() {
    let pages = ConstructTests.files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }
    #expect(pages.filter { !ConstructTests.names.contains($0) } == [])
  }

  /// What needs libraries that `make test` sets up; without them it is not held.
  private static let drawn: Set<String> = TestSite.drawsDiagrams ? [] : ["diagrams"]

  @Test(arguments: names.filter { !drawn.contains($0) }) func pageIsAsRecorded(name: String) async throws {
    var site = TestSite("")
    // What the constructs ask for lies in folders beside them.
    for file in FileManager.default.enumerator(atPath: ConstructTests.root)?.compactMap({ $0 as? String }) ?? []
    where file.contains("/") || file == name + ".md" {
      site.set(file, FileManager.default.contents(atPath: ConstructTests.root + "/" + file).map { Array($0) })
    }
    let page = try #require(await site.build().main(name + "/index.html"))
    let file = ConstructTests.root + "/" + name + ".html"
    if ConstructTests.isRecording {
      try page.write(toFile: file, atomically: true, encoding: .utf8)
      Issue.record("recorded anew; look at the difference, then run without PORTICO_RECORD")
    } else {
      let expected = try? String(contentsOfFile: file, encoding: .utf8)
      #expect(
        page == expected, "If the new page is right, run once with PORTICO_RECORD=1 and look at the difference.")
    }
  }
}

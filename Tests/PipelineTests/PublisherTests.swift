import Diagnostics
import Files
import Foundation
import Pipeline
import TestSupport
import Testing

/// Writing a site into a folder on disk.
@Suite struct PublisherTests {
  private let temporary: TemporaryFolder
  /// The output folder.
  private var site: String { temporary.path + "/site" }

  init() throws { temporary = try TemporaryFolder() }

  @discardableResult
  private func publish(_ text: String, to folder: String? = nil, jobs: Int = 1) async throws -> Publisher.Report {
    let built = await TestSite(text).build(jobs: jobs, themes: PublisherTests.bareTheme)
    return try await Publisher(folder: folder ?? site, jobs: jobs).publish(built.result)
  }

  /// A theme that makes files that a test can state.
  private static let bareTheme = TestSite(
    """
    -- portico/layouts/page.mustache --
    {{page.title}}
    -- portico/layouts/section.mustache --
    {{page.title}}
    -- portico/layouts/404.mustache --
    -- portico/layouts/redirect.mustache --
    """
  ).asThemes

  private func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: temporary.path + "/" + path)[.modificationDate] as? Date
  }

  /// What a site without pages consists of.
  private static let outputs = [
    "404.html", "api/v1/pages.json", "api/v1/schemas/pages.schema.json", "api/v1/schemas/site.schema.json",
    "api/v1/schemas/urls.schema.json", "api/v1/site.json", "api/v1/urls.json", "index.html", "llms.txt", "robots.txt",
  ]
  private static let plain = ([".portico-receipt"] + outputs).map { "site/" + $0 }

  // MARK: Writing

  @Test func leavesTheSiteAsItWasIfItsFilesAreNotAccepted() async throws {
    try await publish("-- a.md --\n# Old")
    let before = temporary.files
    let built = await TestSite("-- a.md --\n# New\n-- b.md --")
      .build(themes: PublisherTests.bareTheme)
    let publisher = Publisher(folder: site, jobs: 1)
    let refused = try await publisher.publish(built.result, accepts: { _ in false })
    #expect(!refused.isPublished)
    #expect(temporary.files == before)
    #expect(temporary.text("site/a/index.html") == "Old\n")
    #expect(try await publisher.publish(built.result).isPublished)
    #expect(temporary.text("site/a/index.html") == "New\n")
  }

  @Test func makesNoFolderForASiteThatIsNotAccepted() async throws {
    let built = await TestSite("-- a.md --").build(themes: PublisherTests.bareTheme)
    _ = try await Publisher(folder: site, jobs: 1).publish(built.result, accepts: { _ in false })
    #expect(!temporary.contains("site"))
  }

  @Test func firstBuildWritesEverything() async throws {
    let report = try await publish("-- a.md --")
    #expect((report.written, report.unchanged, report.removed) == (12, 0, 0))
    #expect(temporary.files == (PublisherTests.plain + ["site/a/index.html", "site/a/index.md"]).sorted())
    #expect(temporary.text("site/a/index.html") == "A\n")
  }

  @Test func receiptNamesWhatWasWritten() async throws {
    try await publish("-- a.md --")
    #expect(
      temporary.text("site/.portico-receipt")
        == "# Files that portico made here. It changes and removes no others.\n"
        + (PublisherTests.outputs + ["a/index.html", "a/index.md"]).sorted().map { $0 + "\n" }.joined())
  }

  @Test func secondBuildWritesNothing() async throws {
    try await publish("-- a.md --")
    let old = Date(timeIntervalSince1970: 1_000_000)
    try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: site + "/a/index.html")
    let report = try await publish("-- a.md --")
    #expect((report.written, report.unchanged, report.removed) == (0, 12, 0))
    #expect(try modified("site/a/index.html") == old)
  }

  @Test func onlyWhatChangedIsWritten() async throws {
    try await publish("-- a.md --\n-- b.md --")
    let report = try await publish("-- a.md --\n# New\n-- b.md --")
    #expect((report.written, report.unchanged, report.removed) == (5, 9, 0))
    #expect(temporary.text("site/a/index.html") == "New\n")
  }

  @Test func fileOfAnEarlierBuildThatWasDamagedIsMended() async throws {
    try await publish("-- a.md --")
    try temporary.write(Array("x".utf8), to: "site/a/index.html")
    let report = try await publish("-- a.md --")
    #expect(report.written == 1)
    #expect(temporary.text("site/a/index.html") == "A\n")
  }

  @Test func missingParentFoldersAreMade() async throws {
    try await publish("", to: temporary.path + "/deep/er/site")
    #expect(temporary.contains("deep/er/site/index.html"))
  }

  @Test func folderMayBeReachedThroughASymbolicLink() async throws {
    try temporary.write("-- real/keep.txt --")
    try temporary.link("site", to: "real")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.isEmpty)
    #expect(temporary.contains("real/a/index.html"))
  }

  @Test func sameBytesOnDiskFromOneJobAndFromEight() async throws {
    let text = (0..<200).map { "-- d\($0 % 9)/p\($0).md --\n# P\($0)" }.joined(separator: "\n")
    try await publish(text, jobs: 1)
    try await publish(text, to: temporary.path + "/other", jobs: 8)
    let files = temporary.files.filter { $0.hasPrefix("site/") }
    #expect(files.count == 420)
    for file in files {
      #expect(temporary.text(file) == temporary.text("other/" + file.dropFirst(5)), "\(file)")
    }
  }

  // MARK: Removing

  @Test func staleFilesAreRemovedAndTheirEmptyFoldersWithThem() async throws {
    try await publish("-- a/b/c.md --\n-- d.md --")
    let report = try await publish("-- d.md --")
    #expect(report.removed == 4)
    #expect(temporary.files == (PublisherTests.plain + ["site/d/index.html", "site/d/index.md"]).sorted())
    #expect(!temporary.contains("site/a"))
  }

  @Test func folderWithAFileOfOtherMakingStays() async throws {
    try await publish("-- a/b.md --")
    try temporary.write("-- site/a/mine.txt --\nmine")
    try await publish("")
    #expect(temporary.files == (PublisherTests.plain + ["site/a/mine.txt"]).sorted())
  }

  @Test func fileThatBecomesAFolderIsReplaced() async throws {
    try await publish("-- notes --\nplain")
    let report = try await publish("-- notes.md --")
    #expect(report.diagnostics.map(\.message) == [])
    #expect(temporary.text("site/notes/index.html") == "Notes\n")
  }

  @Test func folderThatBecomesAFileIsReplaced() async throws {
    try await publish("-- notes.md --")
    let report = try await publish("-- notes --\nplain")
    #expect(report.diagnostics.map(\.message) == [])
    #expect(temporary.text("site/notes") == "plain\n")
  }

  @Test func folderWithAFileOfOtherMakingDoesNotBecomeAFile() async throws {
    try await publish("-- notes.md --")
    try temporary.write("-- site/notes/mine.txt --\nmine")
    let report = try await publish("-- notes --\nplain")
    #expect(report.diagnostics.map(\.rule.id) == ["output-failed"])
    #expect(temporary.text("site/notes/mine.txt") == "mine\n")
  }

  // MARK: Files of other making

  @Test func fileOfOtherMakingIsNeverOverwritten() async throws {
    try temporary.write("-- site/a/index.html --\nmine")
    let report = try await publish("-- a.md --")
    #expect(
      report.diagnostics.map(\.message) == ["Portico did not make '\(site)/a/index.html' and will not overwrite it"])
    #expect(temporary.files == ["site/a/index.html"])
    #expect(temporary.text("site/a/index.html") == "mine\n")
  }

  @Test func fileOfOtherMakingIsNeverRemoved() async throws {
    try await publish("-- a.md --")
    try temporary.write("-- site/CNAME --\nexample.com")
    try await publish("")
    #expect(temporary.text("site/CNAME") == "example.com\n")
  }

  @Test func fileOfOtherMakingWithTheSameBytesIsAccepted() async throws {
    try temporary.write("-- site/a/index.html --\nA")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.isEmpty)
    #expect((report.written, report.unchanged) == (11, 1))
  }

  @Test func folderInTheWayOfAFileIsNeverRemoved() async throws {
    try temporary.write("-- site/notes/mine.txt --\nmine")
    let report = try await publish("-- notes --\nplain")
    #expect(report.diagnostics.map(\.rule.id) == ["foreign-file"])
    #expect(temporary.files == ["site/notes/mine.txt"])
  }

  // MARK: Links that lead outside

  @Test func linkInPlaceOfAFolderIsNotWrittenThrough() async throws {
    try temporary.write("-- outside/keep.txt --\nkeep\n-- site/keep.txt --")
    try temporary.link("site/a", to: "../outside")
    let report = try await publish("-- a/b.md --")
    #expect(report.diagnostics.map(\.rule.id) == ["foreign-file"])
    #expect(report.diagnostics.map(\.message) == ["Portico did not make '\(site)/a' and will not overwrite it"])
    #expect(temporary.files == ["outside/keep.txt", "site/a", "site/keep.txt"])
  }

  @Test func linkThatReplacedAFolderOfAnEarlierBuildIsNotWrittenThrough() async throws {
    try await publish("-- a/b.md --")
    try temporary.remove("site/a")
    try temporary.write("-- outside/keep.txt --\nkeep")
    try temporary.link("site/a", to: "../outside")
    let report = try await publish("-- a/b.md --\n# New")
    #expect(report.diagnostics.map(\.rule.id) == ["foreign-file"])
    #expect(temporary.files.filter { $0.hasPrefix("outside") } == ["outside/keep.txt"])
  }

  @Test func linkInPlaceOfAStaleFolderIsNotRemovedThrough() async throws {
    try await publish("-- a/b.md --")
    try temporary.remove("site/a")
    try temporary.write("-- outside/b/index.html --\nprecious\n-- outside/index.html --\nprecious")
    try temporary.link("site/a", to: "../outside")
    try await publish("")
    #expect(temporary.text("outside/b/index.html") == "precious\n")
    #expect(temporary.text("outside/index.html") == "precious\n")
  }

  @Test func linkInPlaceOfAFileIsReplacedAndItsTargetKept() async throws {
    try await publish("-- a.md --")
    try temporary.remove("site/a/index.html")
    try temporary.write("-- outside.html --\nprecious")
    try temporary.link("site/a/index.html", to: "../../outside.html")
    try await publish("-- a.md --")
    #expect(temporary.text("outside.html") == "precious\n")
    #expect(
      try FileManager.default.attributesOfItem(atPath: site + "/a/index.html")[.type] as? FileAttributeType
        == .typeRegular)
  }

  @Test func linkInPlaceOfTheTemporaryFolderIsNotFollowed() async throws {
    try temporary.write("-- outside/keep.txt --\nkeep\n-- site/keep.txt --")
    try temporary.link("site/.portico-new", to: "../outside")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.map(\.rule.id) == ["foreign-file"])
    #expect(temporary.files == ["outside/keep.txt", "site/.portico-new", "site/keep.txt"])
  }

  // MARK: The receipt

  @Test(arguments: [
    "../precious.txt", "/etc/hostname", "a/../../precious.txt", "./../precious.txt", "..", ".", "",
    "a//../../precious.txt",
  ])
  func receiptOfAnotherHandHarmsNothingOutside(line: String) async throws {
    try temporary.write("-- precious.txt --\nprecious\n-- site/.portico-receipt --\n\(line)")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.isEmpty)
    #expect(report.removed == 0)
    #expect(temporary.text("precious.txt") == "precious\n")
    #expect(
      temporary.files == (PublisherTests.plain + ["precious.txt", "site/a/index.html", "site/a/index.md"]).sorted())
  }

  @Test func receiptThatNamesItselfStays() async throws {
    try temporary.write("-- site/.portico-receipt --\n.portico-receipt")
    try await publish("")
    #expect(temporary.text("site/.portico-receipt")?.hasSuffix("\nindex.html\nllms.txt\nrobots.txt\n") == true)
  }

  @Test func receiptThatIsNoTextIsHarmless() async throws {
    try temporary.write([0, 255, 254, 10, 0], to: "site/.portico-receipt")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.isEmpty)
  }

  @Test func receiptSurvivesABuildThatFails() async throws {
    try await publish("-- a.md --")
    let receipt = temporary.text("site/.portico-receipt")
    try temporary.write("-- site/b/index.html --\nmine")
    try await publish("-- b.md --")
    #expect(temporary.text("site/.portico-receipt") == receipt)
    #expect(temporary.text("site/a/index.html") == "A\n")
  }

  // MARK: What cannot be written

  @Test func leftoversOfABuildThatWasKilledAreCleared() async throws {
    try temporary.write(
      "-- site/.portico-new/0 --\nhalf\n-- site/.portico-new/17 --\nhalf\n-- site/.portico-receipt.new --\nhalf")
    let report = try await publish("")
    #expect(report.diagnostics.isEmpty)
    #expect(temporary.files == PublisherTests.plain)
    #expect(!temporary.contains("site/.portico-new"))
  }

  @Test func outputsOfABuildThatWasKilledAreOurs() async throws {
    // A killed build has named its files in the receipt before it made some of them.
    try temporary.write("-- site/.portico-receipt --\na/index.html\n-- site/a/index.html --\nhalf")
    let report = try await publish("-- a.md --")
    #expect(report.diagnostics.isEmpty)
    #expect(temporary.text("site/a/index.html") == "A\n")
  }

  @Test func outputThatIsAFileIsRefused() async throws {
    try temporary.write("-- site --\nmine")
    await #expect(throws: FileError.self) { try await publish("") }
    #expect(temporary.text("site") == "mine\n")
  }

  @Test func parentThatIsAFileIsRefused() async throws {
    try temporary.write("-- file --\nmine")
    await #expect(throws: FileError.self) { try await publish("", to: temporary.path + "/file/site") }
    #expect(temporary.files == ["file"])
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere")) func readOnlyFolderIsRefused() async throws {
    try temporary.write("-- site/keep.txt --")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: site)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: site) }
    await #expect(throws: FileError.self) { try await publish("") }
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write anywhere")) func readOnlyParentIsRefused() async throws {
    try temporary.write("-- parent/keep.txt --")
    let parent = temporary.path + "/parent"
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: parent)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: parent) }
    await #expect(throws: FileError.self) { try await publish("", to: parent + "/site") }
  }

  @Test func secondBuildAtOnceIsRefused() async throws {
    try temporary.write("-- site/keep.txt --")
    let lock = try FolderLock(folder: site)
    await #expect(throws: FileError.self) { try await publish("-- a.md --") }
    #expect(temporary.files == ["site/keep.txt"])
    lock.release()
    let report = try await publish("-- a.md --")
    #expect(report.written == 12)
  }

  @Test func fileOfTheContentThatVanishedIsReportedAndOldFilesStay() async throws {
    try temporary.write("-- content/logo.svg --\nlogo")
    let built = await TestSite.build(FileTree(folder: temporary.path + "/content"), themes: PublisherTests.bareTheme)
    try await publish("-- old.md --")
    try temporary.remove("content/logo.svg")
    let report = try await Publisher(folder: site, jobs: 1).publish(built.result)
    #expect(report.diagnostics.map(\.rule.id) == ["output-failed"])
    #expect(temporary.text("site/old/index.html") == "Old\n")
  }
}

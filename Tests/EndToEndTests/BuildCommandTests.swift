import Foundation
import TestSupport
import Testing

/// `portico build` as a user runs it.
@Suite struct BuildCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func build(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    try Program.run(["build"] + arguments, in: folder.path, environment: environment)
  }

  // MARK: What it does

  @Test func siteIsWrittenIntoTheDefaultFolder() throws {
    try folder.write("-- content/a.md --\n# A")
    let run = try build()
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(folder.text("_site/a/index.html")?.contains("<h1 id=\"a\">A") == true)
  }

  @Test func summaryCountsWhatWasDone() throws {
    try folder.write("-- content/a.md --\n# A\n-- content/logo.png --")
    let run = try build()
    let pattern = #/4 pages, (\d+) files, \1 written, 0 errors, 0 warnings in \d+\.\d{3} s: _site\n/#
    #expect(try pattern.wholeMatch(in: run.errors) != nil, "\(run.errors)")
    #expect(try #/4 pages, \d+ files, 0 written, 0 errors/#.prefixMatch(in: build().errors) != nil)
    try folder.remove("content/a.md")
    let last = try build().errors
    #expect(try #/3 pages, \d+ files, 9 written, 4 removed, 0 errors/#.prefixMatch(in: last) != nil, "\(last)")
  }

  @Test func contentAndOutputMayBeNamed() throws {
    try folder.write("-- docs/a.md --")
    #expect(try build("docs", "--output", "public/site/").status == 0)
    #expect(folder.contains("public/site/a/index.html"))
  }

  @Test func baseURLAndDraftsAreTaken() throws {
    try folder.write("-- content/a.md --\n---\ndraft: true\n---")
    #expect(try build("--base-url", "https://example.com/docs", "--drafts").status == 0)
    #expect(folder.text("_site/sitemap.xml")?.contains("<loc>https://example.com/docs/a/</loc>") == true)
  }

  @Test func secondThemeChangesTheSheetThatAllPagesHave() throws {
    try folder.write("-- content/a.md --")
    #expect(try build("--theme", "ledger", "--output", "ledger").status == 0)
    #expect(try build("--output", "plain").status == 0)
    let sheet = #/assets/css/page\.[0-9a-f]{10}\.css/#
    let ledger = try #require(folder.text("ledger/a/index.html")?.firstMatch(of: sheet)?.output)
    let plain = try #require(folder.text("plain/a/index.html")?.firstMatch(of: sheet)?.output)
    #expect(ledger != plain)
    #expect(folder.text("ledger/\(ledger)")?.contains("--serif") == true)
  }

  @Test func themeMayBeAFolder() throws {
    try folder.write(
      """
      -- content/a.md --
      -- mine/theme.yaml --
      name: mine
      extends: portico
      -- mine/layouts/page.mustache --
      my {{page.title}}
      """)
    #expect(try build("--theme", "./mine").status == 0)
    #expect(folder.text("_site/a/index.html") == "my A\n")
  }

  @Test func buildIsTheSameTwiceWithAnyNumberOfJobs() throws {
    try folder.write(
      (0..<60).map { "-- content/d\($0 % 5)/p\($0).md --\n# P\($0)\n\n[x](../d\(($0 + 1) % 5)/p\(($0 + 1) % 60).md)" }
        .joined(separator: "\n"))
    for (output, jobs) in [("a", "1"), ("b", "8"), ("c", "1"), ("d", "8")] {
      #expect(try build("--output", output, "--jobs", jobs).status == 0)
    }
    let files = folder.files.filter { $0.hasPrefix("a/") }
    #expect(files.count > 60)
    for file in files {
      for other in ["b", "c", "d"] { #expect(folder.text(other + file.dropFirst()) == folder.text(file)) }
    }
  }

  // MARK: Faults in the content

  @Test func failedBuildLeavesTheSiteAsItWas() throws {
    try folder.write("-- content/a.md --\n# Old")
    #expect(try build().status == 0)
    let old = folder.files.map { [$0, folder.text($0) ?? ""] }.filter { $0[0].hasPrefix("_site") }
    try folder.write("-- content/a.md --\n# New\n\n[x](gone.md)")
    let run = try build()
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("content/a.md:3:5: error: no page or file 'gone.md' [broken-link]\n"))
    #expect(run.errors.hasSuffix(": '_site' was left as it was\n"))
    #expect(folder.files.map { [$0, folder.text($0) ?? ""] }.filter { $0[0].hasPrefix("_site") } == old)
  }

  @Test func failedFirstBuildWritesNothing() throws {
    try folder.write("-- content/a.md --\n[x](gone.md)")
    #expect(try build().status == 1)
    #expect(folder.files == ["content/a.md"])
  }

  @Test func keepGoingWritesAllTheSame() throws {
    try folder.write("-- content/a.md --\n[x](gone.md)")
    #expect(try build("--keep-going").status == 1)
    #expect(folder.contains("_site/a/index.html"))
  }

  @Test func warningsDoNotFailABuild() throws {
    try folder.write("-- content/a.md --\n---\ntitel: A\n---")
    #expect(try build().status == 0)
    #expect(folder.contains("_site/a/index.html"))
  }

  @Test func strictBuildFailsOnWarnings() throws {
    try folder.write("-- content/a.md --\n---\ntitel: A\n---")
    #expect(try build("--strict").status == 1)
    #expect(!folder.contains("_site"))
  }

  // MARK: What cannot go on

  @Test func missingContentIsRefused() throws {
    let run = try build()
    #expect(run.status == 2)
    #expect(run.errors.contains("There is no content folder 'content'. Name one: portico build FOLDER."))
  }

  @Test func contentThatIsAFileIsRefused() throws {
    try folder.write("-- content --")
    let run = try build()
    #expect(run.status == 2)
    #expect(run.errors.contains("The content 'content' is a file, not a folder."))
  }

  @Test func outputThatIsAFileIsRefused() throws {
    try folder.write("-- content/a.md --\n-- _site --\nmine")
    let run = try build()
    #expect(run.status == 2)
    #expect(run.errors.contains("The output '_site' is a file, not a folder. Name another with --output."))
    #expect(folder.text("_site") == "mine\n")
  }

  @Test(arguments: ["content", "content/", "content/public", "new/../content/x", "link/x"])
  func outputInsideTheContentIsRefused(output: String) throws {
    try folder.write("-- content/a.md --")
    try folder.link("link", to: "content")
    let run = try build("--output", output)
    #expect(run.status == 2)
    #expect(run.errors.contains("lies inside the content 'content'. Name one outside it."))
    #expect(folder.files == ["content/a.md", "link"])
  }

  @Test(arguments: [".", "./", "new/.."]) func outputRoundTheContentIsRefused(output: String) throws {
    try folder.write("-- content/a.md --")
    let run = try build("--output", output)
    #expect(run.status == 2)
    #expect(run.errors.contains("The content 'content' lies inside the output"))
    #expect(folder.files == ["content/a.md"])
  }

  @Test func rootOfTheFileSystemIsRefused() throws {
    // With a fault in the content, so that a program that does not refuse writes nothing all the same.
    try folder.write("-- content/a.md --\n[x](gone.md)")
    let run = try build("--output", "/")
    #expect(run.status == 2)
    #expect(run.errors.contains("The content 'content' lies inside the output '/'. Name one beside it."))
  }

  @Test func outputBelowAFileIsRefused() throws {
    try folder.write("-- content/a.md --\n-- file --")
    let run = try build("--output", "file/site")
    #expect(run.status == 2)
    #expect(run.errors.hasSuffix("error: cannot write to 'file/site': file/site: Not a directory\n"))
  }

  @Test func fileOfOtherMakingStopsTheBuild() throws {
    try folder.write("-- content/a.md --\n-- _site/a/index.html --\nmine")
    let run = try build()
    #expect(run.status == 2)
    #expect(
      run.output.hasPrefix(
        "error: Portico did not make '_site/a/index.html' and will not overwrite it [foreign-file]\n"))
    #expect(run.errors.hasSuffix(": not published\n"))
    #expect(folder.text("_site/a/index.html") == "mine\n")
  }

  @Test(arguments: [
    (["--jobs", "0"], "--jobs wants a number from 1 to 1024, not 0."),
    (["--jobs", "many"], "The value 'many' is invalid for '--jobs <jobs>'"),
    (["--as-of", "yesterday"], "--as-of wants a day such as 2026-06-30, not 'yesterday'."),
    (["--as-of", "2026-02-30"], "--as-of wants a day such as 2026-06-30, not '2026-02-30'."),
    (["--base-url", "example.com"], "--base-url wants an absolute URL such as https://portal.example.com/"),
    (["--theme", "portcio"], "There is no theme 'portcio'. Did you mean 'portico'?"),
    (["--format", "xml"], "The value 'xml' is invalid for '--format <format>'."),
    (["--output", ""], "--output wants a folder, not an empty text."),
    (["--quiet", "--verbose"], "--quiet and --verbose exclude each other."),
    (["--colour"], "Unknown option '--colour'"),
    (["one", "two"], "Unexpected argument 'two'"),
  ])
  func wrongUsageIsExplained(arguments: [String], message: String) throws {
    try folder.write("-- content/a.md --")
    let run = try Program.run(["build"] + arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(folder.files == ["content/a.md"])
  }

  // MARK: The day

  private static let roadmap = """
    -- content/roadmap.yaml --
    apiVersion: portico/v1
    kind: Roadmap
    metadata: {name: r}
    spec:
      updated: 2026-06-01
      items: [{id: a, title: A, problem: P, outcome: O, horizon: now, target: 2026-06-30}]
    """

  @Test(arguments: [("2026-06-30", false), ("2026-07-01", true)]) func dayDecidesWhatIsLate(day: String, isLate: Bool)
    throws
  {
    try folder.write(BuildCommandTests.roadmap)
    #expect(try build("--as-of", day).status == 0)
    #expect(folder.text("_site/roadmap/index.html")?.contains(">Late<") == isLate)
  }

  // 1782777600 is 2026-06-30T00:00:00Z.
  @Test(arguments: [("1782863999", false), ("1782864000", true)])
  func dayIsThatOfSourceDateEpoch(epoch: String, isLate: Bool) throws {
    try folder.write(BuildCommandTests.roadmap)
    #expect(try build(environment: ["SOURCE_DATE_EPOCH": epoch]).status == 0)
    #expect(folder.text("_site/roadmap/index.html")?.contains(">Late<") == isLate)
  }

  @Test func optionComesBeforeSourceDateEpoch() throws {
    try folder.write(BuildCommandTests.roadmap)
    #expect(try build("--as-of", "2026-01-01", environment: ["SOURCE_DATE_EPOCH": "1782864000"]).status == 0)
    #expect(folder.text("_site/roadmap/index.html")?.contains(">Late<") == false)
  }

  @Test func malformedSourceDateEpochIsRefused() throws {
    try folder.write("-- content/a.md --")
    let run = try build(environment: ["SOURCE_DATE_EPOCH": "today"])
    #expect(run.status == 2)
    #expect(run.errors.contains("SOURCE_DATE_EPOCH wants seconds since 1970 such as 1782777600, not 'today'."))
  }
}

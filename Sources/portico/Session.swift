import ArgumentParser
import Bytes
import Checks
import Diagnostics
import ExternalLinks
import Files
import ForeignSites
import Markdown
import Pipeline
import Platform
import Portal
import PublishedSite
import SiteModel
import Templates
import YAML

/// One run of a command over a site: the composition root, where the engine and the domain are put together.
struct Session {
  /// All rules, by what they are about, in the order of the stages of a build.
  static let ruleGroups: [(name: String, rules: [Rule])] = [
    ("Files", Rule.files), ("YAML", Rule.yaml), ("Markdown", Rule.markdown), ("Themes", Rule.templates),
    ("Pages and settings", Rule.siteModel), ("Sites of other generators", Rule.foreignSites),
    ("Platform", Rule.platform), ("Checks", Rule.checks), ("Published files", Rule.publishedSite),
    ("External links", Rule.externalLinks), ("Building", Rule.pipeline),
  ]

  static let rules = ruleGroups.flatMap(\.rules)

  /// Where a site is written to unless somebody says otherwise.
  static let outputFolder = "_site"

  /// The rules that nothing looks for unless an option of `check` asks.
  static let onRequest = VanishedAddresses.rules + [.coversChanged] + Rule.externalLinks

  private let options: SiteOptions
  private let buildOptions: BuildOptions
  private let earlier: EarlierContent?
  private let progress: Progress
  private let start = ContinuousClock.now

  init(_ options: SiteOptions) throws {
    self.options = options
    buildOptions = try options.buildOptions()
    earlier = try options.earlierContent()
    progress = Progress(isQuiet: options.quiet)
  }

  /// The folders on disk that the pages are read from.
  var contentFolders: [String] { buildOptions.content.roots }

  /// - Parameters:
  ///   - earlier: what the site is compared with.
  ///   - repository: what pages cover files of; nil for the one that the content lies in.
  func build(since earlierSite: EarlierSite? = nil, in repository: SiteRepository? = nil) async -> BuildResult {
    let content = buildOptions.content
    let settingsPath = content.contains("portico.yaml") ? content.displayPath("portico.yaml") : nil
    let comparison = earlierSite.map { VanishedAddresses(since: $0.addresses, settingsPath: settingsPath) }
    let facts = (repository ?? SiteRepository(content: options.content)).facts
    let build = Build(
      buildOptions,
      pageSources: [
        DomainPages(
          zones: TimeZones.rules, earlier: earlier, drawer: buildOptions.drawer, checks: SiteChecks.ofCatalogue)
      ],
      checks: SiteChecks.all(in: facts) + (comparison.map { [$0] } ?? []),
      knownRules: Session.rules)
    let result = await build.run(progress: progress.show)
    progress.clear()
    return result
  }

  /// Mends what has one certain remedy, as often as that brings up more of the kind.
  ///
  /// - Returns: what there is to say of what remains; nil unless nothing may be written.
  func fix(_ options: FixOptions) async throws -> ExitCode? {
    guard options.fix else { return nil }
    let fixer = Fixer(content: buildOptions.content)
    while true {
      let findings = findings(of: await build())
      let edits = fixer.edits(for: findings)
      if options.dryRun {
        Terminal.standardOutput.write(fixer.diff(of: edits).bytes)
        let made = Set(edits.flatMap(\.edits.made))
        return status(findings.filter { $0.fix.map { !made.contains($0) } ?? true })
      }
      let written = try fixer.write(edits)
      guard !written.isEmpty else { return nil }
      if !self.options.quiet { Terminal.standardError.write(fixer.diff(of: written).bytes) }
    }
  }

  /// The findings that count, in report order.
  ///
  /// - Parameters:
  ///   - others: what was found by others than the build, before the site's settings and comments.
  ///   - idle: the rules that nothing looked for.
  func findings(of result: BuildResult, and others: [Diagnostic] = [], idle: [Rule] = onRequest)
    -> [Diagnostic]
  {
    result.policy.apply(result.found + others, idle: idle)
  }

  /// What is wrong with the files that a build would write.
  func outputFindings(of result: BuildResult) async -> [Diagnostic] {
    guard result.isSound else { return [] }
    return await OutputCheck(result, in: Session.outputFolder).findings(jobs: buildOptions.jobs)
  }

  func publish(
    _ result: BuildResult, to folder: String, accepts: (_ found: [Diagnostic]) -> Bool
  ) async throws(FileError) -> Publisher.Report {
    let publisher = Publisher(folder: folder, jobs: buildOptions.jobs)
    let report = try await publisher.publish(result, progress: progress.show, accepts: accepts)
    progress.clear()
    return report
  }

  /// Writes the findings in all formats that were asked for, and the summary.
  ///
  /// - Parameter known: how many others a baseline has.
  func report(
    _ findings: [Diagnostic], of result: BuildResult, _ written: Publisher.Report? = nil, note: String? = nil,
    besides known: Int? = nil, as reports: ReportOptions
  ) throws {
    let writer = ReportWriter(options: reports, isStrict: options.strict, isAgainstBaseline: known != nil)
    writer.show(findings)
    if !options.quiet { summarise(result, findings, known, written, note: note) }
    try writer.writeFiles(findings)
  }

  /// One line on standard error: what there is, what was found, how long it took.
  private func summarise(
    _ result: BuildResult, _ diagnostics: [Diagnostic], _ known: Int?, _ written: Publisher.Report?, note: String?
  ) {
    let stderr = Terminal.standardError
    if options.verbose {
      var timings = result.timings
      if let written { timings.append((.write, written.time)) }
      for (stage, time) in timings { stderr.write("\(stage.rawValue): \(time.inSeconds)\n") }
    }
    let errors = diagnostics.count { $0.severity == .error }
    var parts = [counted(result.site.pages.count, "page"), counted(result.outputs.count, "file")]
    if let written, written.isPublished {
      parts.append("\(written.written) written")
      if written.removed > 0 { parts.append("\(written.removed) removed") }
    }
    parts += [counted(errors, "error"), counted(diagnostics.count - errors, "warning")]
    if let known { parts.append("\(known) known") }
    let elapsed = (ContinuousClock.now - start).inSeconds
    stderr.write(parts.joined(separator: ", ") + " in \(elapsed)" + (note.map { ": " + $0 } ?? "") + "\n")
  }

  /// The exit status that findings ask for.
  func status(_ diagnostics: [Diagnostic]) -> ExitCode {
    diagnostics.contains { $0.fails(strictly: options.strict) } ? ExitCode(1) : .success
  }
}

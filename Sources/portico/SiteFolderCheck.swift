import ArgumentParser
import Bytes
import Diagnostics
import Files
import Pipeline
import PublishedSite
import SiteModel

/// One run of `check --site`: a folder of published files, judged without their content.
struct SiteFolderCheck {
  private let folder: String
  private let settings: Outcome<SiteSettings>
  private let options: SiteOptions
  private let external: ExternalOptions
  private let start = ContinuousClock.now

  init(_ folder: String, _ settings: Outcome<SiteSettings>, _ options: SiteOptions, _ external: ExternalOptions) {
    self.folder = folder
    self.settings = settings
    self.options = options
    self.external = external
  }

  func run(besides known: KnownFindings?, as reports: ReportOptions) async throws -> ExitCode {
    let tree = FileTree(folder: folder)
    let site = SiteFolder(tree, jobs: options.jobCount)
    let host = options.hosting ?? settings.value.hosting
    let address = SiteAddress(baseURL: options.normalizedBaseURL ?? settings.value.baseURL)
    let report = await site.check(at: address, on: host)
    var found = settings.diagnostics + report.diagnostics
    if external.external {
      let references = await site.externalReferences(at: address, on: host)
      found += try external.findings(of: references, settings.value.check.external, isQuiet: options.quiet)
    }
    let all = FindingPolicy(settings.value.check, published: tree, knownRules: Session.rules).apply(found)
    let findings = known?.new(in: all) ?? all
    let writer = ReportWriter(options: reports, isStrict: options.strict, isAgainstBaseline: known != nil)
    writer.show(findings)
    if !options.quiet { summarise(report, findings, known.map { _ in all.count - findings.count }) }
    try writer.writeFiles(findings)
    let isFailure = findings.contains { $0.fails(strictly: options.strict) }
    try known?.settle(all, isPassing: !isFailure, idle: external.idleRules)
    return isFailure ? ExitCode(1) : .success
  }

  private func summarise(_ report: SiteFolder.Report, _ findings: [Diagnostic], _ known: Int?) {
    let errors = findings.count { $0.severity == .error }
    var counts = [
      counted(report.files, "page"), "\(report.size / 1_000_000) MB", counted(report.references, "link"),
      counted(errors, "error"), counted(findings.count - errors, "warning"),
    ]
    if let known { counts.append("\(known) known") }
    let elapsed = (ContinuousClock.now - start).inSeconds
    Terminal.standardError.write(counts.joined(separator: ", ") + " in \(elapsed)\n")
  }
}

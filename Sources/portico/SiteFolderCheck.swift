import ArgumentParser
import Bytes
import Diagnostics
import Files
import PublishedSite

/// One run of `check --site`: a folder of published files, judged without their content.
struct SiteFolderCheck {
  private let folder: String
  private let host: HostingProfile
  private let options: SiteOptions
  private let start = ContinuousClock.now

  init(_ folder: String, _ options: SiteOptions) {
    self.folder = folder
    host = options.hosting ?? .nginx
    self.options = options
  }

  func run(besides known: KnownFindings?, as reports: ReportOptions) async throws -> ExitCode {
    let report = await SiteFolder(FileTree(folder: folder), jobs: options.jobCount)
      .check(at: SiteAddress(baseURL: options.normalizedBaseURL), on: host)
    let findings = known?.new(in: report.diagnostics) ?? report.diagnostics
    let writer = ReportWriter(options: reports, isStrict: options.strict, isAgainstBaseline: known != nil)
    writer.show(findings)
    let errors = findings.count { $0.severity == .error }
    if !options.quiet {
      summarise(
        report, errors, warnings: findings.count - errors, known.map { _ in report.diagnostics.count - findings.count })
    }
    try writer.writeFiles(findings)
    let isFailure = errors > 0 || options.strict && !findings.isEmpty
    try known?.settle(report.diagnostics, isPassing: !isFailure, idle: [])
    return isFailure ? ExitCode(1) : .success
  }

  private func summarise(_ report: SiteFolder.Report, _ errors: Int, warnings: Int, _ known: Int?) {
    var counts = [
      counted(report.files, "page"), "\(report.size / 1_000_000) MB", counted(report.references, "link"),
      counted(errors, "error"), counted(warnings, "warning"),
    ]
    if let known { counts.append("\(known) known") }
    let elapsed = (ContinuousClock.now - start).inSeconds
    Terminal.standardError.write(counts.joined(separator: ", ") + " in \(elapsed)\n")
  }
}

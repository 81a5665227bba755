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

  func run(as reports: ReportOptions) async throws -> ExitCode {
    let report = await SiteFolder(FileTree(folder: folder), jobs: options.jobCount)
      .check(at: SiteAddress(baseURL: options.normalizedBaseURL), on: host)
    let writer = ReportWriter(options: reports, isStrict: options.strict)
    writer.show(report.diagnostics)
    let errors = report.diagnostics.count { $0.severity == .error }
    if !options.quiet { summarise(report, errors) }
    try writer.writeFiles(report.diagnostics)
    return errors > 0 || options.strict && !report.diagnostics.isEmpty ? ExitCode(1) : .success
  }

  private func summarise(_ report: SiteFolder.Report, _ errors: Int) {
    let counts = [
      counted(report.files, "page"), "\(report.size / 1_000_000) MB", counted(report.references, "link"),
      counted(errors, "error"), counted(report.diagnostics.count - errors, "warning"),
    ]
    let elapsed = (ContinuousClock.now - start).inSeconds
    Terminal.standardError.write(counts.joined(separator: ", ") + " in \(elapsed)\n")
  }
}

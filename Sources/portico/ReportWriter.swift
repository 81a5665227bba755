import ArgumentParser
import Bytes
import Diagnostics
import Files
import Reports

/// Writes the findings of a run in every format that was asked for.
struct ReportWriter {
  let options: ReportOptions
  /// Whether warnings fail the run.
  let isStrict: Bool
  /// Whether the findings are only those that a baseline does not have.
  let isAgainstBaseline: Bool
  private let repository = ReportPaths()

  init(options: ReportOptions, isStrict: Bool, isAgainstBaseline: Bool = false) {
    self.options = options
    self.isStrict = isStrict
    self.isAgainstBaseline = isAgainstBaseline
  }

  /// Writes the report that standard output holds alone, so that programs can read it.
  func show(_ findings: [Diagnostic]) {
    let output = Terminal.standardOutput
    output.write(report(findings, as: options.shown, colour: output.isColoured))
  }

  /// Writes the reports that go to files; ends the run with status 2, once all others are written, if one cannot be.
  func writeFiles(_ findings: [Diagnostic]) throws {
    var isComplete = true
    for file in options.files {
      guard let path = file.path else { continue }
      do {
        let folder = ContentPath.folder(of: path)
        if !folder.isEmpty { try SystemFile.makeFolder(folder) }
        try SystemFile.replace(path, with: report(findings, as: file.format, colour: false))
      } catch {
        Terminal.standardError.write("error: cannot write the report '\(path)': \(error.reason)\n")
        isComplete = false
      }
    }
    if !isComplete { throw ExitCode(2) }
  }

  private func report(_ findings: [Diagnostic], as format: ReportFormat, colour: Bool) -> [UInt8] {
    let reporter = reporter(for: format, colour: colour)
    if format.isLocal { return reporter.report(findings) { try? SystemFile.read($0) }.bytes }
    return reporter.report(repository.naming(findings)) { try? SystemFile.read(repository.diskPath($0)) }.bytes
  }

  private func reporter(for format: ReportFormat, colour: Bool) -> any Reporter {
    switch format {
    case .text: TextReporter(colour: colour)
    case .json: JSONReporter()
    case .sarif: SARIFReporter(version: Portico.version, isAgainstBaseline: isAgainstBaseline)
    case .junit: JUnitReporter(isStrict: isStrict)
    case .github: GitHubReporter()
    case .gitlab: GitLabReporter()
    case .checkstyle: CheckstyleReporter()
    case .markdown: MarkdownReporter()
    }
  }
}

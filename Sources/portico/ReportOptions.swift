import ArgumentParser
import Diagnostics
import Reports

/// How findings are written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case sarif
  case junit
  case github
  case gitlab
  case checkstyle
  case markdown

  /// Whether the format is for a person at this machine or a program that is run here; all others are for services that know
  /// files by their paths in the repository.
  var isLocal: Bool { self == .text || self == .json }

  /// The names, for messages.
  static let names = allCases.map(\.rawValue).joined(before: "or")
}

/// A report that goes to a file.
struct ReportFile {
  let format: ReportFormat
  /// Nil for standard output.
  let path: String?

  /// - Parameter argument: `FORMAT=FILE`, `FORMAT=-` or `FORMAT`.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]) else {
      let help =
        DidYouMean.help(for: parts[0], in: ReportFormat.allCases.map(\.rawValue)) ?? "There are \(ReportFormat.names)."
      throw ValidationError("--report: there is no format '\(parts[0])'. \(help)")
    }
    if parts.last?.isEmpty == true {
      throw ValidationError("--report: '\(argument)' names no file. Write '\(format.rawValue)=FILE'.")
    }
    self.format = format
    path = parts.count == 1 || parts[1] == "-" ? nil : parts[1]
  }
}

/// The options that say how findings are written, and where.
struct ReportOptions: ParsableArguments {
  @Option(help: "How to write findings to standard output: \(ReportFormat.names). (default: text)")
  var format: ReportFormat?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write findings to a file, too, in any of the formats; may be given several times.", valueName: "format=file"),
    transform: ReportFile.init)
  var files: [ReportFile] = []

  func validate() throws {
    let count = files.count { $0.path == nil } + (format == nil ? 0 : 1)
    guard count <= 1 else {
      throw ValidationError("Standard output holds one report. Give all others a file: --report FORMAT=FILE.")
    }
  }

  /// The format on standard output.
  var shown: ReportFormat { format ?? files.first { $0.path == nil }?.format ?? .text }
}

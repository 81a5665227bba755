import ArgumentParser
import Bytes
import Diagnostics
import Files
import Reports

/// The option for findings that are known.
struct BaselineOptions: ParsableArguments {
  @Option(help: "A file of known findings, which are not reported.", completion: .file())
  var baseline: String?

  /// Nil where no file is named.
  ///
  /// - Parameter isUpdated: whether all that is found becomes known.
  func read(isUpdated: Bool = false) throws -> KnownFindings? {
    guard let baseline else {
      if isUpdated { throw ValidationError("--update-baseline wants a file: --baseline FILE.") }
      return nil
    }
    guard SystemFile.status(baseline) != nil || !isUpdated else {
      return KnownFindings(path: baseline, baseline: Baseline([]), isUpdated: true)
    }
    do {
      let text = String(decoding: try SystemFile.read(baseline), as: UTF8.self)
      return KnownFindings(path: baseline, baseline: try Baseline(reading: text), isUpdated: isUpdated)
    } catch let error as FileError {
      throw ValidationError(
        "--baseline: cannot read '\(baseline)': \(error.reason). Make it with --update-baseline.")
    } catch let error as Baseline.LineError {
      throw ValidationError(
        "--baseline: line \(error.line) of '\(baseline)' is no file, rule and message, separated by tabs.")
    }
  }
}

/// A file of known findings, and what becomes of it.
struct KnownFindings {
  let path: String
  let baseline: Baseline
  /// Whether all that is found becomes known.
  let isUpdated: Bool
  private let repository = ReportPaths()

  init(path: String, baseline: Baseline, isUpdated: Bool) {
    self.path = path
    self.baseline = baseline
    self.isUpdated = isUpdated
  }

  /// The findings that are not known.
  func new(in findings: [Diagnostic]) -> [Diagnostic] {
    guard !isUpdated else { return [] }
    return zip(findings, baseline.compare(repository.naming(findings)).isKnown).filter { !$1 }.map(\.0)
  }

  /// Writes the file where it changed.
  ///
  /// With all findings if that was asked for, and else without those that are gone, as long as the run passed and is none of
  /// CI. What a run that fails did not get to is not gone.
  ///
  /// - Parameter idle: the rules that nothing looked for, of which nothing is gone.
  func settle(_ findings: [Diagnostic], isPassing: Bool, idle: [Rule]) throws {
    let isIdle = Set(idle.map(\.id))
    let named = repository.naming(findings)
    let gone = baseline.compare(named).gone.filter { !isIdle.contains($0.rule) }
    if isUpdated {
      try write(Baseline(named.map { Fingerprint($0) } + baseline.entries.filter { isIdle.contains($0.rule) }))
    } else if !gone.isEmpty, isPassing, !KnownFindings.isInCI {
      try write(baseline.removing(gone))
    }
  }

  /// Most services for continuous integration set the variable.
  private static var isInCI: Bool { !["", "0", "false"].contains(environment("CI") ?? "") }

  private func write(_ changed: Baseline) throws {
    do {
      try SystemFile.replace(path, with: Array(changed.text.utf8))
    } catch {
      Terminal.standardError.write("error: cannot write the baseline '\(path)': \(error.reason)\n")
      throw ExitCode(2)
    }
    Terminal.standardError.write("\(path): \(counted(changed.entries.count, "known finding"))\n")
  }
}

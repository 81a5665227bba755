import ArgumentParser
import Diagnostics
import ExternalLinks
import Files
import Glibc
import SiteModel

/// The options for asking the web.
struct ExternalOptions: ParsableArguments {
  @Flag(help: "Ask the web whether everything that is linked to elsewhere is there.")
  var external = false

  @Flag(help: "With --external, ask nothing but the cache of earlier answers.")
  var offline = false

  @Option(
    name: .customLong("external-cache"),
    help: ArgumentHelp(
      "The file that remembers answers from run to run. (default: portico/external-links.txt in XDG_CACHE_HOME or ~/.cache)",
      valueName: "file"),
    completion: .file())
  var externalCache: String?

  func validate() throws {
    guard !external else { return }
    if offline { throw ValidationError("--offline means nothing without --external.") }
    if externalCache != nil { throw ValidationError("--external-cache means nothing without --external.") }
  }

  /// The rules that nothing looks for.
  var idleRules: [Rule] { external ? [] : Rule.externalLinks }

  /// What the web says of what is linked to; nothing where it is not to be asked.
  func findings(
    of references: @autoclosure () -> [ExternalReference], _ settings: ExternalLinkSettings, isQuiet: Bool
  ) throws -> [Diagnostic] {
    guard external else { return [] }
    let check = ExternalLinkCheck(
      settings, cachePath: try cachePath(), isOffline: offline, now: time(nil), environment: environment)
    var progress = ExternalProgress(isQuiet: isQuiet)
    do {
      let report = try check.run(references()) { progress.show($0, of: $1) }
      progress.end(report)
      return report.diagnostics
    } catch .client(let failure) {
      throw ValidationError("--external needs libcurl (Debian's package libcurl4), and \(failure.reason).")
    } catch .cache(let error) {
      throw ValidationError("The cache '\(error.path)' cannot be used: \(error.reason).")
    } catch .noCache {
      throw ValidationError("'\(try cachePath())' is no cache of external links. Name another file, or remove it.")
    }
  }

  private func cachePath() throws -> String {
    if let externalCache { return externalCache }
    let folders = [environment("XDG_CACHE_HOME"), environment("HOME").map { $0 + "/.cache" }]
    guard let folder = folders.compactMap({ $0 }).first(where: { $0.hasPrefix("/") }) else {
      throw ValidationError("There is no HOME to keep answers in. Name a file with --external-cache.")
    }
    return folder + "/portico/external-links.txt"
  }
}

/// How far asking the web has come: a line that changes on a terminal, a line now and then in a log.
private struct ExternalProgress {
  private let isQuiet: Bool
  private let terminal = Terminal.standardError
  private var last = ContinuousClock.now

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  mutating func show(_ done: Int, of all: Int) {
    let now = ContinuousClock.now
    guard !isQuiet, now - last > (terminal.isTerminal ? .milliseconds(100) : .seconds(30)) else { return }
    last = now
    let text = "external links: \(done) of \(all)"
    terminal.write(terminal.isTerminal ? "\r\u{1B}[K\(text)" : text + "\n")
  }

  func end(_ report: ExternalLinkReport) {
    guard !isQuiet else { return }
    let start = terminal.isTerminal ? "\r\u{1B}[K" : ""
    terminal.write(start + "external links: \(report.addresses), \(report.asked) of them asked for\n")
  }
}

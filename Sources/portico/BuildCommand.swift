import ArgumentParser
import Bytes
import Diagnostics
import Files
import Pipeline

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the site and writes it into a folder.",
    discussion: """
      With errors in the content nothing is written, so the published site stays as it was; --keep-going writes all the \
      same. Files that Portico did not make are never touched.

      Examples:
        portico build
        portico build docs --output public --base-url https://example.com/docs/
        portico build --as-of 2026-06-30 --jobs 1
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var baseline: BaselineOptions

  @Option(name: .shortAndLong, help: "The folder to write the site into.", completion: .directory)
  var output = Session.outputFolder

  @Flag(name: .customLong("keep-going"), help: "Write the site even if the content has errors.")
  var keepGoing = false

  func run() async throws {
    let folder = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    let session = try Session(options)
    for content in session.contentFolders { try check(output: folder, besides: content) }
    let known = try baseline.read()
    let result = await session.build()
    func findings(and found: [Diagnostic]) -> [Diagnostic] {
      let all = session.findings(of: result, and: found)
      return known?.new(in: all) ?? all
    }
    func isAccepted(_ found: [Diagnostic]) -> Bool {
      keepGoing || session.status(findings(and: found)) == .success
    }
    guard isAccepted([]) else {
      let findings = findings(and: await session.outputFindings(of: result))
      try session.report(findings, of: result, note: "'\(folder)' was left as it was", as: reports)
      throw ExitCode(1)
    }
    do {
      let written = try await session.publish(result, to: folder, accepts: isAccepted)
      let findings = findings(and: written.found) + written.diagnostics
      let objection = written.diagnostics.isEmpty ? "'\(folder)' was left as it was" : "not published"
      let note = written.isPublished ? folder : objection
      try session.report(findings, of: result, written, note: note, as: reports)
      if !written.diagnostics.isEmpty { throw ExitCode(2) }
      throw session.status(findings)
    } catch let error as FileError {
      try session.report(findings(and: []), of: result, note: "not published", as: reports)
      Terminal.standardError.write("error: cannot write to '\(folder)': \(error.path): \(error.reason)\n")
      throw ExitCode(2)
    }
  }

  /// An output inside the content would be read by the next build, and content inside the output could be overwritten.
  private func check(output folder: String, besides contentFolder: String) throws {
    if folder.isEmpty { throw ValidationError("--output wants a folder, not an empty text.") }
    if let kind = SystemFile.status(SystemFile.realPath(folder) ?? folder)?.kind, kind != .folder {
      throw ValidationError("The output '\(folder)' is a file, not a folder. Name another with --output.")
    }
    // Without their leading slash, since the root of a `ContentPath` is empty.
    guard let content = SystemFile.realPath(contentFolder)?.dropFirst().description,
      let target = realPath(ofFuture: folder)?.dropFirst().description
    else { return }
    if ContentPath.isInside(target, folder: content) {
      throw ValidationError("The output '\(folder)' lies inside the content '\(contentFolder)'. Name one outside it.")
    }
    if ContentPath.isInside(content, folder: target) {
      throw ValidationError("The content '\(contentFolder)' lies inside the output '\(folder)'. Name one beside it.")
    }
  }

  /// The real path that a folder has or would have once it is made.
  private func realPath(ofFuture folder: String) -> String? {
    if let real = SystemFile.realPath(folder) { return real }
    let parent = ContentPath.folder(of: folder)
    let above = parent.isEmpty ? (folder.hasPrefix("/") ? "/" : ".") : parent
    guard above != folder else { return nil }
    return realPath(ofFuture: above)
      .flatMap { ContentPath.resolve(ContentPath.name(of: folder), from: $0) }.map { "/" + $0 }
  }
}

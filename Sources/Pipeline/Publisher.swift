import Bytes
package import Diagnostics
package import Files
import PublishedSite

/// Writes a built site into a folder, touching only what differs and only what an earlier build made.
package struct Publisher: Sendable {
  /// What became of the files of the site.
  package struct Report: Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    /// What kept the site from being written.
    package var diagnostics: [Diagnostic] = []
    /// What is wrong with the files of the site.
    package var found: [Diagnostic] = []
    /// Whether the folder holds the site now; otherwise it was left as it was.
    package var isPublished = false
    package var time: Duration = .zero
  }

  /// What is to be done with an output.
  private enum Change: Sendable {
    /// Its bytes lie under a temporary name.
    case rename(temporary: String, path: String)
    case nothing
    case failed(Diagnostic)
  }

  private let folder: String
  private let jobs: Int

  /// - Parameter folder: created if it is missing; without a slash at its end.
  package init(folder: String, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
  }

  /// Writes every output under a temporary name, reads it as its visitors will, and only then lets all take their places
  /// and removes what an earlier build made and this one did not.
  ///
  /// Throws where nothing can be written at all; a single file that fails is a diagnostic.
  /// - Parameter accepts: whether to publish a site in spite of what was found in its files.
  package func publish(
    _ result: BuildResult, progress: (_ stage: Stage, _ count: Int) -> Void = { _, _ in },
    accepts: (_ found: [Diagnostic]) -> Bool = { _ in true }
  ) async throws(FileError) -> Report {
    let start = ContinuousClock.now
    var report = Report()
    let outputs = result.outputs
    progress(.write, outputs.count)
    try SystemFile.makeFolder(folder)
    let lock = try FolderLock(folder: folder)
    defer { lock.release() }
    let old = Receipt(paths: pathsNotBehindLinks(Receipt.read(in: folder).paths))
    let new = Receipt(paths: outputs.map(\.path))
    let folders = Publisher.folders(of: new.paths)
    report.diagnostics =
      (folders.sortedByBytes() + [Publisher.temporaryFolder]).compactMap { foreignFolder($0, old) }
      + outputs.filter { !old.paths.contains($0.path) }.compactMap { foreign($0, old, in: result) }
    guard report.diagnostics.isEmpty else { return report }
    let temporary = folder + "/" + Publisher.temporaryFolder
    clear(temporary)
    try SystemFile.makeFolder(temporary)
    defer { clear(temporary) }
    let changes = await prepare(outputs, in: result, through: temporary, &report)
    guard report.diagnostics.isEmpty, accepts(report.found) else {
      clear(temporary)
      SystemFile.removeFolderIfEmpty(folder)
      return report
    }
    // Named before they are made, so that a build that is killed leaves no file that the next one would not dare to touch.
    try Receipt(paths: old.paths.union(new.paths)).write(in: folder)
    let stale = old.paths.subtracting(new.paths)
    let inTheWay = stale.filter { path in
      folders.contains(path) || !new.paths.isDisjoint(with: Publisher.folders(of: [path]))
    }
    report.removed = removeStale(inTheWay)
    report.diagnostics = await parallelMap(changes, jobs: jobs, apply).compactMap(\.self)
    guard report.diagnostics.isEmpty else { return report }
    report.removed += removeStale(stale.subtracting(inTheWay))
    try new.write(in: folder)
    report.isPublished = true
    report.time = ContinuousClock.now - start
    return report
  }

  /// Writes what differs under temporary names, and reads all.
  private func prepare(
    _ outputs: [Output], in result: BuildResult, through temporary: String, _ report: inout Report
  ) async -> [Change] {
    let check = OutputCheck(result, in: folder)
    let prepared = await parallelMap(Array(outputs.enumerated()), jobs: jobs) { number, output in
      prepare(output, number, in: result, through: "\(temporary)/\(number)", check)
    }
    for (change, _) in prepared {
      switch change {
      case .rename: report.written += 1
      case .nothing: report.unchanged += 1
      case .failed(let diagnostic): report.diagnostics.append(diagnostic)
      }
    }
    report.found = await check.findings(prepared.compactMap(\.facts), jobs: jobs)
    return prepared.map(\.change)
  }

  private func prepare(
    _ output: Output, _ number: Int, in result: BuildResult, through temporary: String, _ check: OutputCheck
  ) -> (change: Change, facts: FileFacts?) {
    let path = folder + "/" + output.path
    if output.isNamedByContent, SystemFile.status(path)?.kind == .file { return (.nothing, nil) }
    do {
      let bytes = try result.render(output)
      let facts = check.examine(number, bytes)
      if SystemFile.holds(path, bytes) { return (.nothing, facts) }
      try SystemFile.write(bytes, to: temporary)
      return (.rename(temporary: temporary, path: path), facts)
    } catch {
      return (.failed(Publisher.failure(error)), nil)
    }
  }

  /// - Returns: a finding if it cannot be done.
  private func apply(_ change: Change) -> Diagnostic? {
    guard case .rename(let temporary, let path) = change else { return nil }
    do {
      do {
        try SystemFile.rename(temporary, to: path)
      } catch {
        // Most often the folder is missing: making it only then saves a system call per file.
        try SystemFile.makeFolder(ContentPath.folder(of: path))
        try SystemFile.rename(temporary, to: path)
      }
      return nil
    } catch {
      return Publisher.failure(error)
    }
  }

  private static func failure(_ error: FileError) -> Diagnostic {
    Diagnostic(.outputFailed, "'\(error.path)' cannot be written: \(error.reason)", at: nil)
  }

  private static let temporaryFolder = ".portico-new"

  /// The folders that paths lie in, and those above them.
  private static func folders(of paths: some Sequence<String>) -> Set<String> {
    var folders: Set<String> = []
    for path in paths {
      var folder = ContentPath.folder(of: path)
      while !folder.isEmpty, folders.insert(folder).inserted { folder = ContentPath.folder(of: folder) }
    }
    return folders
  }

  /// What an earlier build made and what no symbolic link has taken the place of since: behind one lie other people's files.
  private func pathsNotBehindLinks(_ paths: Set<String>) -> Set<String> {
    let links = Publisher.folders(of: paths).filter { SystemFile.status(folder + "/" + $0)?.kind == .symbolicLink }
    return links.isEmpty ? paths : paths.filter { links.isDisjoint(with: Publisher.folders(of: [$0])) }
  }

  /// A file or symbolic link that stands where a folder goes and that no earlier build made.
  private func foreignFolder(_ path: String, _ old: Receipt) -> Diagnostic? {
    switch SystemFile.status(folder + "/" + path)?.kind {
    case nil, .folder: nil
    case .file where old.paths.contains(path): nil
    default: Publisher.foreign(folder + "/" + path)
    }
  }

  /// A file that stands where an output goes and that no earlier build made; one with the right bytes already does no harm,
  /// nor does a folder that an earlier build filled.
  private func foreign(_ output: Output, _ old: Receipt, in result: BuildResult) -> Diagnostic? {
    let path = folder + "/" + output.path
    guard let status = SystemFile.status(path) else { return nil }
    if status.kind == .file, let bytes = try? result.render(output), SystemFile.holds(path, bytes) { return nil }
    if status.kind == .folder, Publisher.folders(of: old.paths).contains(output.path) { return nil }
    return Publisher.foreign(path)
  }

  private static func foreign(_ path: String) -> Diagnostic {
    Diagnostic(
      .foreignFile, "Portico did not make '\(path)' and will not overwrite it", at: nil,
      help: "Move it away, or publish into another folder with --output.")
  }

  private func removeStale(_ paths: Set<String>) -> Int {
    var folders: Set<String> = []
    var removed = 0
    for path in paths {
      guard SystemFile.status(folder + "/" + path)?.kind == .file, (try? SystemFile.remove(folder + "/" + path)) != nil
      else { continue }
      removed += 1
      folders.insert(ContentPath.folder(of: path))
    }
    for var empty in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) {
      while !empty.isEmpty, SystemFile.removeFolderIfEmpty(folder + "/" + empty) {
        empty = ContentPath.folder(of: empty)
      }
    }
    return removed
  }

  /// Removes the temporary folder of a build that was killed, or of this one.
  private func clear(_ temporary: String) {
    for name in (try? SystemFile.names(in: temporary)) ?? [] { try? SystemFile.remove(temporary + "/" + name) }
    SystemFile.removeFolderIfEmpty(temporary)
  }
}

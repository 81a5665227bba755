import Bytes
package import Diagnostics
package import Files

/// Writes a built site into a folder, touching only what differs and only what an earlier build made.
package struct Publisher: Sendable {
  /// What became of the files of the site.
  package struct Report: Sendable {
    package var written = 0
    package var unchanged = 0
    package var removed = 0
    package var diagnostics: [Diagnostic] = []
    package var time: Duration = .zero
  }

  private enum Change: Sendable {
    case written
    case unchanged
    case failed(Diagnostic)
  }

  private let folder: String
  private let jobs: Int

  /// - Parameter folder: created if it is missing; without a slash at its end.
  package init(folder: String, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
  }

  /// Writes every output through a temporary name, then removes what an earlier build made and this one did not.
  ///
  /// Throws where nothing can be written at all; a single file that fails is a diagnostic.
  package func publish(
    _ result: BuildResult, progress: (_ stage: Stage, _ count: Int) -> Void = { _, _ in }
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
    // Named before they are made, so that a build that is killed leaves no file that the next one would not dare to touch.
    try Receipt(paths: old.paths.union(new.paths)).write(in: folder)
    let stale = old.paths.subtracting(new.paths)
    let inTheWay = stale.filter { path in
      folders.contains(path) || !new.paths.isDisjoint(with: Publisher.folders(of: [path]))
    }
    report.removed = removeStale(inTheWay)
    try await write(outputs, in: result, &report)
    guard report.diagnostics.isEmpty else { return report }
    report.removed += removeStale(stale.subtracting(inTheWay))
    try new.write(in: folder)
    report.time = ContinuousClock.now - start
    return report
  }

  private func write(_ outputs: [Output], in result: BuildResult, _ report: inout Report) async throws(FileError) {
    let temporary = folder + "/" + Publisher.temporaryFolder
    clear(temporary)
    try SystemFile.makeFolder(temporary)
    for change in await parallelMap(
      Array(outputs.enumerated()), jobs: jobs, { write($1, in: result, through: "\(temporary)/\($0)") })
    {
      switch change {
      case .written: report.written += 1
      case .unchanged: report.unchanged += 1
      case .failed(let diagnostic): report.diagnostics.append(diagnostic)
      }
    }
    clear(temporary)
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

  private func write(_ output: Output, in result: BuildResult, through temporary: String) -> Change {
    let path = folder + "/" + output.path
    do {
      let bytes = try result.render(output)
      if SystemFile.holds(path, bytes) { return .unchanged }
      try SystemFile.write(bytes, to: temporary)
      do {
        try SystemFile.rename(temporary, to: path)
      } catch {
        // Most often the folder is missing: making it only then saves a system call per file.
        try SystemFile.makeFolder(ContentPath.folder(of: path))
        try SystemFile.rename(temporary, to: path)
      }
      return .written
    } catch {
      return .failed(Diagnostic(.outputFailed, "'\(error.path)' cannot be written: \(error.reason)", at: nil))
    }
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

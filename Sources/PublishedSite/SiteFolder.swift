package import Diagnostics
package import Files

/// A folder of published files, whoever made it.
package struct SiteFolder: Sendable {
  /// What was read, and what was found.
  package struct Report: Sendable {
    /// How many files hold references.
    package let files: Int
    /// The size of these files in bytes.
    package let size: Int
    package let references: Int
    /// In report order.
    package let diagnostics: [Diagnostic]
  }

  let tree: FileTree
  let jobs: Int

  package init(_ tree: FileTree, jobs: Int) {
    self.tree = tree
    self.jobs = jobs
  }

  /// Reads every file that holds references, and follows them.
  package func check(at address: SiteAddress, on host: HostingProfile) async -> Report {
    let tree = tree
    let site = site(at: address, on: host)
    let paths = site.paths
    let read = await parallelMap(paths.indices.filter(site.isRead), jobs: jobs) { number -> Outcome<FileFacts?> in
      do throws(FileError) {
        return Outcome(site.examine(number, try tree.read(paths[number])))
      } catch {
        let span = SourceSpan(path: tree.displayPath(paths[number]))
        return Outcome(nil, [Diagnostic(.fileUnreadable, "the file cannot be read: \(error.reason)", at: span)])
      }
    }
    let facts = read.compactMap(\.value)
    let nothing = Diagnostic(.emptySite, "there is no page in the folder", at: SourceSpan(path: tree.displayPath("")))
    let found = await site.findings(facts, displayPath: tree.displayPath, jobs: jobs) { try? tree.read(paths[$0]) }
    return Report(
      files: facts.count, size: facts.reduce(0) { $0 + $1.size }, references: facts.reduce(0) { $0 + $1.count },
      diagnostics: ((facts.isEmpty ? [nothing] : []) + read.flatMap(\.diagnostics) + found.map(\.diagnostic)).sorted(
        by: Diagnostic.precedes))
  }

  /// Everything in the folder counts, but what Git keeps there.
  func site(at address: SiteAddress, on host: HostingProfile) -> PublishedSite {
    let paths = tree.list(includingHidden: true) { $0 == ".git" }.value
    return PublishedSite(paths, at: address, on: host) { try? tree.read($0) }
  }
}

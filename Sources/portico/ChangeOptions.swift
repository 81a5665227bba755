import ArgumentParser
import Bytes
import Files

/// What changed in the repository that a site lies in.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("changed-since"),
    help: ArgumentHelp(
      "Report pages that cover files which changed since a Git revision, and that did not change.",
      discussion: "What counts is all since the merge base with the current commit, and what is not committed.",
      valueName: "revision"))
  var changedSince: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Report pages that cover one of these files, and are none of them.", valueName: "file"))
  var changed: [String] = []

  func validate() throws {
    if changedSince != nil, !changed.isEmpty {
      throw ValidationError("--changed-since and --changed exclude each other.")
    }
  }

  /// The absolute paths of what changed; nil where nobody asked.
  func files(besides folder: String) throws -> [String]? {
    guard let changedSince else { return changed.isEmpty ? nil : try changed.map(absolutePath) }
    let git = Git(folder: folder)
    if let objection = git.objection(to: changedSince) {
      throw ValidationError("--changed-since: \(objection). Name a commit, branch or tag.")
    }
    guard let base = git.mergeBase(with: changedSince) else {
      throw ValidationError("--changed-since: \(Git.unrelated(changedSince))")
    }
    guard let root = git.root, let files = Git(folder: root).changes(since: base) else {
      throw ValidationError("--changed-since: '\(folder)' lies in no work tree of Git.")
    }
    return files.map { root + "/" + $0 }
  }

  private func absolutePath(_ path: String) throws -> String {
    let here = SystemFile.realPath(".")?.dropFirst().description ?? ""
    let below =
      path.hasPrefix("/")
      ? ContentPath.resolve(String(path.dropFirst()), from: "") : ContentPath.resolve(path, from: here)
    guard let below else { throw ValidationError("--changed: '\(path)' leads out of the file system.") }
    return "/" + below
  }
}

import ArgumentParser
import Diagnostics
import Files
import FoundationEssentials
import Glibc

/// The files that a repository had where the current commit and a revision parted, in a folder of their own.
struct EarlierRevision {
  let folder: String
  /// What stands for the current folder there; nil where that lies in no part of the repository.
  private let current: String?
  private let options: SiteOptions
  /// Paths in the folder, and how reports name the same files now.
  private let names: [(earlier: String, now: String)]

  /// - Parameters:
  ///   - revision: as the user wrote it.
  ///   - options: of the site as it is now.
  init(_ revision: String, besides options: SiteOptions) throws {
    let git = Git(folder: options.content)
    if let objection = git.objection(to: revision) {
      throw ValidationError("--against: \(objection). Name a revision, the folder of a site, or its api/v1/urls.json.")
    }
    guard let root = git.root, let content = SystemFile.realPath(options.content) else {
      throw ValidationError("--against: '\(options.content)' lies in no Git repository.")
    }
    guard let base = git.mergeBase(with: revision) else {
      throw ValidationError("--against: \(Git.unrelated(revision))")
    }
    folder = try EarlierRevision.makeFolder()
    let here = SystemFile.realPath(".") ?? ""
    current = here == root || here.hasPrefix(root + "/") ? folder + here.dropFirst(root.count) : nil
    let inFolder = folder + content.dropFirst(root.count)
    var earlier = options
    if current == nil || options.content.hasPrefix("/") {
      earlier.content = inFolder
      names = [(inFolder, options.content), (folder, root)]
    } else {
      names = []
    }
    self.options = earlier
    if let failure = git.checkOut(base, into: folder) {
      remove()
      throw ValidationError("--against: git says '\(failure)'.")
    }
    guard SystemFile.status(inFolder)?.kind == .folder else {
      remove()
      throw ValidationError("--against: the commit '\(base)' has no folder '\(options.content)'.")
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  /// Does something with the options of the site as it was, in what was the current folder, from which its paths start.
  func visit<Result>(_ body: (SiteOptions) async throws -> Result) async throws -> Result {
    guard let current else { return try await body(options) }
    guard let here = SystemFile.realPath("."), chdir(current) == 0 else {
      throw ValidationError("--against: the current folder was not there.")
    }
    defer { _ = chdir(here) }
    return try await body(options)
  }

  /// A finding in the files of the revision, with the paths that the same files have now.
  func asNamedNow(_ finding: Diagnostic) -> Diagnostic {
    guard !names.isEmpty else { return finding }
    var renamed = finding
    renamed.span = finding.span.map { $0.moved(to: asNamedNow($0.path)) }
    renamed.message = asNamedNow(finding.message)
    return renamed
  }

  /// The same for a link to elsewhere.
  func asNamedNow(_ reference: ExternalReference) -> ExternalReference {
    ExternalReference(
      url: reference.url, span: reference.span.moved(to: asNamedNow(reference.span.path)),
      isRewritable: reference.isRewritable)
  }

  private func asNamedNow(_ text: String) -> String {
    names.reduce(text) { $0.replacing($1.earlier, with: $1.now) }
  }

  private static func makeFolder() throws -> String {
    var template = Array(((environment("TMPDIR") ?? "/tmp") + "/portico-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw ValidationError("--against: no folder can be made for what was before.")
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return SystemFile.realPath(path) ?? path
  }
}

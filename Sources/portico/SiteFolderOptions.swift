import ArgumentParser
import Diagnostics
import Files
import SiteModel
import YAML

/// The options for checking a folder of published files, whoever made it.
struct SiteFolderOptions: ParsableArguments {
  @Option(help: "Check a folder of published files in place of content, whoever made it.", completion: .directory)
  var site: String?

  @Option(
    help: "With --site, a file with the settings 'check', 'baseURL' and 'hosting', as in a portico.yaml.",
    completion: .file())
  var settings: String?

  /// Those of the file, or of nobody; with the faults in it.
  func siteSettings() throws -> Outcome<SiteSettings> {
    guard let settings else { return Outcome(SiteSettings()) }
    do {
      let bytes = try SystemFile.read(settings)
      let parsed = YAMLParser.parse(bytes, path: settings)
      var read = SiteSettings.read(parsed.value.first)
      read.value.check.ignores = YAMLParser.ignoreComments(in: bytes, path: settings)
      return Outcome(read.value, parsed.diagnostics + read.diagnostics)
    } catch {
      throw ValidationError("--settings: cannot read '\(settings)': \(error.reason).")
    }
  }

  /// What is about making pages from content has no meaning for pages that are made.
  func validate(besides options: SiteOptions, _ against: AgainstOptions, _ changes: ChangeOptions, _ fixes: FixOptions)
    throws
  {
    guard let site else {
      if settings != nil { throw ValidationError("--settings means nothing without --site.") }
      return
    }
    guard let kind = SystemFile.status(SystemFile.realPath(site) ?? site)?.kind else {
      throw ValidationError("There is no folder '\(site)'. Name the folder of a published site with --site.")
    }
    guard kind == .folder else { throw ValidationError("--site wants a folder, and '\(site)' is a file.") }
    let others = [
      ("a content folder", options.content != "content"), ("--theme", options.theme != nil),
      ("--as-of", options.asOf != nil), ("--previous", options.previous != nil),
      ("--previous-revision", options.previousRevision != nil), ("--drafts", options.drafts),
      ("--against", against.against != nil),
      ("--changed-since", changes.changedSince != nil), ("--changed", !changes.changed.isEmpty),
      ("--fix", fixes.fix),
    ]
    if let other = others.first(where: \.1) {
      throw ValidationError("--site checks files that are published already, to which \(other.0) means nothing.")
    }
  }
}

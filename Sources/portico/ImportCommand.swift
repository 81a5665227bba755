import ArgumentParser
import Bytes
import Diagnostics
import Files
import ForeignSites

extension ForeignSite.Tool: ExpressibleByArgument {}

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Writes the settings of a site that another generator made as a portico.yaml.",
    discussion: """
      The file goes beside the pages, which stay as they are. What the site would lose is reported, each with a way out.
      'portico build' reads such a site without this, too: import it to go on from there.

      Examples:
        portico import mkdocs .
        portico import docusaurus website --force
        portico import techdocs . --output source/portico.yaml
      """)

  @Argument(help: "The generator: mkdocs, docusaurus or techdocs.")
  var tool: ForeignSite.Tool

  @Argument(help: "The folder with the generator's configuration.", completion: .directory)
  var folder = "."

  @Option(
    name: .shortAndLong, help: "The file to write. (default: portico.yaml beside the pages)", completion: .file())
  var output: String?

  @Flag(help: "Replace the file if it is there.")
  var force = false

  @OptionGroup var reports: ReportOptions

  func run() throws {
    guard let site = ForeignSite.read(FileTree(folder: folder), as: tool) else {
      throw ValidationError("There is no site of \(tool.title) in '\(folder)'. Name the folder of its configuration.")
    }
    let target = output ?? site.value.content.displayPath("portico.yaml")
    if !force, SystemFile.status(target) != nil {
      throw ValidationError("'\(target)' is there already. Replace it with --force, or name another with --output.")
    }
    let findings = (site.diagnostics + site.value.leftBehind).sorted(by: Diagnostic.precedes)
    let writer = ReportWriter(options: reports, isStrict: false)
    writer.show(findings)
    do {
      let parent = ContentPath.folder(of: target)
      if !parent.isEmpty { try SystemFile.makeFolder(parent) }
      try SystemFile.write(Array(site.value.portableSettings.utf8), to: target)
    } catch {
      Terminal.standardError.write("error: cannot write '\(target)': \(error.reason)\n")
      throw ExitCode(2)
    }
    let pages = site.value.content.displayPath("")
    Terminal.standardError.write(
      "\(target) written, \(counted(findings.count, "setting")) not carried over. Next: portico build \(pages)\n")
    try writer.writeFiles(findings)
  }
}

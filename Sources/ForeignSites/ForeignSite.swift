import Bytes
package import Diagnostics
package import Files
package import SiteModel

/// A site of another generator, read as far as Portico has the same.
package struct ForeignSite: Sendable {
  package enum Tool: String, Sendable, CaseIterable {
    case mkdocs
    case docusaurus
    case techdocs

    /// The tool as its users call it.
    package var title: String {
      switch self {
      case .mkdocs: "MkDocs"
      case .docusaurus: "Docusaurus"
      case .techdocs: "GOV.UK tech-docs"
      }
    }
  }

  package let tool: Tool
  /// The folder, or folders, that hold the pages.
  package let content: FileTree
  package let settings: SiteSettings
  /// What the site would lose, each with a way out, in the order of the configuration.
  package let leftBehind: [Diagnostic]

  /// The site that a folder is the root of; nil for one that has settings of its own, and for any other folder.
  package static func find(in tree: FileTree) -> Outcome<ForeignSite?> {
    guard !["portico.yaml", "portico.yml"].contains(where: tree.contains) else { return Outcome(nil) }
    for tool in Tool.allCases {
      if let site = read(tree, as: tool) { return Outcome(site.value, site.diagnostics) }
    }
    return Outcome(nil)
  }

  /// The site of a tool that a folder is the root of; nil if the tool's configuration is not in it.
  package static func read(_ tree: FileTree, as tool: Tool) -> Outcome<ForeignSite>? {
    switch tool {
    case .mkdocs:
      ["mkdocs.yml", "mkdocs.yaml"].first(where: tree.contains).map { MkDocsReader.read(tree, configuration: $0) }
    case .docusaurus: DocusaurusFiles(in: tree).map { DocusaurusReader.read(tree, $0) }
    case .techdocs:
      tree.contains(TechDocsReader.path) ? TechDocsReader.read(tree) : nil
    }
  }

  /// The settings as a `portico.yaml` that stands beside the pages.
  package var portableSettings: String { SettingsWriter.text(of: settings) }
}

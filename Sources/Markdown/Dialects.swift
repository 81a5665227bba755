/// The languages beside GitHub Flavored Markdown whose constructs a text may use.
package struct Dialects: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// Alerts and emoji shortcodes, as GitHub shows them beside its specification.
  package static let github = Dialects(rawValue: 1 << 0)
  /// Python-Markdown with the extensions of Material for MkDocs and TechDocs.
  package static let mkdocs = Dialects(rawValue: 1 << 1)
  /// Containers and attributes of Docusaurus and VitePress.
  package static let docusaurus = Dialects(rawValue: 1 << 2)
  /// What Portico adds for its own pages: cards, steps, includes, variables, links to entities.
  package static let portico = Dialects(rawValue: 1 << 3)

  package static let all: Dialects = [.github, .mkdocs, .docusaurus, .portico]

  /// The dialects that a site may choose from, under the names of its settings.
  package static let named: [(name: String, dialect: Dialects)] = [
    ("github", .github), ("mkdocs", .mkdocs), ("docusaurus", .docusaurus),
  ]
}

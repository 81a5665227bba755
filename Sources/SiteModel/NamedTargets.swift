import Bytes
import Diagnostics
import Markdown

/// Something that texts may name by reference, with the page that shows it.
package struct EntityTarget: Sendable {
  /// The shortest form, in lower case: `capability:secrets`.
  package let reference: String
  /// The folder of its page.
  package let folder: String
  package let title: String

  package init(reference: String, folder: String, title: String) {
    self.reference = reference
    self.folder = folder
    self.title = title
  }
}

/// What texts may name without a path: entities, terms of the glossary, and pages by their name or title.
struct NamedTargets: Sendable {
  /// The page behind a name.
  struct Target {
    let page: Int
    /// The id on the page, as it is written behind `#`.
    var fragment: String?
    /// What the name stands for, where that is not the page as a whole.
    var title: String?
    var definition: String?
  }

  private var kinds: Set<String> = []
  private var entities: [String: EntityTarget] = [:]
  private var terms: [String: GlossaryTerm] = [:]
  private(set) var pages = PageNames()
  private let map: SiteMap

  /// Nothing has a name.
  init(map: SiteMap) { self.map = map }

  init(of site: Site) {
    map = site.map
    kinds = Set(site.entityKinds)
    entities = Dictionary(site.entities.map { ($0.reference, $0) }) { first, _ in first }
    let named = GlossaryTerm.all(in: site.pages).flatMap { term in term.names.map { ($0, term) } }
    terms = Dictionary(named) { first, _ in first }
    if site.pages.contains(where: NamedTargets.namesPages) { pages = PageNames(site.pages) }
  }

  // MARK: - Pages

  /// Whether a page has links that may be names of pages.
  private static func namesPages(_ page: Page) -> Bool {
    page.document?.article.links.contains { $0.kind == .wiki || isName($0.destination) } ?? false
  }

  /// Whether a link may be the name of a page: it is neither a path nor a file.
  static func isName(_ destination: String) -> Bool {
    !destination.isEmpty && !destination.utf8.contains { "/.:?#".utf8.contains($0) }
  }

  // MARK: - Entities and terms

  /// All entities, as they are referred to.
  var references: Dictionary<String, EntityTarget>.Keys { entities.keys }

  /// All names of terms, as slugs.
  var termNames: Dictionary<String, GlossaryTerm>.Keys { terms.keys }

  /// What `kind:name` or `term:name` means; nil for a reference of another scheme.
  func target(of reference: String) -> Result<Target, LinkFailure.Cause>? {
    guard let colon = reference.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let kind = reference[..<colon].lowercased()
    guard kind == "term" || kinds.contains(kind) else { return nil }
    let hash = reference.firstIndex(of: "#")
    let fragment = hash.map { String(reference[reference.index(after: $0)...]) }
    let name = PercentEncoding.decode(String(reference[reference.index(after: colon)..<(hash ?? reference.endIndex)]))
    return kind == "term" ? term(name) : entity(kind, name, fragment: fragment)
  }

  private func term(_ name: String) -> Result<Target, LinkFailure.Cause> {
    let slug = Slug.github(name)
    guard let term = terms[slug] else { return .failure(.noTerm(slug, hasGlossary: !terms.isEmpty)) }
    return .success(
      Target(
        page: term.page, fragment: PercentEncoding.encode(path: term.id), title: term.name,
        definition: term.definition))
  }

  private func entity(_ kind: String, _ name: String, fragment: String?) -> Result<Target, LinkFailure.Cause> {
    let name = name.lowercased()
    let reference = kind + ":" + (name.hasPrefix("default/") ? String(name.dropFirst(8)) : name)
    guard let entity = entities[reference], let page = map.page(atFolder: entity.folder) else {
      return .failure(.noEntity(reference))
    }
    return .success(Target(page: page, fragment: fragment, title: fragment == nil ? entity.title : nil))
  }
}

/// A term that a glossary defines.
struct GlossaryTerm: Sendable {
  let page: Int
  /// The id of its heading, or of its place in a definition list.
  let id: String
  let name: String
  /// The first paragraph below the heading, or of what the list says, as plain text.
  let definition: String

  /// What the term goes by, as slugs: its id, its name, and in `Service level objective (SLO)` both parts of it.
  var names: [String] {
    let parts = name.split(separator: " (", maxSplits: 1).map { $0.hasSuffix(")") ? $0.dropLast() : $0 }
    return [id] + ([name] + parts.map(String.init)).map(Slug.github)
  }

  /// The terms of all glossaries of a site: of the definition lists of pages of the kind `glossary`, or of their headings
  /// where they have no such lists.
  static func all(in pages: [Page]) -> [GlossaryTerm] {
    pages.enumerated().flatMap { index, page -> [GlossaryTerm] in
      guard let document = page.document, document.frontMatter.kind == FrontMatter.glossaryKind else { return [] }
      let article = document.article
      guard article.definitions.isEmpty else {
        return article.definitions.map {
          GlossaryTerm(page: index, id: $0.id, name: $0.term, definition: $0.text)
        }
      }
      return article.sections.compactMap { section in
        guard let heading = section.heading.map({ article.headings[$0] }), heading.level > 1 else { return nil }
        let definition = section.text.split(separator: "\n").first.map(String.init) ?? ""
        return GlossaryTerm(page: index, id: heading.id, name: heading.text, definition: definition)
      }
    }
  }
}

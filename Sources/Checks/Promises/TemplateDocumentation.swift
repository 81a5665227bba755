import Bytes
import Diagnostics
import Platform
import SiteModel
import YAML

/// Software templates of which nothing but the form can be read.
///
/// A page with its text, one below it, a link and the place of its documentation by an annotation of Backstage all count.
struct TemplateDocumentation: CatalogueCheck {
  static let rule = Rule(
    "template-documentation", .warning, in: .promises, "A software template has no documentation.",
    rationale: """
      The form tells what to type, but not what comes out, what it costs to keep, and for whom it is not meant. So \
      nobody dares to begin.
      """,
    remedy: """
      Write an 'index.md' in the folder of its page, or say where the documentation is: under 'links' of its \
      'metadata', or by the annotation 'backstage.io/techdocs-ref'.
      """)

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    let folders = Dictionary(site.entities.map { ($0.reference, $0.folder) }) { first, _ in first }
    let documented = site.foldersWithText
    return platform.catalogue.templates.filter { template in
      let folder = folders[template.reference.description]
      return !template.metadata.saysWhereDocumentationIs && !(folder.map(documented.contains) ?? false)
    }.map { template in
      Diagnostic(
        TemplateDocumentation.rule, "the template '\(template.metadata.name.value)' has no documentation",
        at: template.metadata.name.span,
        help:
          "Write 'index.md' in '\(folders[template.reference.description] ?? "")', or a link under 'metadata.links'.")
    }
  }
}

extension Site {
  /// The folders in which Markdown pages lie, directly or further down.
  fileprivate var foldersWithText: Set<String> {
    var folders: Set<String> = []
    for page in pages where page.document != nil {
      var folder = page.folder
      while !folder.isEmpty, folders.insert(folder).inserted { folder = ContentPath.folder(of: folder) }
    }
    return folders
  }
}

extension Metadata {
  fileprivate var saysWhereDocumentationIs: Bool {
    !links.isEmpty || annotations["backstage.io/techdocs-ref"] != nil
      || annotations["backstage.io/techdocs-entity"] != nil
  }
}

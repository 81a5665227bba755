package import Diagnostics
package import SiteModel

extension Rule {
  package static let pageType = Rule(
    "page-type", .warning, in: .writing, "A page does not say what kind of reading it is.",
    rationale: """
      Somebody who wants to get a thing done, and somebody who wants to understand it, look for different pages. The \
      type sorts a page among a capability's guides, and reminds its author of whom it is for.
      """,
    remedy: "Write 'type: tutorial', 'how-to', 'reference' or 'explanation' in the front matter.",
    bad: "---\ntitle: Rotate a secret\n---", good: "---\ntitle: Rotate a secret\ntype: how-to\n---")
}

/// Pages without a type; not those of folders and data, which are lists, and not records.
package struct PageTypes: SiteCheck {
  package static let rules: [Rule] = [.pageType]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.textPages.compactMap { page, matter in
      guard matter.type == nil, !page.isFolderPage else { return nil }
      return Diagnostic(
        .pageType, "the page has no type", at: page.span,
        help: "Write 'type: \(PageType.allCases.map(\.rawValue).joined(separator: "', '"))' in the front matter.")
    }
  }
}

package import Diagnostics
package import SiteModel

extension Rule {
  package static let pageOwner = Rule(
    "page-owner", .warning, in: .writing, "Nobody answers for a page.",
    rationale: "A page that nobody owns is not kept up, and a reader who finds a fault has nobody to tell.",
    remedy: """
      Write 'owner: group:NAME' or 'capability: NAME' in the front matter of the page, or of the page of a folder that \
      it lies in.
      """,
    bad: "---\ntitle: Rotate a secret\n---", good: "---\ntitle: Rotate a secret\nowner: group:secrets\n---")
}

/// Pages for which neither they themselves nor the page of a folder around them names an owner.
package struct PageOwners: SiteCheck {
  package static let rules: [Rule] = [.pageOwner]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    let owned = Set(site.pages.lazy.filter { $0.isFolderPage && $0.hasOwner }.map(\.folder))
    return site.textPages.compactMap { page, _ in
      guard !page.hasOwner, !PageOwners.isAny(of: owned, around: page) else { return nil }
      return Diagnostic(
        .pageOwner, "nobody owns the page", at: page.span, help: "Write 'owner: group:NAME' in the front matter.")
    }
  }

  private static func isAny(of folders: Set<String>, around page: Page) -> Bool {
    var folder = page.folder[...]
    while !folder.isEmpty, !folders.contains(String(folder)) {
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
    return folders.contains(String(folder))
  }
}

extension Page {
  /// The page of a YAML document says there whose it is.
  fileprivate var hasOwner: Bool {
    plan?.source != nil || document?.frontMatter.owner != nil || document?.frontMatter.capability != nil
  }
}

package import Diagnostics
package import SiteModel

extension Rule {
  package static let orphanPage = Rule(
    "orphan-page", .warning, in: .promises, "Nothing leads to a page.",
    rationale: "Only a search finds it, so it is read by few, corrected by nobody, and wrong before long.",
    remedy: """
      Link to it from where its readers come from, or add it to the navigation. One that is only for those who have its \
      address says 'hidden: true'.
      """)
}

/// Pages that neither the navigation nor another page's text or data leads to.
package struct OrphanPages: SiteCheck {
  package static let rules: [Rule] = [.orphanPage]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    let linked = LinkedPages(site)
    return linked.expected.filter { !linked[$0.index] }.map { _, page in
      Diagnostic(
        .orphanPage, "no other page and no entry of the navigation leads here", at: page.span,
        help: "Link to it from where its readers come from, add it to the navigation, or write 'hidden: true'.")
    }
  }
}

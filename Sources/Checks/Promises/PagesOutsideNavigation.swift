package import Diagnostics
package import SiteModel

extension Rule {
  package static let pageOutsideNavigation = Rule(
    "page-outside-navigation", .warning, isOff: true, "The navigation does not show a page.",
    rationale: """
      Readers of the page see neither where they are nor what is beside it. Many sites leave pages out on purpose, since \
      others lead to them.
      """,
    remedy: "Add the page or its folder to the navigation, or write 'hidden: true' into its front matter.")
}

/// Pages that other pages lead to, but not the navigation.
package struct PagesOutsideNavigation: SiteCheck {
  package static let rules: [Rule] = [.pageOutsideNavigation]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    let linked = LinkedPages(site)
    let outside = linked.expected.filter {
      linked[$0.index] && site.navigation(of: $0.page).nodeOfPage[$0.index] == nil
    }
    return outside.map { _, page in
      Diagnostic(
        .pageOutsideNavigation, "no entry of the navigation leads here", at: page.span,
        help: "Add the page or its folder to the navigation, or write 'hidden: true'.")
    }
  }
}

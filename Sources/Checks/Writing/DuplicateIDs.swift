package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let duplicateID = Rule(
    "duplicate-id", .warning, in: .writing, "An id that a page gives to one element is that of another.",
    rationale: "A link to the id leads to the first of them, whichever the reader wanted.",
    remedy: "Give each element an id of its own, or leave it to the heading, whose id is made from its text.",
    bad: "<a id=\"install\"></a>\n\n## Install", good: "## Install")
}

/// Ids that stand on a page twice.
package struct DuplicateIDs: SiteCheck {
  package static let rules: [Rule] = [.duplicateID]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.articles.flatMap(\.repeatedIDs).map { repeated in
      Diagnostic(
        .duplicateID, "the id \(repeated.text.quoted) stands on the page above, too", at: repeated.span,
        help: "Remove one of the two, or rename it.")
    }
  }
}

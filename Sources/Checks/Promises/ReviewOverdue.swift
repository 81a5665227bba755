package import Diagnostics
package import SiteModel
import YAML

extension Rule {
  package static let reviewOverdue = Rule(
    "review-overdue", .warning, in: .promises, "The last review of a page no longer holds.",
    rationale: "A page that was right two years ago costs more time than no page; readers see that it is overdue, too.",
    remedy: "Read the page, correct it, and write the day of that into 'reviewed'; 'reviewIn' says how long it holds.",
    bad: "---\nreviewed: 2020-01-15\nreviewIn: P6M\n---", good: "---\nreviewed: 2099-01-15\nreviewIn: P6M\n---")
}

/// Pages whose next review is overdue.
package struct ReviewOverdue: SiteCheck {
  package static let rules: [Rule] = [.reviewOverdue]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.pages.compactMap { page in
      guard let matter = page.document?.frontMatter, let reviewed = matter.reviewed, let last = matter.reviewedUntil,
        last < site.asOf
      else { return nil }
      return Diagnostic(
        .reviewOverdue, "the review of the page held until \(last.iso)", at: reviewed.span,
        help: "Read the page, correct it, and write the day of that here.")
    }
  }
}

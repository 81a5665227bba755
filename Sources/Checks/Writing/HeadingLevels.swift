package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let headingLevel = Rule(
    "heading-level", .warning, in: .writing, "A heading skips a level.",
    rationale: """
      Levels are the outline of a page. Whoever listens to it, or reads its list of contents, takes a level that is \
      missing for a part that is missing.
      """,
    remedy: "Write the heading one level below the one that it belongs to. The title of the page is the first level.",
    bad: "## Install\n\n#### On Linux", good: "## Install\n\n### On Linux")
}

/// Headings more than one level below the one before them.
package struct HeadingLevels: SiteCheck {
  package static let rules: [Rule] = [.headingLevel]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.articles.flatMap { article -> [Diagnostic] in
      // The title stands above the text, in its first heading or in the layout.
      var level = 1
      return article.headings.compactMap { heading in
        let above = level
        level = heading.level
        guard heading.level > above + 1 else { return nil }
        return Diagnostic(
          .headingLevel, "a heading of level \(heading.level) follows one of level \(above)", at: heading.span,
          help: "Write it with \(String(repeating: "#", count: above + 1)), or write the heading between the two.")
      }
    }
  }
}

package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let emptyLink = Rule(
    "empty-link", .warning, in: .writing, "A link has no text.",
    rationale: "Nobody sees it, and a screen reader has only its address to read out.",
    remedy: """
      Write what the link leads to between the brackets, and describe an image in a link. A link to something of the site \
      takes its title.
      """,
    bad: "[](https://example.com/)", good: "[Example](https://example.com/)")
}

/// Links with nothing in them to read.
package struct EmptyLinks: SiteCheck {
  package static let rules: [Rule] = [.emptyLink]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.articles.flatMap(\.linkTexts).filter(\.text.isEmpty).map { link in
      Diagnostic(.emptyLink, "the link has no text", at: link.span, help: "Write what it leads to.")
    }
  }
}

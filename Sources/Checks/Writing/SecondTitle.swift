package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let secondTitle = Rule(
    "second-title", .warning, in: .writing, "A page has two headings of level one.",
    rationale:
      "The heading of level one is the title of the page. With two of them it is about two things, or neither.",
    remedy: "Write the second heading with '##', or divide the page into two.",
    bad: "# Deploy\n\n# Roll back", good: "# Deploy\n\n## Roll back")
}

/// Headings of level one behind the first.
package struct SecondTitle: SiteCheck {
  package static let rules: [Rule] = [.secondTitle]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.articles.flatMap { article in
      let titles = article.headings.filter { $0.level == 1 }
      return titles.dropFirst().map { heading in
        Diagnostic(
          .secondTitle, "the page has a title, \(titles[0].text.quoted), in line \(titles[0].span.line)",
          at: heading.span, help: "Write this heading with '##', or divide the page into two.")
      }
    }
  }
}

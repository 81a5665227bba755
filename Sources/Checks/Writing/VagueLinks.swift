package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let vagueLink = Rule(
    "vague-link", .warning, in: .writing, "The text of a link does not say where it leads.",
    rationale: """
      People look over the links of a page, and screen readers list them, without the words around them: five times \
      'here' tells nobody anything.
      """,
    remedy: "Make the words that name the page the link: its title, or what the reader does there.",
    bad: "To deploy, click [here](deploy.md).", good: "See [how to deploy](deploy.md).")
}

/// Links that say 'here'.
package struct VagueLinks: SiteCheck {
  package static let rules: [Rule] = [.vagueLink]

  /// In English, as is what Lighthouse reports under "links do not have descriptive text".
  private static let texts: Set<String> = [
    "click", "click here", "click me", "click this", "click this link", "follow this link", "from here", "go here",
    "here", "in here", "learn more", "link", "more", "more details", "more info", "more information", "over here",
    "read here", "read more", "right here", "see here", "see more", "the link", "this", "this article", "this document",
    "this link", "this one", "this page", "this post", "this site", "this website",
  ]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    guard site.settings.isEnglish else { return [] }
    return site.articles.flatMap(\.linkTexts).compactMap { link in
      guard VagueLinks.texts.contains(VagueLinks.plain(link.text)) else { return nil }
      return Diagnostic(
        .vagueLink, "\(link.text.quoted) does not say where the link leads", at: link.span,
        help: "Link the words that name the page.")
    }
  }

  /// In lower case, without punctuation and arrows at the ends.
  private static func plain(_ text: String) -> String {
    var rest = text.lowercased()[...]
    while let last = rest.last, !last.isLetter { rest.removeLast() }
    return String(rest.drop { !$0.isLetter })
  }
}

package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let pageLength = Rule(
    "page-length", .warning, in: .writing, "A page is longer than a reader will read.",
    rationale: "On a page of many screens people search, give up and ask. Two pages with names are found.",
    remedy: """
      Divide the page by what its readers want, such as the task and the reference. 'writing: {maxWords: …}' in \
      portico.yaml sets how many words are too many; code does not count.
      """)
}

/// Pages of too many words.
package struct PageLength: SiteCheck {
  package static let rules: [Rule] = [.pageLength]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    let bound = site.settings.writing.maxWords
    return site.pages.compactMap { page in
      guard let count = page.document?.article.prose?.wordCount, count > bound else { return nil }
      return Diagnostic(
        .pageLength, "the page has \(count) words, more than \(bound)", at: page.span,
        help: "Divide it by what its readers want.")
    }
  }
}

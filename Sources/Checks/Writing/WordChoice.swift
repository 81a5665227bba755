package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let wordChoice = Rule(
    "word-choice", .warning, in: .writing, "A word stands here for which the site has another.",
    rationale: "One thing with one name is found and understood; with three names it is three things.",
    remedy: "Write the word that the finding offers. The list is under 'writing: {words: […]}' in portico.yaml.",
    bad: "words: [{avoid: utilise, use: use}]\n\nUtilise the template.", good: "Use the template.")
}

/// Words that the settings of the site list.
package struct WordChoice: SiteCheck {
  package static let rules: [Rule] = [.wordChoice]

  package init() {}

  package func phrases(_ settings: SiteSettings) -> [String] {
    settings.writing.words.flatMap(\.avoid) + settings.writing.allow
  }

  package func check(_ site: Site) -> [Diagnostic] {
    let choices = Dictionary(
      site.settings.writing.words.flatMap { choice in choice.avoid.map { ($0, choice) } },
      uniquingKeysWith: { first, _ in first })
    return site.articles.flatMap(\.phrases).compactMap { phrase, passage in
      // The list may ask for another letter case alone.
      guard let choice = choices[phrase], passage.text != choice.use else { return nil }
      let help = [choice.use.map { "Write '\($0)'." }, choice.reason].compactMap(\.self).joined(separator: " ")
      return Diagnostic(
        .wordChoice, "this site does not write \(passage.text.quoted)", at: passage.span,
        help: help.isEmpty ? "Write another word." : help)
    }
  }
}

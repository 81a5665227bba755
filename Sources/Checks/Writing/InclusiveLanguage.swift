package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let inclusiveLanguage = Rule(
    "inclusive-language", .warning, in: .writing, "A word shuts people out, and a clearer one is at hand.",
    rationale: """
      Words such as 'whitelist' make a part of the readers stumble, and nearly always a plainer word says more exactly \
      what is meant. The list is short: it has what the style guides of Google, Microsoft and the Inclusive Naming \
      Initiative agree on. Words in code, in names and in quotation marks are left alone.
      """,
    remedy: "Write the word that the finding offers. 'writing: {allow: […]}' in portico.yaml lets single phrases pass.",
    bad: "Add your address to the whitelist.", good: "Add your address to the allowlist.")
}

/// Words of a short list that style guides of the field replace.
package struct InclusiveLanguage: SiteCheck {
  package static let rules: [Rule] = [.inclusiveLanguage]

  /// Sources: <https://developers.google.com/style/word-list>, <https://learn.microsoft.com/style-guide/bias-free-communication>,
  /// <https://inclusivenaming.org/word-lists/>.
  private static let choices: [(avoid: [String], use: [String])] = [
    (["blacklist", "blacklists", "black list", "black-list"], ["denylist", "blocklist"]),
    (["blacklisted", "black-listed"], ["blocked", "on the denylist"]),
    (["blacklisting", "black-listing"], ["blocking"]),
    (["whitelist", "whitelists", "white list", "white-list"], ["allowlist"]),
    (["whitelisted", "white-listed"], ["allowed", "on the allowlist"]),
    (["whitelisting", "white-listing"], ["allowing"]),
    (["blacklist/whitelist", "whitelist/blacklist"], ["denylist and allowlist"]),
    (["master/slave", "master-slave", "master and slave", "masters and slaves"], ["primary and replica"]),
    (["slave", "slaves"], ["replica", "secondary", "agent"]),
    (["sanity check", "sanity-check", "sanity test"], ["quick check"]),
    (["sanity checks", "sanity-checks", "sanity tests"], ["quick checks"]),
    (["sanity checked", "sanity-checked"], ["checked"]),
    (["sanity checking", "sanity-checking"], ["checking"]),
    (["dummy", "dummies"], ["placeholder", "sample"]),
    (["man-hour", "man hour", "man-hours", "man hours"], ["person-hours"]),
    (["man-day", "man day", "man-days", "man days"], ["person-days"]),
    (["man-month", "man-months"], ["person-months"]),
    (["manpower"], ["people", "workforce"]),
    (["man-made"], ["artificial"]),
    (["man in the middle", "man-in-the-middle"], ["on-path", "person-in-the-middle"]),
    (["middleman", "middlemen"], ["intermediary"]),
    (["chairman"], ["chair"]),
    (["guys"], ["everyone"]),
    (["he/she", "she/he", "s/he"], ["they"]),
    (["his/her", "her/his"], ["their"]),
    (["him/her", "her/him"], ["them"]),
    (["grandfathered", "grandfathering", "grandfather in"], ["exempt", "legacy"]),
    (["crazy", "insane"], ["surprising", "extreme"]),
    (["crippled", "crippling"], ["slowed down", "broken"]),
    (["tribal knowledge"], ["undocumented knowledge"]),
    (["black hat", "black-hat", "blackhat"], ["malicious"]),
    (["white hat", "white-hat", "whitehat"], ["ethical"]),
  ]

  private static let uses = Dictionary(
    choices.flatMap { choice in choice.avoid.map { ($0, choice.use) } }, uniquingKeysWith: { first, _ in first })

  package init() {}

  package func phrases(_ settings: SiteSettings) -> [String] {
    settings.isEnglish ? InclusiveLanguage.choices.flatMap(\.avoid) + settings.writing.allow : []
  }

  package func check(_ site: Site) -> [Diagnostic] {
    let own = Set(site.settings.writing.words.flatMap(\.avoid) + site.settings.writing.allow)
    return site.articles.flatMap(\.phrases).compactMap { phrase, passage in
      guard let use = InclusiveLanguage.uses[phrase], !own.contains(phrase) else { return nil }
      return Diagnostic(
        .inclusiveLanguage, "\(passage.text.quoted) shuts people out", at: passage.span,
        help: "Write \(use.alternatives).")
    }
  }
}

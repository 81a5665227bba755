package import Diagnostics

extension Rule {
  /// Every rule that only published files are held against.
  package static let publishedSite: [Rule] = [.emptySite, .missingSlash, .repeatedID]

  package static let emptySite = Rule(
    "empty-site", .error, "A folder that is checked as a site holds no page.",
    rationale: "A check of nothing finds nothing, and would pass for ever after a build that failed or went elsewhere.",
    remedy: "Name the folder that the site was built into.",
    bad: "portico check --site docs", good: "portico check --site docs/_build/html")

  package static let missingSlash = Rule(
    "missing-slash", .warning, "A link to a folder lacks the slash at its end.",
    rationale:
      "The host answers with a redirect, which costs every reader a round trip, and which behind a proxy may lead astray.",
    remedy: "Add the slash.",
    bad: "<a href=\"../guides\">", good: "<a href=\"../guides/\">")

  package static let repeatedID = Rule(
    "repeated-id", .warning, "A page gives the same id to two elements.",
    rationale: "Links, labels and scripts that name the id reach the first element alone.",
    remedy: "Give each element an id of its own.",
    bad: "<h2 id=\"setup\">Setup</h2> … <h2 id=\"setup\">Setup on macOS</h2>",
    good: "<h2 id=\"setup\">Setup</h2> … <h2 id=\"setup-on-macos\">Setup on macOS</h2>")
}

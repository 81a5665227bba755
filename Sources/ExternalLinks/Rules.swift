package import Diagnostics

extension Rule {
  /// The rules of this module, for all of which the web has to be asked.
  package static let externalLinks: [Rule] = [
    .brokenExternalLink, .failingExternalLink, .movedExternalLink, .brokenExternalAnchor, .unreachableExternalLink,
    .uncheckedExternalLink,
  ]

  static let brokenExternalLink = Rule(
    "broken-external-link", .error, "A link leads to a page of the web that is gone, and was gone in an earlier run.",
    rationale: "A reader who follows it meets an error. That it failed twice rules out a bad day of the server.",
    remedy: "Link to where the page is now, or remove the link.",
    bad: "[Specification](https://standards.org/v1/speck)", good: "[Specification](https://standards.org/v1/spec)")

  static let failingExternalLink = Rule(
    "failing-external-link", .warning, "A link leads to a page of the web that is gone; it is the first time.",
    rationale: "Servers have bad days, so what fails for the first time fails no build. The cache remembers it.",
    remedy: "Try the link. If it is broken, link to where the page is now.",
    bad: "[Specification](https://standards.org/v1/speck)", good: "[Specification](https://standards.org/v1/spec)")

  static let movedExternalLink = Rule(
    "moved-external-link", .warning, "A page of the web has moved for good.",
    rationale: "Redirects are taken down some day, and until then every reader makes the detour.",
    remedy: "Write the new address; 'portico check --external --fix' does.",
    bad: "http://standards.org/spec", good: "https://standards.org/spec")

  static let brokenExternalAnchor = Rule(
    "broken-external-anchor", .warning, "A link names a part of a page of the web that the page does not have.",
    rationale: "The reader lands at the top of the page and has to search for what the link promised.",
    remedy: "Use an id that the page has, or link to the page alone.",
    bad: "https://standards.org/spec#limit", good: "https://standards.org/spec#limits")

  static let unreachableExternalLink = Rule(
    "unreachable-external-link", .warning, isAdvisory: true,
    "A server did not say whether a page of the web is there.",
    rationale:
      "It wanted fewer requests or a login, was too slow or broke off. A reader may fare better, so it fails no build, "
      + "even where warnings do.",
    remedy:
      "Try the link. If it is right, put the code under 'check.external.accept', or the host under 'check.external.exclude'.",
    bad: "https://networking.site/in/somebody", good: "check:\n  external:\n    exclude: [networking.site]")

  static let uncheckedExternalLink = Rule(
    "unchecked-external-link", .warning, isAdvisory: true, "External links were not checked.",
    rationale:
      "The time was up, the cache knew nothing, or the host is not public: a text must not make a build machine ask around "
      + "in the network that it stands in.",
    remedy: "Raise 'check.external.minutes', or name what may be asked under 'check.external.allow'.",
    bad: "https://wiki.corp/runbook", good: "check:\n  external:\n    allow: [wiki.corp]")
}

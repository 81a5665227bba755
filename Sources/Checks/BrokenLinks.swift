package import Diagnostics
package import SiteModel

extension Rule {
  package static let movedLink = Rule(
    "moved-link", .warning, "A link leads to an address that its page has left.",
    rationale: "It works by a redirect alone, and in the portal alone: on a Git host and in an editor it is broken.",
    remedy: "Link to the page where it is now.",
    bad: "See [setup](/old/setup/).", good: "See [setup](guides/setup.md).")
}

/// Links, images and references that lead nowhere or by a detour.
package struct BrokenLinks: SiteCheck {
  package static let rules: [Rule] = [.brokenLink, .brokenAnchor, .movedLink]

  private let repository: @Sendable (Site) -> CoveredRepository?

  /// - Parameter repository: asked if a link leads nowhere; nil where there is none.
  package init(_ repository: @escaping @Sendable (Site) -> CoveredRepository?) { self.repository = repository }

  package func check(_ site: Site) -> [Diagnostic] {
    guard !site.links.failures.isEmpty else { return [] }
    var host = GitHostView(site, repository(site))
    return site.links.failures.map { failure in
      if let finding = host.finding(on: failure) { return finding }
      let (rule, message, help) = BrokenLinks.text(failure, site)
      let fix = failure.right.map { Replacement(of: failure.span, reading: failure.destination, with: $0) }
      return Diagnostic(rule, message, at: failure.span, help: help, fix: fix)
    }
  }

  private static func text(_ failure: LinkFailure, _ site: Site) -> (Rule, message: String, help: String?) {
    let what = failure.isImage ? "image" : "page or file"
    let link = "'\(failure.destination)'"
    let meant = DidYouMean.help(failure.nearest)
    switch failure.cause {
    case .noPath, .noName(_, pages: []): return (.brokenLink, "no \(what) \(link)", meant)
    case .noName: return (.brokenLink, "several pages go by the name \(link)", meant)
    case .noAnchor(_, let page):
      let fragment = failure.destination.drop { $0 != "#" }
      return (
        .brokenAnchor, "no anchor '\(fragment)' on the page '\(site.pages[page].title)'",
        DidYouMean.help(failure.nearest.map { "#" + $0 })
      )
    case .letterCase:
      return (
        .brokenLink, "no \(what) \(link): the letter case is wrong",
        failure.nearest.first.map { "It is spelt '\($0)'." }
      )
    case .moved(_, let isReachable):
      let message = isReachable ? "\(link) is an address that the page has left" : "\(link) has moved"
      return (isReachable ? .movedLink : .brokenLink, message, failure.nearest.first.map { "Link to '\($0)'." })
    case .outsideRoot:
      return (
        .brokenLink, "\(link) leads out of the content folder",
        "Move the target into the content folder, or link to its full URL."
      )
    case .draft:
      return (
        .brokenLink, "\(link) is a draft and is not published",
        "Publish it by removing 'draft: true', or build with --drafts."
      )
    case .source:
      return (.brokenLink, "\(link) is read by the build and not published", "Link to the page that shows it.")
    case .noEntity:
      return (
        .brokenLink, "nothing in the content is \(link)",
        meant ?? "Write its kind and the name in its descriptor, such as 'group:platform'."
      )
    case .noTerm(_, let hasGlossary):
      let remedy = hasGlossary ? "Add the term to the glossary." : "A glossary is a page with 'kind: glossary'."
      return (.brokenLink, "no glossary defines \(link)", meant ?? remedy)
    }
  }
}

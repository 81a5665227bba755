package import Diagnostics
package import SiteModel

extension Rule {
  package static let brokenLink = Rule(
    "broken-link", .error, "A link or image leads to nothing that the site publishes.",
    rationale: "A reader who meets one dead end stops trusting the other links.",
    remedy:
      "Write the path of the page's or file's source relative to this file, or from the content folder with a leading '/'.",
    bad: "See [setup](setpu.md).", good: "See [setup](setup.md).")

  package static let brokenAnchor = Rule(
    "broken-anchor", .error, "A link names a part of a page that the page does not have.",
    rationale: "The reader lands at the top of a long page and has to search for what the link promised.",
    remedy: "Use the id of a heading: its text in lower case, spaces as hyphens, punctuation dropped.",
    bad: "[limits](setup.md#Limits!)", good: "[limits](setup.md#limits)")
}

/// Links, images and references that lead nowhere.
package struct BrokenLinks: SiteCheck {
  package static let rules: [Rule] = [.brokenLink, .brokenAnchor]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] { site.links.failures.map(diagnostic) }

  private func diagnostic(_ failure: LinkFailure) -> Diagnostic {
    let what = failure.isImage ? "image" : "page or file"
    let link = "'\(failure.destination)'"
    switch failure.reason {
    case .notFound(let nearest):
      return Diagnostic(.brokenLink, "no \(what) \(link)", at: failure.span, help: BrokenLinks.suggestion(nearest))
    case .noAnchor(let page, let nearest):
      let fragment = failure.destination.drop { $0 != "#" }
      return Diagnostic(
        .brokenAnchor, "no anchor '\(fragment)' on the page '\(page)'", at: failure.span,
        help: BrokenLinks.suggestion(nearest.map { "#" + $0 }))
    case .letterCase(let right):
      return Diagnostic(
        .brokenLink, "no \(what) \(link): the letter case is wrong", at: failure.span, help: "It is spelt '\(right)'.")
    case .outsideRoot:
      return Diagnostic(
        .brokenLink, "\(link) leads out of the content folder", at: failure.span,
        help: "Move the target into the content folder, or link to its full URL.")
    case .draft:
      return Diagnostic(
        .brokenLink, "\(link) is a draft and is not published", at: failure.span,
        help: "Publish it by removing 'draft: true', or build with --drafts.")
    case .noEntity(let nearest):
      return Diagnostic(
        .brokenLink, "nothing in the content is \(link)", at: failure.span,
        help: BrokenLinks.suggestion(nearest)
          ?? "Write its kind and the name in its descriptor, such as 'group:platform'.")
    case .noTerm(let nearest, let hasGlossary):
      let remedy = hasGlossary ? "Add the term to the glossary." : "A glossary is a page with 'kind: glossary'."
      return Diagnostic(
        .brokenLink, "no glossary defines \(link)", at: failure.span, help: BrokenLinks.suggestion(nearest) ?? remedy)
    case .source:
      return Diagnostic(
        .brokenLink, "\(link) is read by the build and not published", at: failure.span,
        help: "Link to the page that shows it.")
    }
  }

  /// The question whether one of some names was meant; nil without names.
  static func suggestion(_ names: [String]) -> String? {
    names.isEmpty ? nil : "Did you mean \(names.alternatives)?"
  }
}

package import Diagnostics
package import SiteModel

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

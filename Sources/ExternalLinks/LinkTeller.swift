import Diagnostics
import SiteModel

/// Makes findings of answers, one for each place.
struct LinkTeller {
  let answers: [WebAddress: Finding]
  /// What was known before the run.
  let earlier: LinkCache

  func tell(_ links: [ExternalLink]) -> [Diagnostic] {
    var omissions: [Omission: [ExternalLink]] = [:]
    var diagnostics: [Diagnostic] = []
    for link in links {
      guard let finding = answers[link.address] else { continue }
      if case .unchecked(let omission) = finding.verdict { omissions[omission, default: []].append(link) }
      diagnostics += tell(finding, link)
    }
    return diagnostics + omissions.map { tell($0.key, $0.value) }
  }

  private func tell(_ finding: Finding, _ link: ExternalLink) -> [Diagnostic] {
    let url = "'\(link.address.text)'"
    let place = link.reference.span
    var found: [Diagnostic] = []
    switch finding.verdict {
    case .good, .unchecked: break
    case .moved(let new): found.append(moved(url, to: new, link))
    case .unreachable(let reason): found.append(Diagnostic(.unreachableExternalLink, "\(url) \(reason)", at: place))
    case .broken(let reason):
      let rule = wasBroken(link.address.text) ? Rule.brokenExternalLink : .failingExternalLink
      found.append(
        Diagnostic(rule, "\(url) \(reason)", at: place, help: "Link to where the page is now, or remove the link."))
    }
    if let anchor = link.anchor, finding.missing.contains(anchor) {
      found.append(Diagnostic(.brokenExternalAnchor, "\(url) has no anchor '#\(anchor)'", at: place))
    }
    return found
  }

  private func moved(_ url: String, to new: String, _ link: ExternalLink) -> Diagnostic {
    let message = "\(url) has moved to '\(new)'"
    // Sites that clear up send what they removed to their front page.
    if let address = WebAddress(new), address.path == "/", link.address.path != "/" {
      return Diagnostic(
        .movedExternalLink, message, at: link.reference.span,
        help: "That is a front page; look for what the old page was about.")
    }
    let fragment = link.reference.url.firstIndex(of: "#").map { link.reference.url[$0...] } ?? ""
    let fix =
      link.reference.isRewritable
      ? Replacement(of: link.reference.span, with: (new + fragment).asMarkdownDestination) : nil
    return Diagnostic(
      .movedExternalLink, message, at: link.reference.span, help: "Write '\(new)\(fragment)'.", fix: fix)
  }

  private func wasBroken(_ url: String) -> Bool {
    if case .broken = earlier.entry(url)?.verdict { true } else { false }
  }

  private func tell(_ omission: Omission, _ links: [ExternalLink]) -> Diagnostic {
    let count = links.count == 1 ? "1 external link was" : "\(links.count) external links were"
    switch omission {
    case .outOfTime:
      return Diagnostic(
        .uncheckedExternalLink, "\(count) not checked: the time was up", at: nil,
        help: "'check.external.minutes' sets the time; what was checked is in the cache for the next run.")
    case .offline:
      return Diagnostic(
        .uncheckedExternalLink, "\(count) not checked: the cache knows nothing of \(links.count == 1 ? "it" : "them")",
        at: nil)
    case .notPublic(let host, let address):
      return Diagnostic(
        .uncheckedExternalLink, "\(count) not checked: '\(host)' is at \(address), which is no public address",
        at: links.map(\.reference.span).min(), help: "Name the host under 'check.external.allow' to have it asked.")
    }
  }
}

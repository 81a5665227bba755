import Bytes
import Diagnostics
import YAML

/// Finds out where the redirects of the settings lead, by way of others where they lead to those.
struct RedirectTargets {
  /// What a redirect leads to: see `Redirect`.
  struct Target {
    let reference: String
    let page: Int?
  }

  private let pages: [Page]
  private let resolver: LinkResolver
  private var advisor: LinkAdvisor
  private var chains: RedirectChains

  init(pages: [Page], map: SiteMap, settings: SiteSettings) {
    self.pages = pages
    resolver = LinkResolver(pages: pages, map: map, settings: settings)
    advisor = LinkAdvisor(pages: pages, map: map, named: NamedTargets(map: map))
    chains = RedirectChains(pages: pages, map: map, settings: settings)
  }

  /// Where a redirect leads; nil, with a finding, if that is nowhere.
  mutating func target(from: Located<String>, to: Located<String>) -> Outcome<Target?> {
    let redirect = "the redirect from '\(from.value)' leads to '\(to.value)'"
    switch resolver.resolve(to.value, from: nil, folder: "") {
    case .success(let target):
      if let target = self.target(target, written: to.value) { return Outcome(target) }
      return Outcome(nil, [RedirectTargets.fault(redirect + ", which is no page", to)])
    case .failure(let cause):
      switch chains.end(of: to.value) {
      case .circle:
        let finding = Diagnostic(
          .redirectTarget, redirect + " and from there in a circle", at: to.span,
          help: "Let one of them lead to a page, a file or a full URL.")
        return Outcome(nil, [finding])
      case .destination(let end):
        guard case .success(let target) = resolver.resolve(end, from: nil, folder: "") else { break }
        let finding = Diagnostic(
          .redirectChain, redirect + ", which is itself redirected", at: to.span, help: "Write '\(end)'.",
          fix: Replacement(of: to.span, reading: to.value, with: end))
        return Outcome(self.target(target, written: end), [finding])
      case nil: break
      }
      return Outcome(nil, [fault(redirect, to, cause)])
    }
  }

  private func target(_ target: LinkTarget, written: String) -> Target? {
    guard target.isInside || RedirectTargets.isWebAddress(written) else { return nil }
    return Target(
      reference: target.reference(pages: pages) ?? written, page: target.suffix.isEmpty ? target.page : nil)
  }

  private mutating func fault(_ redirect: String, _ to: Located<String>, _ cause: LinkFailure.Cause) -> Diagnostic {
    let failure = advisor.advice(
      on: UnresolvedLink(
        destination: to.value, span: to.span, isImage: false, folder: "", cause: cause, isOwn: true))
    guard case .noAnchor(let id, let page) = cause else {
      return RedirectTargets.fault(redirect + ", which is no page", to, nearest: failure.nearest, right: failure.right)
    }
    return RedirectTargets.fault(
      redirect + ", and the page '\(pages[page].title)' has no anchor '#\(id)'", to,
      nearest: failure.nearest.map { "#" + $0 }, right: failure.right)
  }

  private static func fault(_ message: String, _ to: Located<String>, nearest: [String] = [], right: String? = nil)
    -> Diagnostic
  {
    Diagnostic(
      .redirectTarget, message, at: to.span,
      help: DidYouMean.help(nearest) ?? "Write the address or the content path of a page, or a full URL.",
      fix: right.map { Replacement(of: to.span, reading: to.value, with: $0) })
  }

  /// Other schemes could run a script when the reader follows the link.
  private static func isWebAddress(_ url: String) -> Bool { url.hasPrefix("https://") || url.hasPrefix("http://") }
}

/// Where redirects end that lead to one another.
private struct RedirectChains {
  enum End {
    /// A destination that is no redirect itself, as it is written.
    case destination(String)
    case circle
  }

  /// Destinations as they are written, by the address that leads to them.
  private var destinations: [String: String] = [:]
  private let map: SiteMap
  private var ends: [String: End] = [:]

  init(pages: [Page], map: SiteMap, settings: SiteSettings) {
    self.map = map
    for page in pages {
      guard let document = page.document else { continue }
      for alias in document.frontMatter.aliases {
        add(Redirect.address(of: alias.value, folder: page.folder), document.path)
      }
    }
    for (from, to) in settings.redirects { add(Redirect.address(of: from.value, folder: ""), to.value) }
  }

  private mutating func add(_ address: String?, _ destination: String) {
    // Where something is published, no redirect leads on.
    guard let address, destinations[address] == nil, map.lookUp(address) == nil else { return }
    destinations[address] = destination
  }

  /// Where a destination leads that is a redirect; nil for any other.
  mutating func end(of destination: String) -> End? {
    var current = destination
    var passed: [String] = []
    var end: End?
    while end == nil, let address = Redirect.address(of: current, folder: ""), let next = destinations[address] {
      end = ends[address]
      // Until the end is known, whoever comes by again goes in a circle.
      if end == nil { ends[address] = .circle }
      passed.append(address)
      current = next
    }
    guard !passed.isEmpty else { return nil }
    let found = end ?? .destination(current)
    for address in passed { ends[address] = found }
    return found
  }
}

extension LinkTarget {
  /// The target as a URL reference from the root of the site; nil for one outside.
  fileprivate func reference(pages: [Page]) -> String? {
    switch place {
    case .page(let index): pages[index].href(root: "", suffix: suffix)
    case .file(let path): PercentEncoding.encode(path: path) + suffix
    case .redirect(let target): LinkTarget.joined(target, suffix)
    case .external: nil
    }
  }
}

package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let vanishedAddress = Rule(
    "vanished-address", .error, "An address that was public is gone, and no redirect leads on from it.",
    rationale: "Others have it in bookmarks, chats and pages of their own, and now meet an error page.",
    remedy: "Name the old address among the 'aliases' of the page that took its place, or in 'redirects'.",
    bad: "guides/setup.md renamed to guides/install.md", good: "guides/install.md with 'aliases: [/guides/setup/]'")

  package static let vanishedAnchor = Rule(
    "vanished-anchor", .error, "A part of a page that others could link to is gone.",
    rationale: "Whoever follows such a link lands at the top of the page and has to search.",
    remedy: "Keep the old id on the heading that took its place, as '{#old-id}'.",
    bad: "## Limits, renamed to ## Quotas", good: "## Quotas {#limits}")
}

/// What an earlier site answered and this one does not.
package struct VanishedAddresses: SiteCheck {
  package static let rules: [Rule] = [.vanishedAddress, .vanishedAnchor]

  private let earlier: PublicAddresses
  /// Where redirects are written, as reports name it; nil for a site without settings of its own.
  private let settingsPath: String?

  /// - Parameters:
  ///   - earlier: what was public.
  ///   - settingsPath: the site's `portico.yaml` as reports name it; nil where there is none.
  package init(since earlier: PublicAddresses, settingsPath: String?) {
    self.earlier = earlier
    self.settingsPath = settingsPath
  }

  package func check(_ site: Site) -> [Diagnostic] {
    let now = PublicAddresses(of: site)
    let pages = Dictionary(site.pages.map { ($0.sitePath, $0) }) { first, _ in first }
    let successors = Successors(of: earlier, in: now)
    return earlier.anchors.sorted { $0.key < $1.key }.flatMap { address, anchors -> [Diagnostic] in
      if let page = pages[address] {
        return Set(anchors).subtracting(page.anchors).sorted().map { gone(anchor: $0, of: page) }
      }
      if now.anchors[address] != nil { return [] }
      return [gone(address, successor: successors.successor(of: address).flatMap { pages[$0] })]
    }
  }

  private func gone(_ address: String, successor: Page?) -> Diagnostic {
    let old = "/" + address
    let span = successor?.document.map { SourceSpan(path: $0.displayPath) }
    let settings = settingsPath.map { SourceSpan(path: $0) }
    let help =
      if let successor, span != nil {
        "If '\(successor.title)' took its place, write 'aliases: [\(old)]' in its front matter."
      } else {
        "Write where its readers should go among the 'redirects' of portico.yaml: '\(old): /\(successor?.sitePath ?? "")'."
      }
    return Diagnostic(
      .vanishedAddress, "'\(old)' was public and is gone without a redirect", at: span ?? settings, help: help)
  }

  private func gone(anchor: String, of page: Page) -> Diagnostic {
    let heading = page.headings(near: anchor).first { !(earlier.anchors[page.sitePath] ?? []).contains($0.id) }
    let help =
      if let heading {
        "If '\(heading.text)' took its place, keep the old id: "
          + "'\(String(repeating: "#", count: heading.level)) \(heading.text) {#\(anchor)}'."
      } else {
        "Keep the id where its text went: '<a id=\"\(anchor)\"></a>'."
      }
    return Diagnostic(
      .vanishedAnchor, "the anchor '#\(anchor)' of '/\(page.sitePath)' was public and is gone",
      at: heading?.span ?? page.span, help: help)
  }
}

/// Guesses which new page took the place of one that is gone.
private struct Successors {
  private let earlier: PublicAddresses
  private let now: PublicAddresses
  /// The new addresses by the last name in them.
  private let namesakes: [Substring: [String]]
  /// The new addresses that have an anchor, by the anchor.
  private let holders: [String: [String]]

  /// An anchor that more pages have says nothing of a single one.
  private static let mostHolders = 20

  init(of earlier: PublicAddresses, in now: PublicAddresses) {
    self.earlier = earlier
    self.now = now
    let new = now.anchors.keys.filter { earlier.anchors[$0] == nil }.sorted()
    namesakes = Dictionary(grouping: new) { Successors.lastName($0) }
    var holders: [String: [String]] = [:]
    for address in new {
      for anchor in now.anchors[address] ?? [] { holders[anchor, default: []].append(address) }
    }
    self.holders = holders.filter { $0.value.count <= Successors.mostHolders }
  }

  /// The new address with the same name or most of the same anchors; else the nearest folder above that is still there.
  func successor(of address: String) -> String? {
    alike(address) ?? namesake(of: address) ?? folder(of: address)
  }

  /// The new page that has the most of the anchors, if that is at least half.
  private func alike(_ address: String) -> String? {
    let wanted = earlier.anchors[address] ?? []
    var shared: [String: Int] = [:]
    for anchor in wanted {
      for holder in holders[anchor] ?? [] { shared[holder, default: 0] += 1 }
    }
    guard let best = shared.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), best.value * 2 >= wanted.count else {
      return nil
    }
    return best.key
  }

  private func namesake(of address: String) -> String? {
    let namesakes = namesakes[Successors.lastName(address)] ?? []
    return namesakes.count == 1 ? namesakes[0] : nil
  }

  private static func lastName(_ address: String) -> Substring { address.split(separator: "/").last ?? "" }

  private func folder(of address: String) -> String? {
    var folder = address.split(separator: "/").map(String.init).dropLast()
    while !folder.isEmpty {
      let parent = folder.joined(separator: "/") + "/"
      if now.anchors[parent] != nil { return parent }
      folder = folder.dropLast()
    }
    return now.anchors[""] == nil ? nil : ""
  }
}

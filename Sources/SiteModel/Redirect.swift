import Bytes
import Diagnostics
import YAML

/// An address that leads on to another.
package struct Redirect: Sendable {
  /// The old address below the root; it ends with a slash or names a file.
  package let sitePath: String
  /// A full URL, or a URL reference from the root of the site without a leading slash.
  package let target: String
  /// The page that it leads to the top of; nil for any other target.
  let page: Int?

  /// The target as a URL reference.
  ///
  /// - Parameter root: what leads to the root of the site: `../`, or its full URL.
  package func href(root: String) -> String { Reference(target) == nil ? target : root + target }
}

extension Redirect {
  /// The aliases of all pages and the redirects of the settings, less those whose address is taken.
  static func resolveAll(pages: [Page], map: SiteMap, settings: SiteSettings, claims: inout OutputClaims)
    -> Outcome<[Redirect]>
  {
    var found = Outcome<[Redirect]>([])
    func add(_ from: Located<String>, folder: String, target: String, page: Int?) {
      guard let sitePath = address(of: from.value, folder: folder) else {
        return found.diagnostics.append(
          Diagnostic(
            .redirectTarget, "'\(from.value)' is no address below the root of the site", at: from.span,
            help: "Write the path of the old address, such as '/guides/old/'."))
      }
      let collision = claims.claim(
        SitePath.outputFile(sitePath), name: "the redirect from '/\(sitePath)'", span: from.span,
        help: "Remove the redirect, or move the page.")
      if let collision {
        found.diagnostics.append(collision)
      } else {
        found.value.append(Redirect(sitePath: sitePath, target: target, page: page))
      }
    }
    for (index, page) in pages.enumerated() {
      for alias in page.document?.frontMatter.aliases ?? [] {
        add(alias, folder: page.folder, target: page.href(root: ""), page: index)
      }
    }
    let resolver = LinkResolver(pages: pages, map: map, settings: settings)
    for (from, to) in settings.redirects {
      switch resolver.resolve(to.value, from: nil, folder: "") {
      case .success(let target) where target.isInside || isWebAddress(to.value):
        add(
          from, folder: "", target: target.reference(pages: pages) ?? to.value,
          page: target.suffix.isEmpty ? target.page : nil)
      default:
        found.diagnostics.append(
          Diagnostic(
            .redirectTarget, "the redirect from '\(from.value)' leads to '\(to.value)', which is no page", at: to.span,
            help: "Write the address or the content path of a page, or a full URL."))
      }
    }
    return found
  }

  /// Other schemes could run a script when the reader follows the link.
  private static func isWebAddress(_ url: String) -> Bool { url.hasPrefix("https://") || url.hasPrefix("http://") }

  /// The site path of an alias: from the root, or from the folder of its page; without an extension it is a folder.
  private static func address(of alias: String, folder: String) -> String? {
    guard let reference = Reference(alias) else { return nil }
    guard let path = ContentPath.resolve(reference.path, from: alias.hasPrefix("/") ? "" : folder), !path.isEmpty
    else { return nil }
    return path.hasSuffix(".html") ? path : path + "/"
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

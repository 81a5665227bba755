import Bytes
import Diagnostics
import YAML

/// An address that leads on to another.
package struct Redirect: Sendable {
  /// The old address below the root; it ends with a slash or names a file.
  package let sitePath: String
  /// A full URL, or a URL reference from the root of the site without a leading slash.
  package let target: String

  /// The target as a URL reference.
  ///
  /// - Parameter root: what leads to the root of the site: `../`, or its full URL.
  package func href(root: String) -> String { Reference(target) == nil ? target : root + target }
}

extension Redirect {
  /// The aliases of all pages and the redirects of the settings.
  static func resolveAll(pages: [Page], map: SiteMap, settings: SiteSettings) -> Outcome<[Redirect]> {
    var found = Outcome<[Redirect]>([])
    var taken: [String: String] = [:]
    func add(_ from: Located<String>, folder: String, target: String) {
      guard let sitePath = address(of: from.value, folder: folder) else {
        let message = "the address '\(from.value)' lies outside the site"
        return found.diagnostics.append(Diagnostic(.redirectTarget, message, at: from.span))
      }
      let output = SitePath.outputFile(sitePath).lowercased()
      if let other = taken[output] ?? map.page(at: sitePath).map({ pages[$0].title }) {
        found.diagnostics.append(
          Diagnostic(
            .urlCollision, "the redirect from '/\(sitePath)' takes the address of '\(other)'", at: from.span,
            help: "Remove the redirect, or move the page."))
      } else {
        taken[output] = "another redirect"
        found.value.append(Redirect(sitePath: sitePath, target: target))
      }
    }
    for page in pages {
      let target = page.href(root: "")
      for alias in page.document?.frontMatter.aliases ?? [] { add(alias, folder: page.folder, target: target) }
    }
    let resolver = LinkResolver(pages: pages, map: map, settings: settings)
    for (from, to) in settings.redirects {
      switch resolver.resolve(to.value, from: nil, folder: "") {
      case .success(let target): add(from, folder: "", target: target.reference(pages: pages) ?? to.value)
      case .failure:
        found.diagnostics.append(
          Diagnostic(
            .redirectTarget, "the redirect from '\(from.value)' leads to '\(to.value)', which is no page", at: to.span,
            help: "Write the address or the content path of a page, or a full URL."))
      }
    }
    return found
  }

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
    case .redirect(let target): target + suffix
    case .external: nil
    }
  }
}

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
  /// Whether that page has been at the address: an alias or a setting of Portico says so, while other generators redirect
  /// from addresses that they make themselves.
  var isLeft = false

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
    func add(_ from: Located<String>, folder: String, target: String, page: Int?, isLeft: Bool) {
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
        found.value.append(Redirect(sitePath: sitePath, target: target, page: page, isLeft: isLeft))
      }
    }
    for (index, page) in pages.enumerated() {
      for alias in page.document?.frontMatter.aliases ?? [] {
        add(alias, folder: page.folder, target: page.href(root: ""), page: index, isLeft: true)
      }
    }
    var targets = RedirectTargets(pages: pages, map: map, settings: settings)
    for (from, to) in settings.redirects {
      let target = targets.target(from: from, to: to)
      found.diagnostics += target.diagnostics
      guard let target = target.value else { continue }
      let isOwn = ContentPath.stem(of: from.span.path) == "portico"
      add(from, folder: "", target: target.reference, page: target.page, isLeft: isOwn)
    }
    return found
  }

  /// The site path of an alias: from the root, or from the folder of its page; without an extension it is a folder.
  static func address(of alias: String, folder: String) -> String? {
    guard let reference = Reference(alias) else { return nil }
    guard let path = ContentPath.resolve(reference.path, from: alias.hasPrefix("/") ? "" : folder), !path.isEmpty
    else { return nil }
    return path.hasSuffix(".html") ? path : path + "/"
  }
}

import Bytes

/// Addresses below the root of the site, unescaped and without a leading slash: `guides/setup/`; the home page is empty.
package enum SitePath {
  /// The address of a folder's page.
  package static func folder(_ folder: String, style: URLStyle) -> String {
    switch style {
    case .clean: folder.isEmpty ? "" : folder + "/"
    case .file: ContentPath.join(folder, "index.html")
    }
  }

  /// The address of a page that is not its folder's page.
  ///
  /// - Parameter place: its folder and name, without any extension.
  package static func page(_ place: String, style: URLStyle) -> String {
    switch style {
    case .clean: place + "/"
    case .file: place + ".html"
    }
  }

  /// The file in the output that answers an address.
  package static func outputFile(_ sitePath: String) -> String {
    sitePath.isEmpty || sitePath.hasSuffix("/") ? sitePath + "index.html" : sitePath
  }

  /// The relative way from an address to the root: `./` at the root, `../../` for `guides/setup/`.
  package static func rootPrefix(_ sitePath: String) -> String {
    let depth = sitePath.utf8.count { $0 == UInt8(ascii: "/") }
    return depth == 0 ? "./" : String(repeating: "../", count: depth)
  }
}

/// Relative, `/`-separated paths below one root, as plain strings: `guides/deploy.md`.
///
/// The root is the empty path.
package enum ContentPath {
  /// The folder that a path lies in, without a trailing slash: `a/b` for `a/b/c.md`, empty for `c.md`.
  package static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[..<slash])
  }

  /// The last component: `c.md` for `a/b/c.md`.
  package static func name(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The name without its last extension: `c` for `a/b/c.md`; a leading dot begins no extension.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The extension in lower case, without its dot; empty where there is none.
  package static func fileExtension(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// `path` below `folder`: `a/b` for `a` and `b`, `b` for the root and `b`.
  package static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty { return path }
    return path.isEmpty ? folder : folder + "/" + path
  }

  /// Whether a path is `folder` itself or lies below it.
  ///
  /// Everything lies below the root.
  package static func isInside(_ path: String, folder: String) -> Bool {
    folder.isEmpty || path == folder || path.hasPrefix(folder + "/")
  }

  /// A relative reference taken from a folder, with `.`, `..` and empty components worked out.
  ///
  /// - Returns: the path without leading or trailing slash, or nil if it leads out of the root.
  package static func resolve(_ reference: String, from folder: String) -> String? {
    var components = folder.isEmpty ? [] : folder.split(separator: "/")
    for component in reference.split(separator: "/") where component != "." {
      if component == ".." {
        guard components.popLast() != nil else { return nil }
      } else {
        components.append(component)
      }
    }
    return components.joined(separator: "/")
  }
}

import Bytes

/// What is published where: pages and files by every name that a link may give them.
package struct SiteMap: Sendable {
  /// What a path of the content or the site names.
  enum Entry: Sendable, Hashable {
    case page(Int)
    case file(String)
    /// An address that a page has left, which leads on to it.
    case moved(Int)
    /// Any other redirect of the site's own, to a URL reference from the root.
    case redirect(String)
    /// A page that is not published because it is a draft.
    case draft
    /// A YAML file that pages were made from without having a page of its own.
    case source

    var page: Int? {
      switch self {
      case .page(let index), .moved(let index): index
      default: nil
      }
    }
  }

  private var entries: [String: Entry] = [:]
  /// The right spelling of paths by their lower-case form.
  private var spellings: [String: String] = [:]
  private var pathsByName: [String: [String]] = [:]
  /// Content paths of all sources, in the order of the site.
  private(set) var sources: [String] = []
  private let style: URLStyle
  private let names: FileNames

  init(style: URLStyle, names: FileNames = .plain) {
    self.style = style
    self.names = names
  }

  /// Adds a name by which links may reach an entry; the first entry of a name stays.
  mutating func add(_ entry: Entry, at path: String) {
    guard entries[path] == nil else { return }
    entries[path] = entry
    spellings[path.lowercased(), default: path] = path
  }

  /// Adds the name of a content folder, whatever the address of its page.
  mutating func add(_ entry: Entry, atFolder folder: String) { add(entry, at: address(of: folder)) }

  private func address(of folder: String) -> String { SitePath.folder(names.address(of: folder), style: style) }

  /// Makes a source path known to suggestions.
  mutating func suggest(_ path: String) {
    sources.append(path)
    pathsByName[ContentPath.name(of: path).lowercased(), default: []].append(path)
  }

  /// The page of a content folder.
  package func page(atFolder folder: String) -> Int? {
    entries[address(of: folder)]?.page
  }

  /// The page at a content path or a site path, without a leading slash.
  package func page(at path: String) -> Int? {
    lookUp(path)?.page
  }

  /// What a path names, tried as it is and in the forms that authors write: without extension, with `.html`, with or without a slash.
  func lookUp(_ path: String) -> Entry? {
    for candidate in SiteMap.forms(of: path) {
      if let entry = entries[candidate] { return entry }
    }
    let address = names.address(of: path)
    return address == path ? nil : lookUp(address)
  }

  /// The path that differs from this one in letter case alone.
  func rightSpelling(of path: String) -> String? {
    for candidate in SiteMap.forms(of: path) {
      if let spelling = spellings[candidate.lowercased()], spelling != candidate { return spelling }
    }
    return nil
  }

  /// Paths of sources in other folders whose file has the name of this path, with or without `.md`.
  ///
  /// Pages of folders are all named alike, so theirs must lie in a folder of the same name.
  func paths(namedLike path: String) -> [String] {
    let name = ContentPath.name(of: path).lowercased()
    let paths = pathsByName[name] ?? pathsByName[name + ".md"] ?? []
    guard ["index", "readme"].contains(ContentPath.pageName(of: name)) else { return paths }
    let folder = ContentPath.name(of: ContentPath.folder(of: path))
    return paths.filter { ContentPath.name(of: ContentPath.folder(of: $0)) == folder }
  }

  private static func forms(of path: String) -> [String] {
    var bare = path
    while bare.hasSuffix("/") { bare.removeLast() }
    if bare.isEmpty { return ["", "index.html"] }
    if bare.hasSuffix(".html") {
      let stem = String(bare.dropLast(5))
      if stem == "index" { return [bare, ""] }
      return [bare, stem + "/", stem + ".md"] + (stem.hasSuffix("/index") ? [String(stem.dropLast(5))] : [])
    }
    return [bare, bare + "/", bare + ".md", bare + ".html", bare + "/index.html", bare + ".markdown"]
  }
}

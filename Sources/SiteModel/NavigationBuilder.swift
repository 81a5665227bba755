import Bytes
import Diagnostics

/// Makes the navigation from folders and front matter, or from the settings where they say it.
struct NavigationBuilder {
  private let pages: [Page]
  private let map: SiteMap
  private let pagesByFolder: [String: [Int]]
  private let subfolders: [String: [String]]
  private var tree: NavigationTree
  private var diagnostics: [Diagnostic] = []

  init(pages: [Page], map: SiteMap, siteTitle: String) {
    self.pages = pages
    self.map = map
    var pagesByFolder: [String: [Int]] = [:]
    for (index, page) in pages.enumerated() where page.isListed {
      pagesByFolder[page.folder, default: []].append(index)
    }
    var subfolders: [String: Set<String>] = [:]
    for folder in pagesByFolder.keys where !folder.isEmpty {
      var child = folder
      while !child.isEmpty {
        let parent = ContentPath.folder(of: child)
        guard subfolders[parent, default: []].insert(child).inserted else { break }
        child = parent
      }
    }
    self.pagesByFolder = pagesByFolder
    self.subfolders = subfolders.mapValues(Array.init)
    let home = pages.firstIndex { $0.isHome }
    tree = NavigationTree(title: siteTitle, home: home, pageCount: pages.count)
  }

  mutating func build(_ items: [NavigationItem]?) -> Outcome<NavigationTree> {
    if let items {
      for item in items { add(item, below: NavigationTree.root) }
    } else {
      addContents(of: "", below: NavigationTree.root)
    }
    tree.finish()
    return Outcome(tree, diagnostics)
  }

  private mutating func add(_ item: NavigationItem, below parent: Int) {
    var node = parent
    switch item.target {
    case .label: node = tree.add(title: item.title ?? "", page: nil, below: parent)
    case .external(let url): node = tree.add(title: item.title ?? url, page: nil, url: url, below: parent)
    case .folder(let folder):
      guard let content = ContentPath.resolve(folder, from: ""), let page = map.page(atFolder: content) else {
        return reportMissing(folder + "/", item.span)
      }
      node = tree.add(title: item.title ?? pages[page].navigationTitle, page: page, below: parent)
      if item.children.isEmpty { addContents(of: content, below: node) }
    case .page(let path):
      let content = ContentPath.resolve(path, from: "")
      guard let page = content.flatMap({ map.page(at: $0) }) else { return reportMissing(path, item.span) }
      // The home page is the root of the tree: it needs no entry of its own.
      if !pages[page].isHome || item.title != nil {
        node = tree.add(title: item.title ?? pages[page].navigationTitle, page: page, below: parent)
      }
    }
    for child in item.children { add(child, below: node) }
  }

  private mutating func reportMissing(_ path: String, _ span: SourceSpan) {
    let folder = ContentPath.folder(of: path.hasSuffix("/") ? String(path.dropLast()) : path)
    let help = DidYouMean.nearest(to: ContentPath.name(of: path), in: map.names(in: folder))
      .map { "Did you mean '\(ContentPath.join(folder, $0))'?" }
    diagnostics.append(
      Diagnostic(
        .navigationTarget, "the navigation names '\(path)', which is no page", at: span,
        help: help ?? "Write a path below the content folder, such as 'guides/setup.md'."))
  }

  /// Adds the pages and subfolders of a folder in reading order; the folder's own page is its entry already.
  private mutating func addContents(of folder: String, below parent: Int) {
    let folders = (subfolders[folder] ?? []).compactMap { child in map.page(atFolder: child).map { (child, $0) } }
    let headed = Set(folders.map(\.1))
    let leaves = (pagesByFolder[folder] ?? []).filter { !pages[$0].isFolderPage && !headed.contains($0) }
    let entries = leaves.map { (page: $0, folder: String?.none) } + folders.map { (page: $0.1, folder: $0.0) }
    for entry in entries.sorted(by: { comesFirst($0.page, $1.page) }) {
      guard pages[entry.page].isListed else { continue }
      let node = tree.add(title: pages[entry.page].navigationTitle, page: entry.page, below: parent)
      if let child = entry.folder { addContents(of: child, below: node) }
    }
  }

  private func comesFirst(_ left: Int, _ right: Int) -> Bool { pages[left].precedes(pages[right]) }
}

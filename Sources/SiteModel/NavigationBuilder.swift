import Bytes
import Diagnostics

/// Makes the navigation from folders and front matter, or from the settings where they say it.
struct NavigationBuilder {
  private let pages: [Page]
  private let map: SiteMap
  private let settings: SiteSettings
  private let language: SiteLanguage
  private let pagesByFolder: [String: [Int]]
  private let subfolders: [String: [String]]
  private var tree: NavigationTree
  private var diagnostics: [Diagnostic] = []
  private lazy var advisor = LinkAdvisor(pages: pages, map: map, named: NamedTargets(map: map))

  /// A page of a folder, or a folder in it with the page that is its own.
  private struct Entry {
    let page: Int
    let folder: String?
  }

  /// - Parameter language: whose pages it is to show.
  init(pages: [Page], map: SiteMap, settings: SiteSettings, language: SiteLanguage) {
    self.pages = pages
    self.map = map
    self.settings = settings
    self.language = language
    var pagesByFolder: [String: [Int]] = [:]
    for (index, page) in pages.enumerated() where page.isListed && page.language.folder == language.folder {
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
    let home = pages.firstIndex { $0.isHome && $0.language.folder == language.folder }
    tree = NavigationTree(title: settings.title(in: language), home: home, pageCount: pages.count)
  }

  /// The navigation of each language, by its folder.
  static func buildAll(
    pages: [Page], map: SiteMap, settings: SiteSettings, translations: Translations
  ) -> Outcome<[String: NavigationTree]> {
    var main = NavigationBuilder(pages: pages, map: map, settings: settings, language: settings.mainLanguage)
    let tree = main.build(settings.navigation)
    var trees = ["": tree.value]
    var diagnostics = tree.diagnostics
    for language in settings.languages where !language.folder.isEmpty {
      var builder = NavigationBuilder(pages: pages, map: map, settings: settings, language: language)
      let built = language.navigation.map { builder.build($0) } ?? builder.build(from: tree.value, translations)
      trees[language.folder] = built.value
      diagnostics += built.diagnostics
    }
    return Outcome(trees, diagnostics)
  }

  private mutating func build(_ items: [NavigationItem]?) -> Outcome<NavigationTree> {
    if let items {
      add(items, of: language.folder, below: NavigationTree.root)
    } else {
      addContents(of: language.folder, below: NavigationTree.root)
    }
    return finish()
  }

  /// The navigation of another language with the pages of this one in place of those that are translated, and what only
  /// this language has at the end of its folder.
  private mutating func build(from other: NavigationTree, _ translations: Translations) -> Outcome<NavigationTree> {
    var nodes = [NavigationTree.root]
    for node in other.nodes.dropFirst() {
      let own = node.page.flatMap { translations.page($0, in: language) }
      nodes.append(
        tree.add(
          title: own.map { pages[$0].navigationTitle } ?? node.title, page: own ?? node.page, url: node.url,
          below: nodes[node.parent]))
    }
    for page in pagesByFolder.values.joined().sorted(by: { pages[$0].precedes(pages[$1]) })
    where tree.nodeOfPage[page] == nil {
      let folder = pages[page].isFolderPage ? ContentPath.folder(of: pages[page].folder) : pages[page].folder
      let parent = map.page(atFolder: folder).flatMap { tree.nodeOfPage[$0] }
      tree.add(title: pages[page].navigationTitle, page: page, below: parent ?? NavigationTree.root)
    }
    return finish()
  }

  private mutating func finish() -> Outcome<NavigationTree> {
    tree.finish { pages[$0].language.folder == language.folder }
    return Outcome(tree, diagnostics)
  }

  /// A page by a path from the folder of the language, or else one that it has no translation of.
  private func find<Found>(_ path: String, _ look: (String) -> Found?) -> Found? {
    let own = ContentPath.resolve(path, from: language.folder)
    return own.flatMap(look) ?? ContentPath.resolve(path, from: "").flatMap(look)
  }

  // MARK: - Lists

  /// - Parameter folder: what is left of it stands where the list says so.
  private mutating func add(_ items: [NavigationItem], of folder: String, below parent: Int) {
    let hasRest = items.contains { $0.hasRest }
    var left = hasRest ? rest(of: folder, besides: items) : []
    add(items, below: parent, rest: &left)
  }

  private mutating func add(_ items: [NavigationItem], below parent: Int, rest: inout [Entry]) {
    for item in items {
      guard case .rest(let pattern) = item.target else {
        let node = add(item, below: parent)
        if let node { add(item.children, below: node, rest: &rest) }
        continue
      }
      let isMeant = { (entry: Entry) in pattern?.match(entry.folder ?? pages[entry.page].document?.path ?? "") ?? true }
      let meant = rest.filter(isMeant)
      rest.removeAll(where: isMeant)
      for entry in meant { add(entry, below: parent) }
    }
  }

  /// - Returns: the node that the children of the item belong below; nil where it leads nowhere.
  private mutating func add(_ item: NavigationItem, below parent: Int) -> Int? {
    switch item.target {
    case .label: return tree.add(title: item.title ?? "", page: nil, below: parent)
    case .external(let url): return tree.add(title: item.title ?? url, page: nil, url: url, below: parent)
    case .rest: return parent
    case .contents(let folder):
      addContents(of: ContentPath.join(language.folder, folder), below: parent)
      return parent
    case .folder(let folder):
      guard let (content, page) = find(folder, { path in map.page(atFolder: path).map { (path, $0) } }) else {
        return reportMissing(folder + "/", item.span)
      }
      let node = tree.add(title: item.title ?? pages[page].navigationTitle, page: page, below: parent)
      if item.children.isEmpty { addContents(of: content, below: node) }
      return node
    case .page(let path):
      guard let page = find(path, map.page(at:)) else { return reportMissing(path, item.span) }
      // The home page is the root of the tree: it needs no entry of its own.
      if pages[page].isHome, item.title == nil { return parent }
      return tree.add(title: item.title ?? pages[page].navigationTitle, page: page, below: parent)
    }
  }

  private mutating func reportMissing(_ path: String, _ span: SourceSpan) -> Int? {
    let nearest = ContentPath.resolve(path, from: "").map { advisor.places(near: $0) } ?? []
    diagnostics.append(
      Diagnostic(
        .navigationTarget, "the navigation names '\(path)', which is no page", at: span,
        help: DidYouMean.help(nearest) ?? "Write a path below the content folder, such as 'guides/setup.md'."))
    return nil
  }

  /// What is in a folder and what no item of its list names.
  private func rest(of folder: String, besides items: [NavigationItem]) -> [Entry] {
    let named = Set(items.flatMap(\.paths).compactMap { find($0) { map.page(at: $0) ?? map.page(atFolder: $0) } })
    return contents(of: folder).filter { !named.contains($0.page) }
  }

  // MARK: - Folders

  /// Adds what a folder holds, as a file in it says, else in reading order; the folder's own page is its entry already.
  private mutating func addContents(of folder: String, below parent: Int) {
    if let items = settings.folders[folder]?.entries {
      let own = map.page(atFolder: folder).flatMap { pages[$0].document?.path }
      add(items.filter { folder.isEmpty || !$0.names(own) }, of: folder, below: parent)
    } else {
      for entry in contents(of: folder) { add(entry, below: parent) }
    }
  }

  private mutating func add(_ entry: Entry, below parent: Int) {
    guard let folder = entry.folder else {
      tree.add(title: pages[entry.page].navigationTitle, page: entry.page, below: parent)
      return
    }
    if settings.folders[folder]?.collapsesSinglePage == true, pages[entry.page].document == nil {
      let contents = contents(of: folder)
      if contents.count == 1 { return add(contents[0], below: parent) }
    }
    let node = tree.add(title: pages[entry.page].navigationTitle, page: entry.page, below: parent)
    addContents(of: folder, below: node)
  }

  /// The listed pages and folders in a folder, in reading order.
  private func contents(of folder: String) -> [Entry] {
    let folders = (subfolders[folder] ?? []).compactMap { child in
      map.page(atFolder: child).map { Entry(page: $0, folder: child) }
    }
    let headed = Set(folders.map(\.page))
    let leaves = (pagesByFolder[folder] ?? []).filter { !pages[$0].isFolderPage && !headed.contains($0) }
    let entries = leaves.map { Entry(page: $0, folder: nil) } + folders
    let order = settings.folders[folder]?.order ?? FolderSettings.Order()
    return entries.filter { pages[$0.page].isListed }
      .sorted { pages[$0.page].precedes(pages[$1.page], in: order) }
  }
}

extension NavigationItem {
  /// Whether the list that the item is in leaves a place here for what it does not name.
  fileprivate var hasRest: Bool {
    if case .rest = target { return true }
    return children.contains { $0.hasRest }
  }

  /// The pages and folders that the item and those below it name.
  fileprivate var paths: [String] {
    let below = children.flatMap(\.paths)
    return switch target {
    case .page(let path), .folder(let path): (ContentPath.resolve(path, from: "").map { [$0] } ?? []) + below
    case .external, .label, .rest, .contents: below
    }
  }

  fileprivate func names(_ path: String?) -> Bool {
    if case .page(let named) = target { return named == path }
    return false
  }
}

extension Page {
  /// Reading order in one folder: by weight, then as the folder says.
  fileprivate func precedes(_ other: Page, in order: FolderSettings.Order) -> Bool {
    guard (weight ?? Int.max) == (other.weight ?? Int.max) else { return precedes(other) }
    let (left, right) = (sortKey(in: order), other.sortKey(in: order))
    guard left != right else { return precedes(other) }
    return left.utf8.lexicographicallyPrecedes(right.utf8) != order.isDescending
  }

  /// In natural order numbers count as such, so each gets zeros in front of it.
  private func sortKey(in order: FolderSettings.Order) -> String {
    let name = order.isByTitle ? navigationTitle.lowercased() : sitePath
    guard order.isNatural else { return name }
    var key = ""
    var digits = ""
    for character in name + "/" {
      if character.isASCII, character.isNumber { digits.append(character); continue }
      if !digits.isEmpty { key += String(repeating: "0", count: max(20 - digits.count, 0)) + digits }
      digits = ""
      key.append(character)
    }
    return key
  }
}

import Bytes
import Markdown
import SiteModel

/// Which pages of a site the navigation, another page's text or data leads to, or has in it.
struct LinkedPages {
  private let site: Site
  private var isLinked: [Bool]

  init(_ site: Site) {
    self.site = site
    isLinked = site.pages.enumerated().map { site.navigation(of: $1).nodeOfPage[$0] != nil || $1.plan != nil }
    guard isLinked.contains(false) else { return }
    addLinks()
    addGuides()
    addIncluded()
    addForeignIncluded()
    addLists()
  }

  /// Pages that are written, and that readers are meant to find by going from one to the next.
  var expected: [(index: Int, page: Page)] {
    site.pages.enumerated().filter { _, page in
      guard let document = page.document, page.plan == nil, page.isListed, !page.isHome else { return false }
      return !document.frontMatter.isDraft && !site.settings.leftOut.match(document.path)
    }.map { (index: $0.offset, page: $0.element) }
  }

  subscript(index: Int) -> Bool { isLinked[index] }

  private mutating func addLinks() {
    for targets in [site.links.links, site.links.references] {
      for (index, targets) in targets.enumerated() {
        for case let page? in targets.map({ $0?.page }) where page != index { isLinked[page] = true }
      }
    }
  }

  /// The page of a capability lists what belongs to it.
  private mutating func addGuides() {
    let folders = Set(site.entities.lazy.filter { $0.reference.hasPrefix("capability:") }.map(\.folder))
    for (index, page) in site.pages.enumerated() where !isLinked[index] {
      isLinked[index] = page.document?.frontMatter.capability != nil || page.folders.contains(where: folders.contains)
    }
  }

  /// What another page includes is read there.
  private mutating func addIncluded() {
    var open = site.pages.flatMap { $0.document?.article.inclusions ?? [] }
    guard !open.isEmpty else { return }
    var included: Set<String> = []
    while let inclusion = open.popLast() {
      included.insert(inclusion.path)
      open += inclusion.inclusions
    }
    for (index, page) in site.pages.enumerated() where page.document.map({ included.contains($0.displayPath) }) == true
    {
      isLinked[index] = true
    }
  }

  /// So is what a page includes in a language that is not run, where such a file is meant by its path or from the page's folder.
  private mutating func addForeignIncluded() {
    for page in site.pages {
      for file in page.document?.article.foreignFiles ?? [] {
        for path in [page.folder, ""].compactMap({ ContentPath.resolve(file, from: $0) }) {
          if let index = site.map.page(at: path) { isLinked[index] = true }
        }
      }
    }
  }

  /// A list of a folder's pages leads to them, if something leads to the list.
  private mutating func addLists() {
    var lists: [String: [Int]] = [:]
    for (index, page) in site.pages.enumerated() where !isLinked[index] && page.isListed {
      lists[page.isFolderPage ? ContentPath.folder(of: page.folder) : page.folder, default: []].append(index)
    }
    for folder in lists.keys.sorted(by: { $0.utf8.count < $1.utf8.count }) {
      guard let list = site.map.page(atFolder: folder), site.pages[list].layout == "section", isLinked[list] else {
        continue
      }
      for index in lists[folder] ?? [] { isLinked[index] = true }
    }
  }
}

extension Page {
  /// The folder that the page lies in, and those around it.
  fileprivate var folders: some Sequence<String> {
    sequence(first: folder) { $0.isEmpty ? nil : ContentPath.folder(of: $0) }
  }
}

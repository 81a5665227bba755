import Bytes
import SiteModel
import Templates

/// The navigation beside pages: rendered once per part of the site, then filled in per page.
struct NavigationRenderer: Sendable {
  private let site: Site
  private let navigation: NavigationTree
  private let fragments: [NavigationScope: SlottedFragment]

  /// What stands open in a rendered part: the way to the root, and per entry whether it is current and whether it is open.
  private enum Place {
    static let root = 0
    static func current(_ node: Int) -> Int { 1 + 2 * node }
    static func open(_ node: Int) -> Int { 2 + 2 * node }
  }

  /// - Parameter language: that of the pages which the navigation is for.
  init(site: Site, language: SiteLanguage, templates: TemplateSet) {
    self.site = site
    navigation = site.navigation(of: language)
    var fragments: [NavigationScope: SlottedFragment] = [:]
    for page in site.pages.indices where site.pages[page].language.folder == language.folder {
      let place = NavigationRenderer.place(of: page, in: site, navigation) ?? NavigationTree.root
      let scope = NavigationScope(of: place, in: navigation)
      guard fragments[scope] == nil else { continue }
      var buffer = ByteBuffer()
      let part = PartView(navigation: navigation, language: language, site: site, scope: scope)
      templates.render("partials/navigation", with: PartView.schema.value(part), into: &buffer)
      fragments[scope] = SlottedFragment(rendered: buffer.bytes)
    }
    self.fragments = fragments
  }

  static var shape: Shape { PartView.schema.shape }

  /// The part of the navigation that belongs beside a page.
  func fragment(for page: Int, root: String) -> Fragment? {
    let current = NavigationRenderer.place(of: page, in: site, navigation)
    let scope = NavigationScope(of: current ?? NavigationTree.root, in: navigation)
    guard let fragment = fragments[scope], !scope.children.isEmpty else { return nil }
    let mark = current == navigation.nodeOfPage[page] ? NavigationRenderer.currentMark : NavigationRenderer.aroundMark
    let open = current.map { Set(navigation.ancestors(of: $0) + [$0]) } ?? []
    let rootBytes = Array(root.utf8)
    return fragment.fill { place in
      if place == Place.root { return rootBytes }
      let node = (place - 1) / 2
      if place == Place.current(node) { return node == current ? mark : nil }
      return open.contains(node) ? NavigationRenderer.openMark : nil
    }
  }

  private static let currentMark = Array(" aria-current=\"page\"".utf8)
  /// Of an entry that stands for pages which have none of their own.
  private static let aroundMark = Array(" aria-current=\"true\"".utf8)
  private static let openMark = Array(" open".utf8)

  /// The entry of a page; of a page that the navigation does not name, that of the nearest folder around it which it does.
  static func place(of page: Int, in site: Site, _ navigation: NavigationTree) -> Int? {
    var node = navigation.nodeOfPage[page]
    var folder = site.pages[page].folder
    while node == nil, !folder.isEmpty {
      node = site.map.page(atFolder: folder).flatMap { navigation.nodeOfPage[$0] }
      folder = ContentPath.folder(of: folder)
    }
    return node
  }

  /// A part of the navigation as the theme sees it.
  private struct PartView: Sendable {
    let navigation: NavigationTree
    let language: SiteLanguage
    let site: Site
    let scope: NavigationScope

    static let schema = Schema<PartView>(
      "navigation",
      [
        .text("title") { $0.navigation.nodes[$0.scope.node].title },
        .html("href") { EntryView(part: $0, node: $0.scope.node).href },
        .record("parent", EntryView.schema) { part in
          let top = part.scope.node
          guard top != NavigationTree.root else { return nil }
          return EntryView(part: part, node: part.navigation.nodes[top].parent)
        },
        .list("entries", EntryView.schema) { part in
          part.navigation.nodes[part.scope.node].children[part.scope.children].map { EntryView(part: part, node: $0) }
        },
      ])
  }

  private struct EntryView: Sendable {
    let part: PartView
    let node: Int

    private var entry: NavigationTree.Node { part.navigation.nodes[node] }

    static let schema: Schema<EntryView> = Schema(
      "navigation entry",
      [
        .text("title") { $0.entry.title },
        .html("href") { $0.href },
        .text("language") { $0.foreignLanguage },
        .html("current") { Slot.mark(Place.current($0.node)) },
        .html("open") { Slot.mark(Place.open($0.node)) },
        .flag("isExternal") { $0.entry.url != nil },
        .list("entries", EntryView.schema) { view in view.shownChildren.map { EntryView(part: view.part, node: $0) } },
      ])

    /// The language of a page that has no translation.
    private var foreignLanguage: String? {
      guard let page = entry.page else { return nil }
      let language = part.site.pages[page].language
      return language.folder == part.language.folder ? nil : language.tag.text
    }

    /// The children, where the part has room for them.
    private var shownChildren: [Int] {
      part.navigation.nodes[part.scope.node].size > NavigationScope.limit ? [] : entry.children
    }

    var href: Fragment? {
      if let url = entry.url { return Fragment(escaped(url)) }
      guard let page = entry.page else { return nil }
      return Fragment(
        Slot.mark(Place.root).bytes + escaped(part.site.pages[page].href(root: "")))
    }

    private func escaped(_ text: String) -> [UInt8] {
      var buffer = ByteBuffer()
      buffer.append(text, escaping: .attribute)
      return buffer.bytes
    }
  }
}

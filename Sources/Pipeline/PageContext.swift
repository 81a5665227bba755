import Bytes
import Markdown
import Search
import SiteModel
import Templates
import YAML

/// A page as layouts see it.
///
/// A class, since each of its fields' readers holds it.
final class PageContext: Sendable {
  let site: Site
  let index: Int
  /// The pages whose texts it shows: its own, or those of a section.
  let texts: [Int]
  /// The way to the root of the site: `../../`, or the base path for the error page.
  let root: String
  let sidebar: Fragment?
  /// HTML for each embed of the page's article; nil keeps the line that was written.
  let embeds: [[UInt8]?]
  /// The value of the field that only this layout has.
  let data: Value
  let header: [HeaderTarget]
  /// Files for programs that the page offers.
  let alternates: [FilePlan]
  /// Nil for a page without a picture.
  let card: CardView?
  let page: Page
  let matter: FrontMatter

  init(
    site: Site, index: Int, texts: [Int], root: String, header: [HeaderTarget], alternates: [FilePlan],
    sidebar: Fragment?, embeds: [[UInt8]?], card: CardView?, data: Value
  ) {
    self.site = site
    self.index = index
    self.texts = texts
    self.root = root
    self.header = header
    self.alternates = alternates
    self.sidebar = sidebar
    self.embeds = embeds
    self.card = card
    self.data = data
    page = site.pages[index]
    matter = page.document?.frontMatter ?? FrontMatter()
  }

  /// The language of a page; nil for that of this page.
  private func language(of target: Int) -> String? {
    let language = site.pages[target].language
    return language.folder == page.language.folder ? nil : language.tag.text
  }

  var navigation: NavigationTree { site.navigation(of: page) }

  func link(to target: Int) -> PageLink {
    let page = site.pages[target]
    return PageLink(
      title: page.navigationTitle, href: page.href(root: root), language: language(of: target),
      description: page.description, type: page.document?.frontMatter.type)
  }

  /// The fields that every layout has, and the one that only this layout has.
  static func schema(theme: Theme, extra: LayoutField?) -> Schema<PageContext> {
    var fields: [Field<PageContext>] = [
      .record("site", siteSchema) { $0 },
      .record("page", pageSchema) { $0 },
      .list("sections", HeaderEntry.schema) { $0.headerEntries },
      .html("sidebar") { $0.page.isHome ? nil : $0.sidebar },
      assetsField(theme.assets),
      optionsField(theme.options),
    ]
    if let extra { fields.append(.value(extra.field, extra.shape) { $0.data }) }
    return Schema("page context", fields)
  }

  private static let siteSchema = Schema<PageContext>(
    "site",
    [
      .text("title") { $0.site.settings.title(in: $0.page.language) },
      .text("description") { $0.site.settings.description(in: $0.page.language) },
      .text("language") { $0.site.settings.language.text },
      .text("href") { context in
        context.navigation.nodes[NavigationTree.root].page.map { context.site.pages[$0].href(root: context.root) }
      },
      .text("root") { $0.root },
      .text("search") { $0.root + ContentPath.join($0.page.language.folder, Page.searchPath) },
      .text("searchIndex") { SearchIndex.path(language: $0.page.language.tag.text) },
      .text("repository") { $0.site.settings.repository?.url },
      .text("feedback") { $0.site.settings.feedbackURL },
    ] + mastheadFields)

  private static let pageSchema = Schema<PageContext>("page", contentFields + factFields + wayFields)

  private static let contentFields: [Field<PageContext>] = [
    .text("title") { $0.page.title },
    .text("description") { $0.page.description },
    .text("canonical") { $0.canonical },
    .record("card", CardView.schema) { $0.card },
    .html("structuredData") { StructuredData($0).fragment },
    .list("alternates", alternateSchema) { context in
      context.alternates.map { (file: $0, href: context.root + PercentEncoding.encode(path: $0.path)) }
    },
    .html("content") { $0.content },
    .text("language") { $0.page.language.tag.text },
    .text("direction") { $0.page.language.tag.direction },
    .flag("showsTitle") { $0.page.showsTitle },
    .flag("hasCode") { context in
      context.texts.contains { context.site.pages[$0].document?.article.hasCode == true }
    },
    .text("markdown") { $0.page.markdownHref(root: $0.root) },
    .flag("isHome") { $0.page.isHome },
    .flag("isDraft") { $0.matter.isDraft },
    .flag("isHidden") { $0.matter.isHidden },
  ]

  private static let factFields: [Field<PageContext>] = [
    .text("type") { $0.matter.type?.rawValue },
    .phrase("typeLabel") { $0.matter.type?.label },
    .record("owner", ownerSchema) { $0.owner },
    .phrase("reviewed") { $0.matter.reviewed?.value.label },
    .text("reviewedUntil") { $0.matter.reviewedUntil?.iso },
    .phrase("reviewDue") { $0.matter.reviewedUntil?.label },
    .texts("audience") { $0.matter.audience },
    .texts("tags") { $0.matter.tags },
    .list("tagLinks", TagEntry.schema) { $0.tagLinks },
    .text("editURL") { $0.site.editURL(of: $0.page) },
  ]

  private static let ownerSchema = Schema<(name: String, href: String?)>(
    "owner", [.text("title") { $0.name }, .text("href") { $0.href }])

  private static let wayFields: [Field<PageContext>] = [
    .list("breadcrumbs", breadcrumbSchema) { $0.breadcrumbs(root: $0.root) },
    .list("contents", contentsSchema) { $0.contents },
    .record("previous", PageLink.schema) { context in
      context.navigation.neighbours(of: context.index).previous.map { context.link(to: $0) }
    },
    .record("next", PageLink.schema) { context in
      context.navigation.neighbours(of: context.index).next.map { context.link(to: $0) }
    },
    .list("children", PageLink.schema) { $0.children },
    .record("print", PageLink.schema) { $0.printedSection },
    .list("languages", LanguageEntry.schema) { $0.languages },
    .list("translations", TranslationEntry.schema) { $0.translations },
  ]

  private static let alternateSchema = Schema<(file: FilePlan, href: String)>(
    "alternate",
    [
      .text("title") { $0.file.title },
      .text("format") { $0.file.format },
      .text("type") { $0.file.mediaType },
      .text("href") { $0.href },
    ])

  private static let contentsSchema = Schema<Heading>(
    "contents entry",
    [
      .html("title") { Fragment($0.html) },
      .text("href") { "#" + PercentEncoding.encode(path: $0.id) },
      .flag("isDeep") { $0.level == 3 },
    ])
}

// MARK: What the fields hold

extension PageContext {
  var canonical: String? {
    site.settings.baseURL.map { page.href(root: $0) }
  }

  /// The page's text with its links resolved and its embeds in place; nil for a page without text.
  private var content: Fragment? {
    guard let article = page.document?.article, !article.html.isEmpty else { return nil }
    var buffer = ByteBuffer(capacity: article.html.count + 64 * article.links.count)
    article.write(to: &buffer, links: site.fillings(ofPage: index, root: root), embeds: embeds)
    return Fragment(buffer.bytes)
  }

  private var tagLinks: [TagEntry] {
    matter.tags.map { tag in
      let target = TagPages.folder(of: tag).flatMap(site.map.page(atFolder:))
      return TagEntry(title: tag, href: target.map { site.pages[$0].href(root: root) })
    }
  }

  /// The owner by name, with the owner's own page; as written where no source knows it.
  var owner: (name: String, href: String?)? {
    guard let reference = matter.owner?.value else { return nil }
    let owner = site.owner(reference) ?? Owner(name: reference)
    let target = owner.folder.flatMap(site.map.page(atFolder:))
    return (owner.name, target.map { site.pages[$0].href(root: root) })
  }

  private var contents: [Heading] {
    guard matter.showsContents else { return [] }
    let headings = page.document?.article.headings.filter { $0.level == 2 || $0.level == 3 } ?? []
    return headings.count < 2 ? [] : headings
  }

  /// The way through the navigation; for a page outside it, through the folders.
  ///
  /// - Parameter root: what leads to the root of the site.
  func breadcrumbs(root: String) -> [Breadcrumb] {
    if let node = navigation.nodeOfPage[index] {
      return navigation.ancestors(of: node).map { ancestor in
        let entry = navigation.nodes[ancestor]
        return Breadcrumb(
          title: entry.title, href: entry.page.map { site.pages[$0].href(root: root) } ?? entry.url,
          language: entry.page.flatMap(language))
      }
    }
    return folders.compactMap { folder in
      site.map.page(atFolder: folder).filter { $0 != index }.map { target in
        Breadcrumb(
          title: site.pages[target].navigationTitle, href: site.pages[target].href(root: root),
          language: language(of: target))
      }
    }
  }

  /// The folders from below the root to the page's own.
  private var folders: [String] {
    var folders: [String] = []
    var folder = page.folder
    while !folder.isEmpty {
      folders.append(folder)
      folder = ContentPath.folder(of: folder)
    }
    return folders.reversed()
  }

  /// The entries below a folder's page in the navigation; outside of it, what lies in the folder.
  private var children: [PageLink] {
    guard page.isFolderPage else { return [] }
    guard let node = navigation.nodeOfPage[index] else { return pagesInFolder.map(link) }
    return navigation.nodes[node].children.compactMap { navigation.nodes[$0].page }.map(link)
  }

  /// The document of the section that the page is in.
  private var printedSection: PageLink? {
    site.printedSection(ofPage: index).map { section in
      PageLink(
        title: site.pages[section.page].navigationTitle, href: root + PercentEncoding.encode(path: section.sitePath))
    }
  }

  private var pagesInFolder: [Int] {
    site.pages.indices.filter { candidate in
      let other = site.pages[candidate]
      guard other.isListed, !other.isHome, candidate != index else { return false }
      return (other.isFolderPage ? ContentPath.folder(of: other.folder) : other.folder) == page.folder
    }.sorted { site.pages[$0].precedes(site.pages[$1]) }
  }

  private var headerEntries: [HeaderEntry] {
    let own = NavigationRenderer.place(of: index, in: site, navigation)
    let top = own.map { navigation.ancestors(of: $0).first ?? $0 }
    return header.map { target in
      let href = target.page.map { site.pages[$0].href(root: root) } ?? target.url
      return HeaderEntry(
        title: target.title, href: href, language: target.page.flatMap(language), isCurrent: target.node == top)
    }
  }
}

/// What an entry of the header leads to, the same for all pages.
struct HeaderTarget: Sendable {
  let node: Int
  let title: String
  let url: String?
  /// The entry's page; for a label the first page below it.
  let page: Int?

  /// All entries that the settings name at the top, or those of the folders that hold more than one page.
  static func all(in site: Site, language: SiteLanguage) -> [HeaderTarget] {
    let nodes = site.navigation(of: language).nodes
    let top = nodes[NavigationTree.root].children
    let isListed = site.settings.navigation != nil || site.settings.folders[""]?.entries != nil
    let shown = isListed ? top : top.filter { !nodes[$0].children.isEmpty }
    return shown.map { node in
      var first = node
      while nodes[first].page == nil, let child = nodes[first].children.first { first = child }
      return HeaderTarget(node: node, title: nodes[node].title, url: nodes[node].url, page: nodes[first].page)
    }
  }
}

/// An entry of the header as one page shows it.
private struct HeaderEntry: Sendable {
  let title: String
  let href: String?
  /// Where it is not that of the page.
  let language: String?
  let isCurrent: Bool

  static let schema = Schema<HeaderEntry>(
    "section",
    [
      .text("title") { $0.title }, .text("href") { $0.href }, .text("language") { $0.language },
      .flag("isCurrent") { $0.isCurrent },
    ])
}

extension Optional {
  fileprivate func filter(_ isWanted: (Wrapped) -> Bool) -> Wrapped? { flatMap { isWanted($0) ? $0 : nil } }
}

/// One step of the way to a page; a label of the navigation has no address.
struct Breadcrumb: Sendable {
  let title: String
  let href: String?
  /// Where it is not that of the page.
  let language: String?
}

private let breadcrumbSchema = Schema<Breadcrumb>(
  "breadcrumb", [.text("title") { $0.title }, .text("href") { $0.href }, .text("language") { $0.language }])

extension PageType {
  /// What readers call it.
  var label: Phrase {
    switch self {
    case .tutorial: "Tutorial"
    case .howTo: "How-to guide"
    case .reference: "Reference"
    case .explanation: "Explanation"
    }
  }
}

import Bytes
package import Diagnostics
package import Images
package import Markdown
package import YAML

/// The whole site: every page with its address, the navigation over them, and where their links lead.
///
/// It never changes; it is a class so that every page's rendering may hold it without a copy.
package final class Site: Sendable {
  package let settings: SiteSettings
  package let pages: [Page]
  package let map: SiteMap
  package let navigation: NavigationTree
  package let redirects: [Redirect]
  /// Content paths of the files that are published as they are.
  package let files: [String]
  /// The files that sources of pages add.
  package let plannedFiles: [FilePlan]
  /// Whom a reference to an owner means.
  package let owner: @Sendable (_ reference: String) -> Owner?
  /// What texts may name by reference, and the kinds that such references begin with.
  package let entities: [EntityTarget]
  let entityKinds: [String]
  /// The checks of what sources of pages know.
  package let checks: [any SiteCheck]
  /// The day that everything which depends on today is computed for.
  package let asOf: CalendarDate
  /// Empty until the links are resolved.
  package let links: LinkGraph
  /// For each page, what each embed of its article shows; nil where that failed, which was reported.
  package let embeds: [[EmbedData?]]
  /// The sizes of the images that pages show, by content path; empty until they are read.
  package let images: [String: ImageSize]

  private init(_ other: Site, links: LinkGraph, images: [String: ImageSize]) {
    settings = other.settings
    pages = other.pages
    map = other.map
    navigation = other.navigation
    redirects = other.redirects
    files = other.files
    plannedFiles = other.plannedFiles
    owner = other.owner
    entities = other.entities
    entityKinds = other.entityKinds
    checks = other.checks
    asOf = other.asOf
    embeds = other.embeds
    self.links = links
    self.images = images
  }

  private init(
    _ input: SiteInput, pages: [Page], map: SiteMap, navigation: NavigationTree, redirects: [Redirect],
    embeds: [[EmbedData?]]
  ) {
    settings = input.settings
    self.pages = pages
    self.map = map
    self.navigation = navigation
    self.redirects = redirects
    files = input.files
    plannedFiles = input.plan.files
    owner = input.plan.owner
    entities = input.plan.entities
    entityKinds = input.plan.entityKinds
    checks = input.plan.checks
    asOf = input.asOf
    links = LinkGraph()
    images = [:]
    self.embeds = embeds
  }

  /// The same site with its links resolved.
  package func with(links: LinkGraph) -> Site { Site(self, links: links, images: images) }

  /// The same site with the sizes of its images.
  package func with(images: [String: ImageSize]) -> Site { Site(self, links: links, images: images) }

  /// What takes the places of the links of a page's text.
  ///
  /// - Parameter root: what leads to the root of the site.
  package func fillings(ofPage index: Int, root: String) -> [LinkFilling] {
    zip(pages[index].document?.article.links ?? [], links.links[index]).map { link, target in
      LinkFilling(
        url: target?.href(in: self, root: root), title: link.title == nil ? nil : target?.title(in: self),
        definition: target?.definition,
        attributes: target?.file.flatMap { images[$0] }.flatMap { $0.attributes(link.sizing) })
    }
  }

  /// Where the text of a page can be edited; nil without a repository or a text.
  package func editURL(of page: Page) -> String? {
    guard let repository = settings.repository, let path = page.document?.path else { return nil }
    let file = PercentEncoding.encode(path: ContentPath.join(repository.contentPath, path))
    return "\(repository.url)/edit/\(repository.branch)/\(file)"
  }
}

/// What a site is assembled from.
package struct SiteInput: Sendable {
  package var settings: SiteSettings
  /// In the order of their paths.
  package var documents: [Document]
  /// What sources of pages add.
  package var plan: SourcePlan
  package var files: [String]
  /// Files that sources of pages read and that are not published.
  package var sources: [String]
  package var includesDrafts: Bool
  package var asOf: CalendarDate
  /// How reports name a file of the content.
  package var displayPath: @Sendable (String) -> String

  package init(
    settings: SiteSettings, documents: [Document], plan: SourcePlan, files: [String], sources: [String],
    includesDrafts: Bool, asOf: CalendarDate, displayPath: @escaping @Sendable (String) -> String
  ) {
    self.settings = settings
    self.documents = documents
    self.plan = plan
    self.files = files
    self.sources = sources
    self.includesDrafts = includesDrafts
    self.asOf = asOf
    self.displayPath = displayPath
  }
}

extension Site {
  /// Gives every page its address and its embeds their values, and reports what collides or leads nowhere.
  package static func assemble(_ input: SiteInput) -> Outcome<Site> {
    let pages = PageList(input).pages
    var map = SiteMap(pages: pages, input: input)
    var claims = OutputClaims()
    var diagnostics = claims.claim(pages: pages, input: input)
    let redirects = Redirect.resolveAll(pages: pages, map: map, settings: input.settings, claims: &claims)
    diagnostics += redirects.diagnostics + claims.filesInTheWay()
    for redirect in redirects.value {
      map.add(
        redirect.page.map { redirect.isLeft ? .moved($0) : .page($0) } ?? .redirect(redirect.target),
        at: redirect.sitePath)
    }
    var builder = NavigationBuilder(pages: pages, map: map, settings: input.settings)
    let navigation = builder.build()
    diagnostics += navigation.diagnostics
    let resolver = EmbedResolver(input.plan.embeds)
    let embeds = pages.map(resolver.embeds)
    diagnostics += embeds.flatMap(\.diagnostics)
    let site = Site(
      input, pages: pages, map: map, navigation: navigation.value, redirects: redirects.value,
      embeds: embeds.map(\.value))
    return Outcome(site, diagnostics)
  }
}

/// The pages of a site in a stable order: documents, planned pages, lists of folders, the search, the error page.
private struct PageList {
  private(set) var pages: [Page] = []
  private let settings: SiteSettings

  init(_ input: SiteInput) {
    settings = input.settings
    let documents = input.documents.filter { input.includesDrafts || !$0.frontMatter.isDraft }
    let indexes = PageList.indexes(of: documents)
    var plans = Dictionary(input.plan.pages.map { ($0.document ?? $0.folder, $0) }) { first, _ in first }
    for document in documents {
      let folder = ContentPath.folder(of: document.path)
      let isIndex = indexes[folder] == document.path
      let plan = isIndex ? plans.removeValue(forKey: folder) : nil
      add(document, in: folder, isIndex: isIndex, plan: plan ?? plans.removeValue(forKey: document.path))
    }
    for plan in input.plan.pages where plan.document == nil && plans.removeValue(forKey: plan.folder) != nil {
      add(plan)
    }
    addSections(home: input.settings.title)
    if !pages.contains(where: \.isSearchPage) {
      pages.append(Page(sitePath: Page.searchPath, folder: "", isFolderPage: false, fallbackTitle: "Search"))
    }
    if !pages.contains(where: \.isNotFoundPage) {
      pages.append(
        Page(sitePath: Page.notFoundPath, folder: "", isFolderPage: false, fallbackTitle: "Page not found"))
    }
  }

  /// For each folder the document that is its page: `index` before `README`.
  private static func indexes(of documents: [Document]) -> [String: String] {
    var indexes: [String: String] = [:]
    for document in documents where document.isIndex {
      let folder = ContentPath.folder(of: document.path)
      let isNamedIndex = ContentPath.pageName(of: document.path).lowercased() == "index"
      if indexes[folder] == nil || isNamedIndex { indexes[folder] = document.path }
    }
    return indexes
  }

  private mutating func add(_ document: Document, in folder: String, isIndex: Bool, plan: PagePlan?) {
    let isNotFound = folder.isEmpty && ContentPath.pageName(of: document.path) == "404"
    let place = document.place(isIndex: isIndex, names: settings.fileNames)
    let isHome = folder.isEmpty && place.isEmpty
    let address =
      isIndex || place.isEmpty
      ? SitePath.folder(place, style: settings.urlStyle) : SitePath.page(place, style: settings.urlStyle)
    pages.append(
      Page(
        document: document, plan: plan, sitePath: isNotFound ? Page.notFoundPath : address, folder: folder,
        isFolderPage: isIndex || isHome, settings: settings))
  }

  private mutating func add(_ plan: PagePlan) {
    pages.append(
      Page(plan: plan, sitePath: address(of: plan.folder), folder: plan.folder, isFolderPage: true, settings: settings))
  }

  /// Every folder with pages below it has a page, so that no part of an address leads nowhere.
  ///
  /// A page `guides.md` beside a folder `guides` has the folder's address already and is its page.
  private mutating func addSections(home: String) {
    let taken = Set(pages.map(\.sitePath))
    let headed = Set(pages.lazy.filter(\.isFolderPage).map(\.folder))
    var seen: Set<String> = []
    var missing: [String] = []
    for var folder in pages.map(\.folder) + [""] {
      while seen.insert(folder).inserted {
        if !headed.contains(folder), !taken.contains(address(of: folder)) { missing.append(folder) }
        folder = ContentPath.folder(of: folder)
      }
    }
    for folder in missing.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      pages.append(
        Page(
          sitePath: address(of: folder), folder: folder, isFolderPage: true, settings: settings,
          fallbackTitle: folder.isEmpty ? home : nil))
    }
  }

  private func address(of folder: String) -> String {
    SitePath.folder(settings.fileNames.address(of: folder), style: settings.urlStyle)
  }
}

extension SiteMap {
  fileprivate init(pages: [Page], input: SiteInput) {
    self.init(style: input.settings.urlStyle, names: input.settings.fileNames)
    for (index, page) in pages.enumerated() {
      if let path = page.document?.path {
        add(.page(index), at: path)
        suggest(path)
      }
      add(.page(index), at: page.sitePath)
      if page.isFolderPage { add(.page(index), atFolder: page.folder) }
    }
    var sources: Set<String> = []
    for (index, page) in pages.enumerated() {
      guard let path = page.plan?.source?.path, sources.insert(path).inserted else { continue }
      add(.page(index), at: path)
      suggest(path)
    }
    for file in input.files {
      add(.file(file), at: file)
      suggest(file)
    }
    for file in input.plan.files { add(.file(file.path), at: file.path) }
    for source in input.sources { add(.source, at: source) }
    if !input.includesDrafts {
      for document in input.documents where document.frontMatter.isDraft { add(.draft, at: document.path) }
    }
  }
}

extension ImageSize {
  /// The attributes that an author left to the file.
  fileprivate func attributes(_ sizing: Link.Sizing) -> String? {
    switch sizing {
    case .all: " width=\"\(width)\" height=\"\(height)\""
    case .height(let wanted): " height=\"\(ImageSize.scaled(height, by: wanted, of: width))\""
    case .width(let wanted): " width=\"\(ImageSize.scaled(width, by: wanted, of: height))\""
    case .nothing: nil
    }
  }

  /// Rounded to the nearest pixel.
  private static func scaled(_ side: Int, by wanted: Int, of other: Int) -> Int {
    Int((Double(side) * Double(wanted) / Double(other)).rounded())
  }
}

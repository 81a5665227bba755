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
  /// That of the language of the site.
  package let navigation: NavigationTree
  /// Those of its other languages, by their folders.
  private let navigations: [String: NavigationTree]
  package let translations: Translations
  package let redirects: [Redirect]
  package let printedSections: [PrintedSection]
  /// Their places, by the sections' own pages.
  let sectionsOfPages: [Int: Int]
  package let masthead: Masthead
  /// Content paths of the files that are published as they are.
  package let files: [String]
  /// The files that sources of pages add.
  package let plannedFiles: [FilePlan]
  /// Whom a reference to an owner means.
  package let owner: @Sendable (_ reference: String) -> Owner?
  /// What sources of pages know of a page.
  package let facts: @Sendable (Page) -> PageFacts
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
    navigations = other.navigations
    translations = other.translations
    redirects = other.redirects
    printedSections = other.printedSections
    sectionsOfPages = other.sectionsOfPages
    masthead = other.masthead
    files = other.files
    plannedFiles = other.plannedFiles
    owner = other.owner
    facts = other.facts
    entities = other.entities
    entityKinds = other.entityKinds
    checks = other.checks
    asOf = other.asOf
    embeds = other.embeds
    self.links = links
    self.images = images
  }

  private init(
    _ input: SiteInput, pages: [Page], map: SiteMap, translations: Translations,
    navigations: [String: NavigationTree], redirects: [Redirect], printedSections: [PrintedSection],
    masthead: Masthead, embeds: [[EmbedData?]]
  ) {
    settings = input.settings
    self.pages = pages
    self.map = map
    self.translations = translations
    self.navigations = navigations
    navigation = navigations[""] ?? NavigationTree(title: input.settings.title, home: nil, pageCount: pages.count)
    self.redirects = redirects
    self.printedSections = printedSections
    sectionsOfPages = Dictionary(uniqueKeysWithValues: zip(printedSections.map(\.page), 0...))
    self.masthead = masthead
    files = input.files
    plannedFiles = input.plan.files
    owner = input.plan.owner
    facts = input.plan.facts
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

  /// The navigation that a page is shown with.
  package func navigation(of page: Page) -> NavigationTree { navigation(of: page.language) }

  /// The navigation of the pages in a language.
  package func navigation(of language: SiteLanguage) -> NavigationTree { navigations[language.folder] ?? navigation }

  /// Whether a page is for readers of a language: it is in that language, or in the site's own and not translated.
  package func isFor(readersOf language: SiteLanguage, _ index: Int) -> Bool {
    let own = pages[index].language.folder
    return own == language.folder || own.isEmpty && translations.page(index, in: language) == nil
  }

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

extension SiteInput {
  fileprivate var languagesWithoutPages: [Diagnostic] {
    settings.languages.filter { language in
      !language.folder.isEmpty && !documents.contains { ContentPath.isInside($0.path, folder: language.folder) }
    }.map { language in
      Diagnostic(
        .settingValue, "no page is in \(language.name): the content has none below '\(language.folder)/'",
        at: language.span, help: "Write pages there, each at the path of the page that it translates.")
    }
  }
}

extension Site {
  /// Gives every page its address and its embeds their values, and reports what collides or leads nowhere.
  package static func assemble(_ input: SiteInput) -> Outcome<Site> {
    let list = PageList(input)
    let pages = list.pages
    var map = SiteMap(pages: pages, input: input)
    var claims = OutputClaims()
    var diagnostics = claims.claim(pages: pages, input: input)
    let redirects = Redirect.resolveAll(pages: pages, map: map, settings: input.settings, claims: &claims)
    let untranslated = list.untranslatedFolders.filter { redirect in
      let output = SitePath.outputFile(redirect.sitePath)
      return claims.claim(output, name: "the redirect from '/\(redirect.sitePath)'", span: nil, help: "") == nil
    }
    diagnostics += redirects.diagnostics + claims.filesInTheWay()
    for redirect in redirects.value + untranslated {
      map.add(
        redirect.page.map { redirect.isLeft ? .moved($0) : .page($0) } ?? .redirect(redirect.target),
        at: redirect.sitePath)
    }
    diagnostics += input.languagesWithoutPages
    let translations = Translations(of: pages, input.settings)
    let navigations = NavigationBuilder.buildAll(
      pages: pages, map: map, settings: input.settings, translations: translations)
    diagnostics += navigations.diagnostics
    let printed = PrintedSection.all(
      in: pages, navigations.value.sorted { $0.key < $1.key }.map(\.value), claims: &claims)
    for section in printed { map.add(.file(section.sitePath), at: section.sitePath) }
    let masthead = Masthead.resolve(input, pages: pages, map: map)
    diagnostics += masthead.diagnostics
    let resolver = EmbedResolver(input.plan.embeds)
    let embeds = pages.map(resolver.embeds)
    diagnostics += embeds.flatMap(\.diagnostics)
    let site = Site(
      input, pages: pages, map: map, translations: translations, navigations: navigations.value,
      redirects: redirects.value + untranslated, printedSections: printed, masthead: masthead.value,
      embeds: embeds.map(\.value))
    return Outcome(site, diagnostics)
  }
}

/// The pages of a site in a stable order: documents, planned pages, lists of folders, the search, the error page.
private struct PageList {
  private(set) var pages: [Page] = []
  /// What leads from a folder in another language, whose own page has no translation, to that page.
  private(set) var untranslatedFolders: [Redirect] = []
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
    addSections()
    for folder in [""] + pages.filter(\.isHome).map(\.language.folder) { addSearch(in: folder) }
    if !pages.contains(where: \.isNotFoundPage) {
      pages.append(
        Page(
          sitePath: Page.notFoundPath, folder: "", isFolderPage: false, settings: settings,
          fallbackTitle: "Page not found"))
    }
  }

  private mutating func addSearch(in folder: String) {
    let path = ContentPath.join(folder, Page.searchPath)
    guard !pages.contains(where: { $0.sitePath == path }) else { return }
    pages.append(
      Page(sitePath: path, folder: folder, isFolderPage: false, settings: settings, fallbackTitle: "Search"))
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
  private mutating func addSections() {
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
      if let original = original(of: folder) {
        let target = pages[original].href(root: "")
        untranslatedFolders.append(Redirect(sitePath: address(of: folder), target: target, page: original))
        continue
      }
      pages.append(
        Page(
          sitePath: address(of: folder), folder: folder, isFolderPage: true, settings: settings,
          fallbackTitle: home(at: folder).map { Phrase(verbatim: $0) }))
    }
  }

  /// The page with a text or data that the page of a folder would translate.
  private func original(of folder: String) -> Int? {
    let language = settings.language(ofFolder: folder).folder
    guard !language.isEmpty, folder != language else { return nil }
    let own = folder.dropFirst(language.count + 1)
    return pages.firstIndex { $0.isFolderPage && $0.folder == own && ($0.document != nil || $0.plan != nil) }
  }

  /// The title of a page that begins a language.
  private func home(at folder: String) -> String? {
    let language = settings.language(ofFolder: folder)
    return language.folder == folder ? settings.title(in: language) : nil
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

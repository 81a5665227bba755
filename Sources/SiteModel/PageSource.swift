package import Bytes
package import Diagnostics
import Markdown
package import Templates
package import YAML

/// Makes pages and files from what it knows of the content: the one place where a domain meets the engine.
package protocol PageSource: Sendable {
  /// Whether documents of this kind are this source's to read; such files are not published as they are.
  func claims(apiVersion: String, kind: String) -> Bool

  /// Words that tell that a file of this source's documents may hold secrets: no report shows a line of such a file.
  var confidentialWords: [String] { get }

  /// Whether a file that is neither Markdown nor YAML is this source's to read; such a file is not published as it is.
  ///
  /// - Parameter file: its content path.
  func claims(file: String) -> Bool

  /// The kinds of Markdown pages whose front matter has keys of this source's own, which it reads itself.
  var pageKinds: [String] { get }

  /// The layouts that this source's pages use, with the one field that each adds to the page context.
  var layouts: [LayoutField] { get }

  /// The pieces that Markdown pages may place.
  var embeds: [EmbedKind] { get }

  /// The pages and files for all that the source claims, and an answer for each kind of its embeds.
  func plan(_ content: SourceContent, site: SiteSettings, asOf: CalendarDate) -> Outcome<SourcePlan>
}

extension PageSource {
  package var confidentialWords: [String] { [] }

  package func claims(file: String) -> Bool { false }

  package var pageKinds: [String] { [] }

  package var embeds: [EmbedKind] { [] }
}

/// What a source may look at, all in the order of the paths.
package struct SourceContent: Sendable {
  /// The YAML documents that the source claims.
  package let documents: [SourceDocument]
  /// The Markdown pages in the language of the site, of every kind.
  package let pages: [Document]
  /// Content paths of the files that the source claims.
  package let files: [String]
  /// The bytes of a file of the content, by its content path; nil if there is none or it cannot be read.
  package let read: @Sendable (_ path: String) -> [UInt8]?
  /// How reports name a file of the content.
  package let displayPath: @Sendable (_ path: String) -> String

  package init(
    documents: [SourceDocument] = [], pages: [Document] = [], files: [String] = [],
    read: @escaping @Sendable (_ path: String) -> [UInt8]? = { _ in nil },
    displayPath: @escaping @Sendable (_ path: String) -> String = { $0 }
  ) {
    self.documents = documents
    self.pages = pages
    self.files = files
    self.read = read
    self.displayPath = displayPath
  }
}

/// What a source adds to the site.
package struct SourcePlan: Sendable {
  package var pages: [PagePlan]
  package var files: [FilePlan]
  /// Whom a reference to an owner, such as pages have in their front matter, means; nil for what this source does not know.
  package var owner: @Sendable (_ reference: String) -> Owner? = { _ in nil }
  package var embeds: [EmbedPlan]
  /// What this source knows of a page that readers may choose by.
  package var facts: @Sendable (Page) -> PageFacts = { _ in PageFacts() }
  /// What texts may name by reference.
  package var entities: [EntityTarget] = []
  /// The kinds that such references begin with, whether there is anything of them or not.
  package var entityKinds: [String] = []
  /// What is to be checked of the finished site, by what this source knows.
  package var checks: [any SiteCheck] = []

  package init(pages: [PagePlan] = [], files: [FilePlan] = [], embeds: [EmbedPlan] = []) {
    self.pages = pages
    self.files = files
    self.embeds = embeds
  }
}

/// Who answers for a page.
package struct Owner: Sendable {
  package let name: String
  /// The folder of the owner's own page.
  package let folder: String?
  /// Where the owner is reached in chat: `#platform-help`.
  package let channel: String?

  package init(name: String, folder: String? = nil, channel: String? = nil) {
    self.name = name
    self.folder = folder
    self.channel = channel
  }
}

/// What readers choose pages by, as they read it.
package struct PageFacts: Sendable {
  /// What sort of page it is: "Service level".
  package var kind: Phrase?
  /// The title of the capability that it belongs to.
  package var capability: String?
  /// Who answers for it, where the page itself does not say.
  package var owner: String?

  package init(kind: Phrase? = nil, capability: String? = nil, owner: String? = nil) {
    self.kind = kind
    self.capability = capability
    self.owner = owner
  }

  /// With those of another source where this one knows nothing.
  package func completed(by other: PageFacts) -> PageFacts {
    PageFacts(
      kind: kind ?? other.kind, capability: capability ?? other.capability, owner: owner ?? other.owner)
  }
}

/// A YAML document of the content.
package struct SourceDocument: Sendable {
  /// Path of its file below the content folder.
  package let path: String
  package let apiVersion: String
  package let kind: String
  package let node: YAMLNode

  package init(path: String, apiVersion: String, kind: String, node: YAMLNode) {
    self.path = path
    self.apiVersion = apiVersion
    self.kind = kind
    self.node = node
  }
}

/// A layout of the theme and the field of the page context that only it gets.
package struct LayoutField: Sendable {
  /// Name of the layout without its folder: `capability`.
  package let layout: String
  package let field: String
  package let shape: Shape

  package init(layout: String, field: String, shape: Shape) {
    self.layout = layout
    self.field = field
    self.shape = shape
  }
}

/// A page that a source asks for, at a folder of the content or for a Markdown page.
package struct PagePlan: Sendable {
  /// The folder whose page this is, below the content folder; its own Markdown page becomes the text.
  package var folder: String
  /// Content path of the Markdown page that becomes the text and keeps its address; nil for the folder's own.
  package var document: String?
  package var title: Phrase
  package var description: Phrase?
  /// Its place among the pages of one folder, where its own text names none; lower comes first.
  package var weight: Int?
  /// Name of a layout that the source declares.
  package var layout: String
  /// Whether navigation, lists and search show the page; others lead to one that they do not.
  package var isListed = true
  /// The file that the page is made from and the place in it; links to that file lead to this page.
  package var source: (path: String, span: SourceSpan)?
  /// References from the YAML to pages or files, resolved like links of a page that lies beside the source file.
  package var references: [Located<String>] = []
  /// Ids on the page that links may name.
  package var anchors: Set<String> = []
  /// The value of the layout's field.
  package var data: @Sendable (PlanContext) -> Value

  package init(
    folder: String, title: Phrase, layout: String, data: @escaping @Sendable (PlanContext) -> Value
  ) {
    self.folder = folder
    self.title = title
    self.layout = layout
    self.data = data
  }

  /// A page with the text of a Markdown page, in another layout.
  ///
  /// - Parameter document: its content path.
  package init(
    document: String, title: Phrase, layout: String, data: @escaping @Sendable (PlanContext) -> Value
  ) {
    self.init(folder: ContentPath.folder(of: document), title: title, layout: layout, data: data)
    self.document = document
  }
}

/// A link as templates show it.
package struct PageLink: Sendable {
  package let title: String
  /// Complete URL reference, relative to the page that shows it.
  package let href: String
  /// The language of title and description, where it is not that of the page that shows them.
  package let language: String?
  package let description: String?
  package let type: PageType?

  package init(
    title: String, href: String, language: String? = nil, description: String? = nil, type: PageType? = nil
  ) {
    self.title = title
    self.href = href
    self.language = language
    self.description = description
    self.type = type
  }

  /// Title and address, for lists of links.
  package static let schema = Schema<PageLink>(
    "link",
    [
      .text("title") { $0.title }, .text("href") { $0.href }, .text("language") { $0.language },
      .text("description") { $0.description },
    ])
}

/// What the data of a planned page or file may ask of the finished site, as seen from there.
package struct PlanContext: Sendable {
  package let site: Site
  /// Nil for a file.
  private let page: Int?
  private let root: String

  package init(site: Site, page: Int, root: String) {
    self.init(site: site, page, root: root)
  }

  /// As seen from a file: links are full addresses where the site has one, else relative to the file.
  package init(site: Site, file path: String) {
    self.init(site: site, nil, root: site.settings.baseURL ?? SitePath.rootPrefix(path))
  }

  private init(site: Site, _ page: Int?, root: String) {
    self.site = site
    self.page = page
    self.root = root
  }

  /// The same on behalf of the page of a folder, whose references are then at hand.
  package func onBehalf(ofPlanAt folder: String) -> PlanContext {
    PlanContext(site: site, site.map.page(atFolder: folder), root: root)
  }

  /// The day that the site is built for.
  package var asOf: CalendarDate { site.asOf }

  /// Where the plan's reference with this index leads; nil if it leads nowhere, which was reported.
  package func reference(_ index: Int) -> PageLink? {
    page.flatMap { site.links.references[$0][index] }?.link(in: site, root: root)
  }

  /// A page as a link.
  package func href(_ page: Page) -> String { page.href(root: root) }

  /// A file of the site, by its path below the root.
  package func href(file path: String) -> String { root + PercentEncoding.encode(path: path) }

  /// The page of a content folder, such as another planned page; nil if there is none.
  ///
  /// - Parameter fragment: unescaped.
  package func link(folder: String, fragment: String? = nil) -> PageLink? {
    let suffix = fragment.map { "#" + PercentEncoding.encode(path: $0) } ?? ""
    return site.map.page(atFolder: folder).map { link(to: $0, suffix: suffix) }
  }

  /// A Markdown page by its content path; nil if there is none.
  package func link(document path: String) -> PageLink? { site.map.page(at: path).map { link(to: $0) } }

  /// The Markdown pages in the language of the site that a source wants, in the order of the site.
  package func documents(where isWanted: (Page) -> Bool) -> [Document] {
    site.pages.filter { $0.language.folder.isEmpty && isWanted($0) }.compactMap(\.document)
  }

  /// The text of a Markdown page as HTML, with its links as seen from here and without its embeds; nil without any.
  package func html(document path: String) -> [UInt8]? {
    guard let page = site.map.page(at: path), let article = site.pages[page].document?.article, !article.html.isEmpty
    else { return nil }
    var buffer = ByteBuffer(capacity: article.html.count)
    article.write(
      to: &buffer, links: site.fillings(ofPage: page, root: root), embeds: article.embeds.map { _ in [] })
    return buffer.bytes
  }

  /// Links in a document that lead nowhere.
  package func brokenLinks(in document: Document) -> Int {
    site.links.failures.count { $0.isBroken && $0.span.path == document.displayPath }
  }

  /// The pages that the references of a folder's plan lead to; nil for one that leads to no page.
  package func targets(ofPlanAt folder: String) -> [Page?] {
    site.map.page(atFolder: folder).map { index in
      site.links.references[index].map { $0?.page.map { site.pages[$0] } }
    } ?? []
  }

  /// The visible pages below a content folder, other than its own, in reading order.
  package func pages(below folder: String) -> [PageLink] { pages { $0.isBelow(folder: folder) } }

  /// The visible pages that a source wants, other than this one and in its language, in reading order.
  package func pages(where isWanted: (Page) -> Bool) -> [PageLink] {
    site.pages.indices
      .filter { site.pages[$0].isListed && $0 != page && isWanted(site.pages[$0]) }
      .filter { site.pages[$0].language.folder == language.folder }
      .sorted { place(of: $0) < place(of: $1) }
      .map { link(to: $0) }
  }

  /// Pages that the navigation leaves out come last, in the order of the site.
  private func place(of page: Int) -> Int {
    site.navigation(of: site.pages[page]).placeOfPage[page] ?? site.pages.count + page
  }

  /// How the page's language, or else that of the site, says what is not in templates.
  package var phrases: Phrases { site.settings.phrases(in: language) }

  /// The language of what documents of YAML and records say, where it is not that of the page.
  package var recordLanguage: String? { language.folder.isEmpty ? nil : site.settings.language.text }

  private var language: SiteLanguage { page.map { site.pages[$0].language } ?? site.settings.mainLanguage }

  private func link(to index: Int, suffix: String = "") -> PageLink {
    let target = site.pages[site.translations.page(index, in: language) ?? index]
    return PageLink(
      title: target.title, href: target.href(root: root, suffix: suffix),
      language: target.language.folder == language.folder ? nil : target.language.tag.text,
      description: target.description, type: target.document?.frontMatter.type)
  }
}

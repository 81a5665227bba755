import Bytes
import Diagnostics
import Files
import Markdown
import SiteModel
import SocialCards
import Templates
import YAML

/// Renders the outputs of a site through its theme.
struct SiteRenderer: Sendable {
  private let site: Site
  private let theme: Theme
  /// What pages of a language have round their texts, by its folder.
  private let surroundings: [String: Surroundings]
  /// The files that the page of a folder offers.
  private let alternates: [String: [FilePlan]]
  /// The schema of each layout that has a field of its own, and the one of all others.
  private let schemas: [String: Schema<PageContext>]
  private let plainSchema: Schema<PageContext>
  private let embeds: [EmbedKind]
  /// Nil where no page names its picture.
  private let cards: PageCards?

  private struct Surroundings: Sendable {
    let navigation: NavigationRenderer
    let header: [HeaderTarget]
    let templates: TemplateSet
  }

  /// - Parameter painter: draws the pictures of pages; nil for none.
  init(site: Site, theme: Theme, layouts: [LayoutField], embeds: [EmbedKind], painter: CardPainter?) {
    self.site = site
    cards = painter.map { PageCards(of: site, painter: $0) }
    self.theme = theme
    self.embeds = embeds
    let languages = site.settings.allLanguages.map { language in
      let templates = theme.templates(in: language.tag)
      let navigation = NavigationRenderer(site: site, language: language, templates: templates)
      let header = HeaderTarget.all(in: site, language: language)
      return (language.folder, Surroundings(navigation: navigation, header: header, templates: templates))
    }
    surroundings = Dictionary(languages) { first, _ in first }
    let offers = site.plannedFiles.flatMap { file in file.offeredBy.map { (folder: $0, file: file) } }
    alternates = Dictionary(grouping: offers, by: \.folder).mapValues { $0.map(\.file) }
    let fields = (layouts + [SectionPrinter.layout]).map { ($0.layout, PageContext.schema(theme: theme, extra: $0)) }
    schemas = Dictionary(fields) { first, _ in first }
    plainSchema = PageContext.schema(theme: theme, extra: nil)
  }

  // MARK: Checks before any page renders

  /// Reports missing layouts and embeds, and what in a template would ask for something that is not there.
  ///
  /// - Parameter isThemeComplete: false if the theme could not be loaded whole, so that its gaps have been reported.
  func check(isThemeComplete: Bool) -> [Diagnostic] {
    guard isThemeComplete else { return [] }
    var used: [String: SourceSpan?] = ["redirect": nil]
    for page in site.pages where used[page.layout] == nil && isRendered(page) {
      used.updateValue(page.document?.frontMatter.template?.span ?? page.span, forKey: page.layout)
    }
    var diagnostics = site.pages.filter { $0.layout == "redirect" }.map(redirectLayout)
    for (layout, span) in used.sorted(by: { $0.key < $1.key }) where !theme.templates.contains("layouts/" + layout) {
      diagnostics.append(missing(layout, span))
    }
    let layouts = Set(used.keys).union(schemas.keys).filter { theme.templates.contains("layouts/" + $0) }
    for templates in [theme.templates] + theme.translated.map(\.templates) {
      for layout in layouts.sorted() { diagnostics += templates.check("layouts/" + layout, for: shape(of: layout)) }
      diagnostics += templates.check("partials/navigation", for: NavigationRenderer.shape)
      for kind in embeds { diagnostics += templates.check(partial(of: kind.name), for: kind.shape) }
    }
    return (diagnostics + missingEmbeds).withoutRepetitions
  }

  /// The first embed of each kind that the theme has no partial for.
  private var missingEmbeds: [Diagnostic] {
    let missing = Set(embeds.map(\.name)).filter { !theme.templates.contains(partial(of: $0)) }
    guard !missing.isEmpty else { return [] }
    var reported: Set<String> = []
    return site.pages.flatMap { $0.document?.article.embeds ?? [] }.compactMap { embed in
      let name = embed.name.text
      guard missing.contains(name), reported.insert(name).inserted else { return nil }
      return Diagnostic(
        .missingEmbed, "the theme has no partial 'embeds/\(name)' to show the embed", at: embed.name.span,
        help: "Add 'partials/embeds/\(name).mustache' to the theme.")
    }
  }

  private func partial(of embed: String) -> String { "partials/embeds/" + embed }

  private func redirectLayout(of page: Page) -> Diagnostic {
    Diagnostic(
      .missingLayout, "the layout 'redirect' shows redirects, not pages", at: page.document?.frontMatter.template?.span,
      help: "Use another layout; an address that leads on is an alias of the page that it leads to.")
  }

  private func missing(_ layout: String, _ span: SourceSpan?) -> Diagnostic {
    let layouts = theme.templates.names.filter { $0.hasPrefix("layouts/") }.map { String($0.dropFirst(8)) }
    let help = DidYouMean.help(for: layout, in: layouts) ?? "Its layouts: \(layouts.joined(separator: ", "))."
    return Diagnostic(.missingLayout, "the theme has no layout '\(layout)'", at: span, help: help)
  }

  private func shape(of layout: String) -> Shape {
    layout == "redirect" ? redirectSchema.shape : (schemas[layout] ?? plainSchema).shape
  }

  // MARK: Outputs

  func outputs() -> [Output] {
    var outputs = site.pages.enumerated().filter { isRendered($1) }.map {
      Output(path: SitePath.outputFile($1.sitePath), content: .page($0))
    }
    outputs += site.pages.enumerated().compactMap { index, page in
      page.markdownPath.map { Output(path: $0, content: .markdown(index)) }
    }
    outputs += site.redirects.enumerated().map {
      Output(path: SitePath.outputFile($1.sitePath), content: .redirect($0))
    }
    if theme.templates.contains("layouts/" + SectionPrinter.layout.layout) {
      outputs += site.printedSections.enumerated().map { Output(path: $1.sitePath, content: .section($0)) }
    }
    outputs += site.files.map { Output(path: $0, content: .file($0)) }
    outputs += site.plannedFiles.map { Output(path: $0.path, content: .planned($0)) }
    outputs += cards?.outputs ?? []
    outputs += theme.assets.map { Output(path: $0.outputPath, content: .bytes($0.bytes)) }
    return outputs
  }

  /// The files of the search; none where the theme has no layout to search with.
  func searchOutputs(jobs: Int) async -> [Output] {
    hasSearch ? await SiteSearch(site: site, render: render(page:)).outputs(jobs: jobs) : []
  }

  private var hasSearch: Bool { theme.templates.contains("layouts/" + Page.searchLayout) }

  /// Searching and tags are what a theme may do without.
  private func isRendered(_ page: Page) -> Bool {
    let isOptional = [Page.searchLayout, TagPages.layout, TagPages.listLayout].contains(page.layout)
    return !isOptional || theme.templates.contains("layouts/" + page.layout)
  }

  func render(_ output: Output, content: FileTree) throws(FileError) -> [UInt8] {
    switch output.content {
    case .page(let index): render(page: index)
    case .markdown(let index): try render(markdownOf: index, content: content)
    case .redirect(let index): render(redirect: site.redirects[index])
    case .section(let index): render(section: site.printedSections[index])
    case .file(let path): try content.read(path)
    case .planned(let file): file.bytes(site)
    case .card(let card): cards?.bytes(of: card) ?? []
    case .bytes(let bytes): bytes
    }
  }

  private func render(markdownOf index: Int, content: FileTree) throws(FileError) -> [UInt8] {
    guard let path = site.pages[index].document?.path else { return [] }
    return MarkdownCopy(of: index, in: site, source: try content.read(path)).bytes
  }

  private func render(page index: Int) -> [UInt8] {
    let page = site.pages[index]
    let root = page.isNotFoundPage ? site.settings.basePath : SitePath.rootPrefix(page.sitePath)
    let layout = page.layout
    // A layout that was chosen in the front matter gets no data that it does not declare.
    let plan = page.plan.flatMap { $0.layout == layout ? $0 : nil }
    let planContext = PlanContext(site: site, page: index, root: root)
    guard let surroundings = surroundings[page.language.folder] else { return [] }
    let templates = surroundings.templates
    let context = PageContext(
      site: site, index: index, texts: [index], root: root, header: surroundings.header,
      alternates: page.isFolderPage ? alternates[page.folder] ?? [] : [],
      sidebar: surroundings.navigation.fragment(for: index, root: root),
      embeds: renderEmbeds(of: index, planContext, templates), card: card(ofPage: index),
      data: plan?.data(planContext) ?? .none)
    var buffer = ByteBuffer(capacity: (page.document?.article.html.count ?? 0) + 16_384)
    templates.render("layouts/" + layout, with: (schemas[layout] ?? plainSchema).value(context), into: &buffer)
    return buffer.bytes
  }

  private func render(section: PrintedSection) -> [UInt8] {
    let page = site.pages[section.page]
    guard let surroundings = surroundings[page.language.folder] else { return [] }
    let root = SitePath.rootPrefix(section.sitePath)
    let templates = surroundings.templates
    let printer = SectionPrinter(site: site, section: section, root: root) {
      renderEmbeds(of: $0, PlanContext(site: site, page: $0, root: root), templates)
    }
    let context = PageContext(
      site: site, index: section.page, texts: section.pages, root: root, header: surroundings.header, alternates: [],
      sidebar: nil, embeds: [], card: nil, data: printer.data)
    let layout = SectionPrinter.layout.layout
    var buffer = ByteBuffer(capacity: 16_384)
    templates.render("layouts/" + layout, with: (schemas[layout] ?? plainSchema).value(context), into: &buffer)
    return buffer.bytes
  }

  private func card(ofPage index: Int) -> CardView? {
    guard let cards, let baseURL = site.settings.baseURL, let path = cards.path(ofPage: index) else { return nil }
    return CardView(href: baseURL + path, mediaType: cards.mediaType)
  }

  /// The HTML of each embed of a page; nil for what was reported.
  private func renderEmbeds(of index: Int, _ context: PlanContext, _ templates: TemplateSet) -> [[UInt8]?] {
    let embeds = site.pages[index].document?.article.embeds ?? []
    return zip(embeds, site.embeds[index]).map { embed, data in
      guard let data, templates.contains(partial(of: embed.name.text)) else { return nil }
      var buffer = ByteBuffer(capacity: 2_048)
      templates.render(partial(of: embed.name.text), with: data(context), into: &buffer)
      return buffer.bytes
    }
  }

  private func render(redirect: Redirect) -> [UInt8] {
    var buffer = ByteBuffer()
    theme.templates.render("layouts/redirect", with: redirectSchema.value(RedirectView(redirect, site)), into: &buffer)
    return buffer.bytes
  }
}

/// A redirect as its layout sees it.
private struct RedirectView: Sendable {
  let target: String
  let canonical: String?
  let site: Site

  init(_ redirect: Redirect, _ site: Site) {
    self.site = site
    target = redirect.href(root: SitePath.rootPrefix(redirect.sitePath))
    canonical = site.settings.baseURL.map { redirect.href(root: $0) }
  }
}

private let redirectSchema = Schema<RedirectView>(
  "redirect",
  [
    .text("target") { $0.target },
    .record("site", redirectSiteSchema) { $0.site.settings },
    .record("page", redirectPageSchema) { $0 },
  ])

private let redirectSiteSchema = Schema<SiteSettings>(
  "site", [.text("title") { $0.title }, .text("language") { $0.language.text }])

private let redirectPageSchema = Schema<RedirectView>(
  "page",
  [
    .text("canonical") { $0.canonical },
    .text("language") { $0.site.settings.language.text },
    .text("direction") { $0.site.settings.language.direction },
  ])

extension [Diagnostic] {
  /// Each finding once: layouts share partials, and languages templates, so that a fault in one is found for each.
  var withoutRepetitions: [Diagnostic] {
    var seen: Set<Finding> = []
    return filter { seen.insert(Finding(rule: $0.rule, span: $0.span, message: $0.message)).inserted }
  }
}

private struct Finding: Hashable {
  let rule: Rule
  let span: SourceSpan?
  let message: String
}

package import Bytes
package import Diagnostics
package import Files
package import ForeignSites
import Markdown
package import PublishedSite
package import SiteModel
package import SocialCards
package import YAML

/// What a build is asked to do.
package struct BuildOptions: Sendable {
  /// The folder that holds the pages.
  package let content: FileTree
  /// The site of another generator that the pages belong to, with what was found in its settings.
  package let foreignSite: Outcome<ForeignSite?>
  package var themes: ThemeLocator
  /// Overrides the site's theme.
  package var theme: String?
  /// Overrides the site's base URL; absolute, with a trailing slash.
  package var baseURL: String?
  /// Overrides what serves the site.
  package var hosting: HostingProfile?
  package var includesDrafts = false
  /// Draws diagrams; nil to show their sources as code.
  package var drawer: Drawer?
  /// Makes ready to draw the pictures of pages; nil to make none.
  package var openCardPainter: (@Sendable () -> CardPainter)?
  /// The day that everything which depends on today is computed for.
  package var asOf: CalendarDate
  /// How many tasks work side by side; the result does not depend on it.
  package var jobs: Int

  /// - Parameter folder: the folder that holds the pages, or the root of a site of another generator.
  package init(content folder: FileTree, themes: ThemeLocator, asOf: CalendarDate, jobs: Int) {
    foreignSite = ForeignSite.find(in: folder)
    content = foreignSite.value?.content ?? folder
    self.themes = themes
    self.asOf = asOf
    self.jobs = jobs
  }
}

/// The steps of a build, for progress and timings.
package enum Stage: String, Sendable, CaseIterable {
  case parse = "read and parse"
  case model
  case resolve = "resolve links"
  case check
  case index = "index for search"
  case write = "render and write"
}

/// From content to outputs: the one way that every command takes.
package struct Build: Sendable {
  private let options: BuildOptions
  private let pageSources: [any PageSource]
  private let checks: [any SiteCheck]
  private let knownRules: [Rule]

  /// - Parameters:
  ///   - pageSources: what makes pages from YAML documents.
  ///   - checks: what looks for faults in the finished site, besides what the sources of pages check.
  ///   - knownRules: every rule of the program, against which the settings' rule ids are held.
  package init(
    _ options: BuildOptions, pageSources: [any PageSource] = [], checks: [any SiteCheck] = [], knownRules: [Rule] = []
  ) {
    self.options = options
    self.pageSources = pageSources + [TagPages()]
    self.checks = checks
    self.knownRules = knownRules
  }

  /// Runs all stages but the last, which `Publisher` does.
  ///
  /// - Parameter progress: called when a stage begins, with the number of things that it has to do.
  package func run(progress: (_ stage: Stage, _ count: Int) -> Void = { _, _ in }) async -> BuildResult {
    var clock = StageClock()
    let reader = ContentReader(
      tree: options.content, settings: options.foreignSite.value?.settings, pageSources: pageSources,
      drawer: options.drawer, jobs: options.jobs)
    var listing = reader.list()
    if let baseURL = options.baseURL { listing.value.settings.baseURL = baseURL }
    if let hosting = options.hosting { listing.value.settings.hosting = hosting }
    let theme = loadTheme(listing.value.settings)
    listing.value.settings.phrases = theme.value.phrases
    let read = await reader.read(listing.value, prose: prose(listing.value.settings)) { progress(.parse, $0) }
    let content = read.value
    clock.end(.parse)

    progress(.model, content.documents.count)
    let model = assemble(content)
    clock.end(.model)

    progress(.resolve, model.value.pages.count)
    let images = await ImageSizes.read(for: await resolveLinks(model.value), from: options.content, jobs: options.jobs)
    let site = images.value
    clock.end(.resolve)

    progress(.check, site.pages.count)
    let renderer = SiteRenderer(
      site: site, theme: theme.value, layouts: pageSources.flatMap(\.layouts), embeds: pageSources.flatMap(\.embeds),
      painter: cardPainter(for: site.settings))
    var found = options.foreignSite.diagnostics + listing.diagnostics + read.diagnostics + model.diagnostics
    found += theme.diagnostics + images.diagnostics
    found += renderer.check(isThemeComplete: theme.diagnostics.allSatisfy { $0.severity != .error })
    let isSound = found.allSatisfy { $0.severity != .error }
    let severities = SeverityPolicy(site.settings.check)
    found += severities.faults(knownRules: knownRules, files: content.listed)
    found += active(checks + site.checks, severities).flatMap { $0.check(site) }
    let policy = FindingPolicy(severities, site: site, content: content, in: options.content, knownRules: knownRules)
    clock.end(.check)

    progress(.index, site.pages.count)
    let outputs = renderer.outputs() + (await renderer.searchOutputs(jobs: options.jobs))
    clock.end(.index)
    return BuildResult(
      site: site, renderer: renderer, content: options.content,
      outputs: outputs.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, found: found,
      isSound: isSound, policy: policy, timings: clock.timings)
  }

  /// A picture is named by its full address, which only a site with a base URL knows.
  private func cardPainter(for settings: SiteSettings) -> CardPainter? {
    settings.baseURL != nil && settings.makesSocialCards ? options.openCardPainter?() : nil
  }

  private func active(_ checks: [any SiteCheck], _ severities: SeverityPolicy) -> [any SiteCheck] {
    checks.filter { type(of: $0).rules.contains(where: severities.isOn) }
  }

  /// What the rules of writing that are on need to know of the texts; nil where all are off.
  private func prose(_ settings: SiteSettings) -> PhraseTable? {
    let severities = SeverityPolicy(settings.check)
    guard knownRules.contains(where: { $0.group == .writing && severities.isOn($0) }) else { return nil }
    return PhraseTable(active(checks, severities).flatMap { $0.phrases(settings) })
  }

  private func assemble(_ content: Content) -> Outcome<Site> {
    var plan = SourcePlan()
    var diagnostics: [Diagnostic] = []
    for source in pageSources {
      let planned = source.plan(view(of: content, for: source), site: content.settings, asOf: options.asOf)
      plan.pages += planned.value.pages
      plan.files += planned.value.files
      let known = plan.owner
      plan.owner = { known($0) ?? planned.value.owner($0) }
      let facts = plan.facts
      plan.facts = { planned.value.facts($0).completed(by: facts($0)) }
      plan.embeds += planned.value.embeds
      plan.entities += planned.value.entities
      plan.entityKinds += planned.value.entityKinds
      plan.checks += planned.value.checks
      diagnostics += planned.diagnostics
    }
    plan.files += SiteIndexes.plans(for: content.settings, besides: content.files)
    let tree = options.content
    let site = Site.assemble(
      SiteInput(
        settings: content.settings, documents: content.documents, plan: plan, files: content.files,
        sources: content.sources, includesDrafts: options.includesDrafts, asOf: options.asOf,
        displayPath: { tree.displayPath($0) }))
    return Outcome(site.value, diagnostics + site.diagnostics)
  }

  /// What a source sees of the content: it reads what was listed, so nothing outside of the folder.
  private func view(of content: Content, for source: any PageSource) -> SourceContent {
    let tree = options.content
    let listed = content.listed
    return SourceContent(
      documents: content.entities.filter { source.claims(apiVersion: $0.apiVersion, kind: $0.kind) },
      pages: content.documents.filter { document in
        (options.includesDrafts || !document.frontMatter.isDraft)
          && content.settings.language(ofFolder: ContentPath.folder(of: document.path)).folder.isEmpty
      },
      files: content.sources.filter { source.claims(file: $0) },
      read: { listed.contains($0) ? try? tree.read($0) : nil }, displayPath: { tree.displayPath($0) })
  }

  private func loadTheme(_ settings: SiteSettings) -> Outcome<Theme> {
    let overrides = options.content.containsFolder("theme") ? options.content.folder("theme") : nil
    var loader = ThemeLoader(locator: options.themes, overrides: overrides)
    let fallback = Located("portico", at: SourceSpan(path: options.content.displayPath("portico.yaml")))
    let chosen = options.theme.map { Located($0, at: fallback.span) } ?? settings.theme ?? fallback
    return loader.load(chosen, for: settings)
  }

  private func resolveLinks(_ site: Site) async -> Site {
    let resolver = LinkResolver(site)
    let links = await parallelMap(Array(site.pages.indices), jobs: options.jobs) { resolver.links(of: $0) }
    return site.with(links: LinkGraph(links, of: site))
  }
}

/// What a build made: the site with all that is needed to write it, and what was found.
package struct BuildResult: Sendable {
  package let site: Site
  let renderer: SiteRenderer
  let content: FileTree
  /// Everything that the site consists of, in the order of its paths.
  package let outputs: [Output]
  /// All that was found, as it was found.
  package let found: [Diagnostic]
  /// Whether content and theme could be read, so that what is wrong with the outputs does not follow from that.
  package let isSound: Bool
  /// What becomes of that, and of what others find in the same site.
  package let policy: FindingPolicy
  package let timings: [(stage: Stage, time: Duration)]

  /// What the build itself found, in report order.
  package var diagnostics: [Diagnostic] { policy.apply(found) }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The bytes of an output.
  package func render(_ output: Output) throws(FileError) -> [UInt8] {
    try renderer.render(output, content: content)
  }
}

/// Measures the stages one after the other.
struct StageClock {
  private(set) var timings: [(stage: Stage, time: Duration)] = []
  private var start = ContinuousClock.now

  mutating func end(_ stage: Stage) {
    let now = ContinuousClock.now
    timings.append((stage, now - start))
    start = now
  }
}

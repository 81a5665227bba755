package import Bytes
package import Diagnostics
package import Platform
package import SiteModel
import Templates
package import YAML

/// Makes checks of a catalogue.
///
/// - Parameter facts: what a finished site shows of each capability.
package typealias CatalogueChecks =
  @Sendable (
    _ catalogue: Catalogue, _ report: ServiceLevelReport,
    _ facts: @escaping @Sendable (Site) -> (Capability) -> CapabilityFacts
  ) -> [any SiteCheck]

/// The pages of the platform's domain: catalogue, capabilities, roadmaps, onboarding paths, and the home page over them.
package struct DomainPages: PageSource {
  private let zones: TimeZoneSource
  private let earlier: EarlierContent?
  private let drawer: Drawer?
  private let checks: CatalogueChecks

  /// - Parameters:
  ///   - zones: the time zones that calendar windows may name, besides UTC and fixed offsets.
  ///   - earlier: what roadmaps are compared with.
  ///   - drawer: draws the graph of capabilities; without it there is none.
  ///   - checks: what is to be checked of the catalogue once the site is finished.
  package init(
    zones: @escaping TimeZoneSource = { _ in nil }, earlier: EarlierContent? = nil, drawer: Drawer? = nil,
    checks: @escaping CatalogueChecks = { _, _, _ in [] }
  ) {
    self.zones = zones
    self.earlier = earlier
    self.drawer = drawer
    self.checks = checks
  }

  package func claims(apiVersion: String, kind: String) -> Bool {
    Catalogue.claims(apiVersion: apiVersion, kind: kind)
  }

  package func claims(file: String) -> Bool { Catalogue.claims(file: file) }

  package var confidentialWords: [String] { OpenSLO.confidentialWords }

  package var layouts: [LayoutField] {
    [
      LayoutField(layout: "home", field: "platform", shape: HomeView.schema.shape),
      LayoutField(layout: "catalogue", field: "catalogue", shape: CatalogueView.schema.shape),
      LayoutField(layout: "capability", field: "capability", shape: CapabilityView.schema.shape),
      LayoutField(layout: "service-levels", field: "levels", shape: ServiceLevelsView.schema.shape),
      LayoutField(layout: "service-level", field: "level", shape: ServiceLevelView.schema.shape),
      LayoutField(layout: "roadmap", field: "roadmap", shape: RoadmapView.schema.shape),
      LayoutField(layout: "paths", field: "paths", shape: PathIndexView.schema.shape),
      LayoutField(layout: "path", field: "path", shape: PathView.schema.shape),
      LayoutField(layout: "templates", field: "templates", shape: TemplateIndexView.schema.shape),
      LayoutField(layout: "template", field: "template", shape: TemplateView.schema.shape),
      LayoutField(layout: "teams", field: "teams", shape: TeamIndexView.schema.shape),
      LayoutField(layout: "team", field: "team", shape: TeamView.schema.shape),
      LayoutField(layout: "entities", field: "entities", shape: EntityIndexView.schema.shape),
      LayoutField(layout: "entity", field: "entity", shape: EntityView.schema.shape),
      LayoutField(layout: "incidents", field: "incidents", shape: IncidentsView.schema.shape),
      LayoutField(layout: "incident", field: "incident", shape: IncidentView.schema.shape),
      LayoutField(layout: "decisions", field: "decisions", shape: DecisionsView.schema.shape),
      LayoutField(layout: "decision", field: "decision", shape: DecisionView.schema.shape),
      LayoutField(layout: "changes", field: "changes", shape: ChangesView.schema.shape),
      LayoutField(layout: "change", field: "change", shape: ChangeView.schema.shape),
      LayoutField(layout: "scorecard", field: "scorecard", shape: ScorecardsView.schema.shape),
    ]
  }

  package var pageKinds: [String] { Records.kinds }

  package var embeds: [EmbedKind] { EmbedPiece.all.map(\.kind) }

  package func plan(_ content: SourceContent, site: SiteSettings, asOf: CalendarDate) -> Outcome<SourcePlan> {
    let placeholders = Placeholders(content)
    let records = content.pages.compactMap { page in
      RecordPage(page).map { (kind: page.frontMatter.kind ?? "", page: $0) }
    }
    let catalogue = Catalogue.read(
      placeholders.nodes, records: records, domains: site.domains.map(\.id),
      files: content.files.compactMap { path in content.read(path).map { (content.displayPath(path), $0) } })
    let report = ServiceLevelReport.make(
      catalogue.value, terms: ReportTerms(asOf: asOf, maxAge: site.measurementMaxAge, zones: zones))
    let policy = ScorecardPolicy.make(levels: site.scorecard.levels, changes: site.scorecard.rules)
    let history = RoadmapHistory.compare(catalogue.value.roadmaps, content.documents, with: earlier)
    let planner = DomainPlanner(
      catalogue: catalogue.value, report: report.value, history: history.value, documents: content.documents,
      placeholders: placeholders, policy: policy.value, drawer: drawer, site: site)
    let pages = planner.plans()
    let files = pages.isEmpty ? [] : planner.filePlans(for: content.pages)
    var plan = SourcePlan(pages: pages, files: files, embeds: EmbedPiece.all.map { $0.plan(planner) })
    plan.owner = planner.owner
    plan.facts = planner.facts
    plan.entities = planner.entityTargets
    plan.entityKinds = DomainPlanner.entityKinds
    plan.checks = checks(catalogue.value, report.value, planner.facts(in:))
    var diagnostics = placeholders.diagnostics + catalogue.diagnostics
    diagnostics += report.diagnostics + policy.diagnostics + history.diagnostics
    diagnostics += PathChecks(planner: planner, pages: content.pages).run()
    diagnostics += catalogue.value.records.checkPast(asOf)
    diagnostics += catalogue.value.checkPages(
      content.pages.map(\.frontMatter).map { (capability: $0.capability, owner: $0.owner) })
    return Outcome(plan, diagnostics)
  }
}

/// Decides which pages a catalogue has and where they are.
struct DomainPlanner: Sendable {
  let catalogue: Catalogue
  let report: ServiceLevelReport
  let history: RoadmapHistory
  let documents: [SourceDocument]
  let placeholders: Placeholders
  let policy: ScorecardPolicy
  let drawer: Drawer?
  let site: SiteSettings

  func plans() -> [PagePlan] {
    var plans: [PagePlan] = []
    if !catalogue.capabilities.isEmpty { plans.append(cataloguePlan()) }
    plans += catalogue.capabilities.map(plan) + scorecardPlans()
    plans += recordPlans()
    plans += serviceLevelPlans()
    plans += catalogue.roadmaps.map(plan)
    if !catalogue.paths.isEmpty { plans.append(pathIndexPlan()) }
    plans += catalogue.paths.indices.map(plan(ofPath:))
    plans += templatePlans() + teamPlans() + entityPlans()
    if !plans.isEmpty { plans += site.allLanguages.map(homePlan) }
    return plans
  }

  // MARK: Where pages are

  /// A capability in a file of its own name has its folder; any other lies below the catalogue.
  func folder(of capability: Capability) -> String {
    let path = documents[capability.origin].path
    return ContentPath.stem(of: path) == "capability"
      ? ContentPath.folder(of: path) : "capabilities/" + capability.metadata.name.value
  }

  func folder(of roadmap: Roadmap) -> String {
    catalogue.roadmaps.count == 1 ? "roadmap" : "roadmap/" + roadmap.metadata.name.value
  }

  func folder(of path: OnboardingPath) -> String { "paths/" + path.metadata.name.value }

  // MARK: The plans

  private func homePlan(in language: SiteLanguage) -> PagePlan {
    var plan = PagePlan(folder: language.folder, title: Phrase(verbatim: site.title(in: language)), layout: "home") {
      context in
      HomeView.schema.value(HomeView(planner: self, context: context))
    }
    plan.description = site.description(in: language).map { Phrase(verbatim: $0) }
    return plan
  }

  private func cataloguePlan() -> PagePlan {
    PagePlan(folder: "capabilities", title: "Capabilities", layout: "catalogue") { context in
      CatalogueView.schema.value(CatalogueView(planner: self, context: context))
    }
  }

  private func plan(_ capability: Capability) -> PagePlan {
    var plan = PagePlan(
      folder: folder(of: capability), title: Phrase(verbatim: capability.metadata.displayName), layout: "capability"
    ) { context in
      CapabilityView.schema.value(CapabilityView(capability: capability, planner: self, context: context))
    }
    plan.description = capability.metadata.description.map { Phrase(verbatim: $0) }
    plan.source = source(capability.origin, capability.metadata)
    plan.references = [capability.access?.how].compactMap { $0 }
    plan.anchors = CapabilityView.anchors
    return plan
  }

  private func plan(_ roadmap: Roadmap) -> PagePlan {
    var plan = PagePlan(
      folder: folder(of: roadmap), title: Phrase(verbatim: roadmap.metadata.displayName), layout: "roadmap"
    ) {
      context in
      RoadmapView.schema.value(RoadmapView(roadmap: roadmap, planner: self, context: context))
    }
    plan.description = roadmap.metadata.description.map { Phrase(verbatim: $0) }
    plan.source = source(roadmap.origin, roadmap.metadata)
    plan.references = roadmap.items.compactMap(\.page)
    plan.anchors = RoadmapView.anchors.union(roadmap.items.map(\.anchor))
    return plan
  }

  private func pathIndexPlan() -> PagePlan {
    PagePlan(folder: "paths", title: "Onboarding paths", layout: "paths") { context in
      PathIndexView.schema.value(PathIndexView(planner: self, context: context))
    }
  }

  private func plan(ofPath index: Int) -> PagePlan {
    let path = catalogue.paths[index]
    var plan = PagePlan(folder: folder(of: path), title: Phrase(verbatim: path.metadata.displayName), layout: "path") {
      context in
      PathView.schema.value(PathView(path: path, planner: self, context: context))
    }
    plan.description = Phrase(verbatim: path.metadata.description ?? path.goal)
    plan.weight = index
    plan.source = source(path.origin, path.metadata)
    plan.references = path.steps.compactMap(\.page)
    plan.anchors = PathView.anchors(of: path)
    return plan
  }

  /// The team or user behind a reference; nil for what is none.
  @Sendable func owner(_ reference: String) -> Owner? {
    if let team = catalogue.team(reference) {
      return Owner(name: team.displayName, folder: folder(of: team), channel: team.chat)
    }
    return catalogue.entity(EntityReference(reference, defaultKind: "group")).map { Owner(name: $0.displayName) }
  }

  /// Tells the pages of a capability: by its folder, or because their front matter names it.
  ///
  /// Pages of records, such as incidents, are none.
  func isPage(of capability: Capability) -> (Page) -> Bool {
    let (folder, reference) = (folder(of: capability), capability.reference)
    return { page in
      guard page.document?.frontMatter.kind == nil else { return false }
      if page.isBelow(folder: folder) { return true }
      let named = page.document?.frontMatter.capability
      return named.map { EntityReference($0.value, defaultKind: "capability") } == reference
    }
  }

  /// What a capability depends on, each once, whether it exists or not.
  func dependencies(of capability: Capability) -> [EntityReference] {
    var seen: Set<EntityReference> = []
    return capability.dependsOn.map { EntityReference($0.value, defaultKind: "capability") }
      .filter { seen.insert($0).inserted }
  }

  func source(_ origin: Int, _ metadata: Metadata) -> (path: String, span: SourceSpan) {
    (documents[origin].path, metadata.name.span)
  }
}

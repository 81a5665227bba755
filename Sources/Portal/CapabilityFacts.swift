import Platform
import SiteModel
import YAML

extension CapabilityFacts {
  /// What the finished site shows of a capability.
  init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    self.init(capability, texts: context.documents(where: planner.isPage(of: capability)), planner, context)
  }

  fileprivate init(
    _ capability: Capability, texts documents: [Document], _ planner: DomainPlanner, _ context: PlanContext
  ) {
    self.init(capability, asOf: context.asOf)
    let catalogue = planner.catalogue
    guides = documents.map(\.frontMatter).map { matter in
      Guide(type: matter.type?.rawValue, reviewedUntil: matter.reviewedUntil)
    }
    brokenLinks = documents.reduce(0) { $0 + context.brokenLinks(in: $1) }
    hasOwner = catalogue.team(capability.owner.value) != nil
    objectives = catalogue.serviceLevels(of: capability).flatMap(planner.report.statuses)
    templates = capability.templates.compactMap { catalogue.template($0.value)?.metadata.displayName }
    let yearAgo = Instant(startOf: context.asOf.adding(Period(months: -12)))
    let over = catalogue.incidents(of: capability).filter { incident in
      incident.wantsReview(on: context.asOf) && incident.resolved.map { $0 > yearAgo } ?? false
    }
    incidents = over.count
    unreviewedIncidents = over.count { $0.reviewed == nil }
    steps = catalogue.paths.flatMap { planner.steps(of: $0, leadingTo: capability, context) }
      .map { Step(time: $0.time) }
  }
}

extension DomainPlanner {
  /// What a site that is finished shows of each capability.
  @Sendable func facts(in site: Site) -> (Capability) -> CapabilityFacts {
    let pages = CapabilityPages(self, site)
    let context = PlanContext(site: site, file: "")
    return { CapabilityFacts($0, texts: pages.texts(of: $0), self, context) }
  }

  /// The steps of a path that lead to a page or a template of a capability.
  fileprivate func steps(
    of path: OnboardingPath, leadingTo capability: Capability, _ context: PlanContext
  ) -> [OnboardingPath.Step] {
    let isPage = isPage(of: capability)
    let templates = capability.templates.compactMap { catalogue.template($0.value)?.reference }
    var targets = context.targets(ofPlanAt: folder(of: path))[...]
    return path.steps.filter { step in
      let page = step.page == nil ? nil : targets.popFirst() ?? nil
      let template = step.template.flatMap { catalogue.template($0.value)?.reference }
      return page.map(isPage) == true || template.map(templates.contains) == true
    }
  }
}

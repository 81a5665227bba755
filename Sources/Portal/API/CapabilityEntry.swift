import Platform
import SiteModel
import YAML

/// A capability in `capabilities.json`.
struct CapabilityEntry: APIRecord {
  private let capability: Capability
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    self.capability = capability
    self.planner = planner
    self.context = context.onBehalf(ofPlanAt: planner.folder(of: capability))
  }

  static let shape = APIShape<CapabilityEntry>(
    "capability", identityFields + promiseFields + termFields + relationFields)

  private static let identityFields: [APIField<CapabilityEntry>] = [
    APIField("name") { $0.capability.metadata.name.value },
    APIField("ref") { $0.capability.reference.description },
    APIField("title") { $0.capability.metadata.displayName },
    APIField("description") { $0.capability.metadata.description },
    APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.capability)) },
    APIField("domain") {
      DomainEntry(id: $0.capability.domain.value, title: $0.planner.title(ofDomain: $0.capability))
    },
    APIField("owner") { ReferenceEntry($0.capability.owner.value, kind: "group", $0.planner, $0.context) },
    APIField("lifecycle") { $0.capability.lifecycle },
    APIField("maturity") { $0.capability.maturity },
    APIField("tags") { $0.capability.metadata.tags },
    APIField("replacedBy") { $0.references([$0.capability.replacedBy], kind: "capability").first },
    APIField("sunset", "The last day.") { $0.capability.sunset },
  ]

  private static let promiseFields: [APIField<CapabilityEntry>] = [
    APIField("problem", "Why a developer needs it.") { $0.capability.problem },
    APIField("notFor", "When to use something else.") { $0.capability.notFor },
    APIField("access") { entry in
      entry.capability.access.map {
        AccessEntry(access: $0, url: $0.how == nil ? nil : entry.context.reference(0)?.href)
      }
    },
    APIField("support") { $0.capability.support.map(SupportEntry.init) },
    APIField("state", "Of the worst objective of its service levels.") { $0.planner.worst(of: $0.capability)?.state },
    APIField("serviceLevels") { $0.levels },
    APIField("scorecard") { ScorecardEntry($0.capability, $0.planner, $0.context) },
  ]

  private static let termFields: [APIField<CapabilityEntry>] = [
    APIField("responsibilities", "Who does what.") { $0.capability.responsibilities.map(ResponsibilityEntry.init) },
    APIField("controls", "Guardrails.") { $0.capability.controls.map(ControlEntry.init) },
    APIField("cost") { $0.capability.cost.map(CostEntry.init) },
    APIField("backup") { $0.capability.backup.map(BackupEntry.init) },
    APIField("adoption", "How many used it, day by day.") { $0.capability.adoption.map(AdoptionEntry.init) },
  ]

  private static let relationFields: [APIField<CapabilityEntry>] = [
    APIField("dependsOn") { $0.references($0.capability.dependsOn, kind: "capability") },
    APIField("requiredBy") { entry in
      entry.planner.catalogue.dependents(of: entry.capability).map {
        ReferenceEntry($0.reference, entry.planner, entry.context)
      }
    },
    APIField("components") { $0.references($0.capability.components, kind: "component") },
    APIField("templates") { $0.references($0.capability.templates, kind: "template") },
    APIField("pages", "Its guides, in reading order.") { entry in
      entry.context.pages(where: entry.planner.isPage(of: entry.capability)).map(GuideEntry.init)
    },
    APIField("roadmap", "Its items, by the roadmap's order.") { entry in
      entry.planner.catalogue.roadmapItems(of: entry.capability).map { roadmap, item in
        RoadmapItemLink(item, of: roadmap, entry.planner, entry.context)
      }
    },
  ]

  private func references(_ references: [Located<String>?], kind: String) -> [ReferenceEntry] {
    references.compactMap { $0 }.map { ReferenceEntry($0.value, kind: kind, planner, context) }
  }

  private var levels: [LevelEntry] {
    planner.catalogue.serviceLevels(of: capability).map { slo in
      LevelEntry(slo: slo, state: planner.report.state(of: slo), url: context.address(of: planner.folder(of: slo)))
    }
  }
}

extension DomainPlanner {
  /// What the site calls the domain of a capability; its id where the site does not name it.
  func title(ofDomain capability: Capability) -> String {
    site.domains.first { $0.id == capability.domain.value }?.title ?? capability.domain.value
  }
}

private struct DomainEntry: APIRecord {
  let id: String
  let title: String

  static let shape = APIShape<DomainEntry>("domain", [APIField("id") { $0.id }, APIField("title") { $0.title }])
}

private struct AccessEntry: APIRecord {
  let access: Capability.Access
  let url: String?

  static let shape = APIShape<AccessEntry>(
    "access",
    [
      APIField("selfService", "Whether a team gets it without asking anybody.") { $0.access.isSelfService },
      APIField("leadTime", "How long it takes to get it.") { $0.access.leadTime },
      APIField("url", "How to get it.") { $0.url.map(APIAddress.init) },
    ])
}

private struct SupportEntry: APIRecord {
  let support: Capability.Support

  static let shape = APIShape<SupportEntry>(
    "support",
    [
      APIField("contact") { $0.support.contact },
      APIField("hours") { $0.support.hours },
      APIField("response", "How soon somebody answers.") { $0.support.response },
      APIField("onCall", "Whether somebody is on call outside these hours.") { $0.support.isOnCall },
    ])
}

private struct ResponsibilityEntry: APIRecord {
  let responsibility: Capability.Responsibility

  static let shape = APIShape<ResponsibilityEntry>(
    "responsibility",
    [
      APIField("area") { $0.responsibility.area },
      APIField("platform", "What the platform team does.") { $0.responsibility.platform },
      APIField("team", "What the team that uses it does.") { $0.responsibility.team },
    ])
}

private struct ControlEntry: APIRecord {
  let control: Capability.Control

  static let shape = APIShape<ControlEntry>(
    "control",
    [
      APIField("id") { $0.control.id },
      APIField("title") { $0.control.title },
      APIField("enforcement") { $0.control.enforcement },
    ])
}

private struct CostEntry: APIRecord {
  let cost: Capability.Cost

  static let shape = APIShape<CostEntry>(
    "cost",
    [
      APIField("model") { $0.cost.model },
      APIField("note") { $0.cost.note },
      APIField("estimates") { $0.cost.estimates.map { EstimateEntry(label: $0.label, monthly: $0.monthly) } },
    ])
}

private struct EstimateEntry: APIRecord {
  let label: String
  let monthly: String

  static let shape = APIShape<EstimateEntry>(
    "estimate", [APIField("label") { $0.label }, APIField("monthly") { $0.monthly }])
}

private struct BackupEntry: APIRecord {
  let backup: Capability.Backup

  static let shape = APIShape<BackupEntry>(
    "backup",
    [
      APIField("rpo", "Recovery point objective.") { $0.backup.recoveryPoint },
      APIField("rto", "Recovery time objective.") { $0.backup.recoveryTime },
    ])
}

private struct AdoptionEntry: APIRecord {
  let adoption: Capability.Adoption

  static let shape = APIShape<AdoptionEntry>(
    "adoption",
    [
      APIField("date") { $0.adoption.date },
      APIField("users") { $0.adoption.users },
      APIField("of", "How many could use it.") { $0.adoption.of },
    ])
}

/// A service level of a capability; `slos.json` has the whole of it.
private struct LevelEntry: APIRecord {
  let slo: ServiceLevelObjective
  let state: ObjectiveStatus.State?
  let url: APIAddress?

  static let shape = APIShape<LevelEntry>(
    "serviceLevel",
    [
      APIField("name") { $0.slo.metadata.name.value },
      APIField("title") { $0.slo.metadata.displayName },
      APIField("state", "Of its worst objective.") { $0.state },
      APIField("url") { $0.url },
    ])
}

private struct GuideEntry: APIRecord {
  let page: PageLink

  static let shape = APIShape<GuideEntry>(
    "guide",
    [
      APIField("title") { $0.page.title },
      APIField("description") { $0.page.description },
      APIField("url") { APIAddress($0.page.href) },
      APIField("type", "What kind of reading it is, after Diátaxis.") { $0.page.type },
    ])
}

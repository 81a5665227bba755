import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a capability.
struct CapabilityView: Sendable {
  let capability: Capability
  let planner: DomainPlanner
  let context: PlanContext

  /// Ids that the layout gives its sections; links may name them.
  static let anchors: Set<String> = [
    "_service-levels", "_responsibilities", "_guardrails", "_cost", "_backup", "_guides", "_dependencies", "_roadmap",
    "_adoption", "_scorecard", "_changes", "_decisions", "_incidents",
  ]

  static let schema = Schema<CapabilityView>(
    "capability",
    identityFields + promiseFields + [
      .record("access", AccessView.schema) { view in
        view.capability.access.map {
          AccessView(access: $0, how: $0.how == nil ? nil : view.context.reference(0))
        }
      },
      .record("support", supportSchema) { $0.capability.support },
      .list("responsibilities", responsibilitySchema) { $0.capability.responsibilities },
      .list("controls", controlSchema) { $0.capability.controls },
      .record("cost", costSchema) { $0.capability.cost },
      .record("backup", backupSchema) { $0.capability.backup },
      .record("adoption", AdoptionView.schema) { AdoptionView($0.capability.adoption, $0.context) },
    ] + relationFields)

  private static let identityFields: [Field<CapabilityView>] = [
    .text("title") { $0.capability.metadata.displayName },
    .text("description") { $0.capability.metadata.description },
    .text("lifecycle") { $0.capability.lifecycle.rawValue },
    .phrase("lifecycleLabel") { $0.capability.lifecycle.label },
    .phrase("maturity") { $0.capability.maturity.map { Phrase(words: $0.rawValue) } },
    .text("domain") { $0.planner.title(ofDomain: $0.capability) },
    .record("owner", EntityLink.schema) { EntityLink($0.capability.owner.value, $0.planner, $0.context) },
    .texts("tags") { $0.capability.metadata.tags },
  ]

  private static let promiseFields: [Field<CapabilityView>] = [
    .text("problem") { $0.capability.problem },
    .text("notFor") { $0.capability.notFor },
    .phrase("sunset") { $0.capability.sunset?.label },
    .record("replacedBy", PageLink.schema) { view in view.capability.replacedBy.flatMap { view.link(to: $0.value) } },
    .record("level", StateView.schema) { view in view.worst.map(StateView.init) },
    .phrase("budget") { $0.worst?.budgetLabel },
    .list("serviceLevels", ServiceLevelView.schema) { view in
      view.planner.catalogue.serviceLevels(of: view.capability).map {
        ServiceLevelView($0, planner: view.planner, context: view.context)
      }
    },
  ]

  private static let relationFields: [Field<CapabilityView>] = [
    .list("relations", EntityRelation.schema) { $0.relations },
    .record("graph", CapabilityGraph.schema) { CapabilityGraph(around: $0.capability, $0.planner, $0.context) },
    .list("guides", GuideGroup.schema) { $0.guides },
    .list("roadmap", RoadmapLink.schema) { $0.roadmap },
    .list("changes", ChangeView.schema) { view in
      view.planner.views(Array(view.planner.catalogue.changes(of: view.capability).prefix(5)), view.context)
    },
    .list("decisions", DecisionView.schema) { view in
      view.planner.views(view.planner.catalogue.decisions(of: view.capability).reversed(), view.context)
    },
    .list("alerts", IncidentView.schema) { $0.planner.alerts(among: $0.incidents, $0.context) },
    .list("incidents", IncidentView.schema) { $0.planner.views(Array($0.incidents.prefix(5)), $0.context) },
    .list("repairTimes", repairTimeSchema) { Array($0.incidents.repairTimes.prefix(4)) },
    .record("badge", BadgeSample.schema) { view in
      BadgeSample(
        path: view.planner.badgePath(of: view.capability), title: view.capability.metadata.displayName,
        folder: view.planner.folder(of: view.capability), view.context)
    },
    .record("scorecard", ScorecardView.schema) { ScorecardView($0.capability, $0.planner, $0.context) },
  ]

  /// How the worst of its objectives stands.
  private var worst: ObjectiveStatus? { planner.worst(of: capability) }

  private var incidents: [Incident] { planner.catalogue.incidents(of: capability) }

  private var guides: [GuideGroup] { GuideGroup.group(context.pages(where: planner.isPage(of: capability))) }

  private var roadmap: [RoadmapLink] {
    planner.catalogue.roadmapItems(of: capability).map {
      RoadmapLink($0.item, of: $0.roadmap, planner: planner, context: context)
    }
  }

  private var relations: [EntityRelation] {
    let dependents = planner.catalogue.dependents(of: capability)
    return [
      EntityRelation(label: "Depends on", links: links(to: capability.dependsOn, of: "capability")),
      EntityRelation(label: "Required by", links: dependents.map { EntityLink($0.reference, planner, context) }),
      EntityRelation(label: "Templates", links: links(to: capability.templates, of: "template")),
      EntityRelation(label: "Components", links: links(to: capability.components, of: "component")),
    ].filter { !$0.links.isEmpty }
  }

  private func links(to references: [Located<String>], of kind: String) -> [EntityLink] {
    references.map { EntityLink(EntityReference($0.value, defaultKind: kind), as: $0.value, planner, context) }
  }

  private func link(to reference: String) -> PageLink? {
    planner.catalogue.capability(reference).flatMap { context.link(folder: planner.folder(of: $0)) }
  }
}

/// How to get a capability.
private struct AccessView: Sendable {
  let access: Capability.Access
  let how: PageLink?

  static let schema = Schema<AccessView>(
    "access",
    [
      .flag("isSelfService") { $0.access.isSelfService },
      .record("how", PageLink.schema) { $0.how },
      .phrase("leadTime") { $0.access.leadTime?.words },
    ])
}

/// The guides of one type.
private struct GuideGroup: Sendable {
  let title: Phrase
  let pages: [PageLink]

  static let schema = Schema<GuideGroup>(
    "guide group",
    [.phrase("title") { $0.title }, .list("pages", PageLink.schema) { $0.pages }])

  /// Tutorials, how-to guides, reference, explanations, and pages without a type, in this order; no empty group.
  static func group(_ pages: [PageLink]) -> [GuideGroup] {
    let titles: [(type: PageType?, title: Phrase)] = [
      (.tutorial, "Tutorials"), (.howTo, "How-to guides"), (.reference, "Reference"), (.explanation, "Explanation"),
      (nil, "Other pages"),
    ]
    return titles.compactMap { type, title in
      let members = pages.filter { $0.type == type }
      return members.isEmpty ? nil : GuideGroup(title: title, pages: members)
    }
  }
}

private let supportSchema = Schema<Capability.Support>(
  "support",
  [
    .text("contact") { $0.contact },
    .text("hours") { $0.hours },
    .phrase("response") { $0.response?.words },
    .flag("isOnCall") { $0.isOnCall },
  ])

private let responsibilitySchema = Schema<Capability.Responsibility>(
  "responsibility",
  [.text("area") { $0.area }, .text("platform") { $0.platform }, .text("team") { $0.team }])

private let controlSchema = Schema<Capability.Control>(
  "control",
  [
    .text("id") { $0.id }, .text("title") { $0.title }, .text("enforcement") { $0.enforcement.rawValue },
    .phrase("enforcementLabel") { Phrase(words: $0.enforcement.rawValue) },
  ])

private let estimateSchema = Schema<(label: String, monthly: String)>(
  "estimate", [.text("label") { $0.label }, .text("monthly") { $0.monthly }])

private let costSchema = Schema<Capability.Cost>(
  "cost",
  [.text("model") { $0.model }, .text("note") { $0.note }, .list("estimates", estimateSchema) { $0.estimates }])

private let backupSchema = Schema<Capability.Backup>(
  "backup", [.phrase("rpo") { $0.recoveryPoint?.words }, .phrase("rto") { $0.recoveryTime?.words }])

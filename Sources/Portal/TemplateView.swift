import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a software template.
struct TemplateView: Sendable {
  let template: SoftwareTemplate
  let planner: DomainPlanner
  let context: PlanContext

  /// Ids that the layout gives its sections; links may name them.
  static let anchors: Set<String> = ["_asks", "_does", "_gives", "_users", "_start"]

  static let schema = Schema<TemplateView>(
    "template",
    [
      .text("title") { $0.template.metadata.displayName },
      .list("paragraphs", paragraphSchema) { $0.template.metadata.paragraphs },
      .text("reference") { $0.template.reference.description },
      .text("type") { $0.template.type },
      .text("lifecycle") { $0.template.lifecycle },
      .record("owner", EntityLink.schema) { $0.owner },
      .record("system", EntityLink.schema) { $0.system },
      .texts("tags") { $0.template.metadata.tags },
      .text("start") { $0.template.startURL },
      .list("links", linkSchema) { $0.template.metadata.links },
      .flag("hasForms") { !$0.template.forms.isEmpty },
      .list("forms", FormView.schema) { FormView.all(of: $0.template) },
      .list("steps", TemplateStepView.schema) { view in
        view.template.steps.enumerated().map { TemplateStepView(number: $0 + 1, step: $1) }
      },
      .flag("hasOutput") { !$0.template.links.isEmpty || !$0.template.texts.isEmpty },
      .list("outputLinks", outputLinkSchema) { $0.template.links },
      .list("outputTexts", outputTextSchema) { $0.template.texts },
      .flag("hasUsers") { !$0.users.isEmpty },
      .list("users", EntityRow.schema) { $0.users },
      .phrase("uses") { $0.planner.catalogue.users(of: $0.template).usesLabel },
      .phrase("timeSaved") { $0.planner.catalogue.timeSaved(by: $0.template)?.words },
      .phrase("timePerUse") { $0.template.timeSaved?.words },
    ])

  private var owner: EntityLink? {
    template.ownerReference.map { EntityLink($0, as: template.owner?.value, planner, context) }
  }

  private var system: EntityLink? {
    template.systemReference.map { EntityLink($0, as: template.system?.value, planner, context) }
  }

  private var users: [EntityRow] {
    planner.catalogue.users(of: template).map { entity in
      EntityRow(entity, planner, context)
    }
  }
}

extension SoftwareTemplate {
  /// Where the form is, by an annotation of ours.
  var startURL: String? { metadata.annotations["portico/start-url"]?.value.webAddress }
}

extension [Entity] {
  /// How often a template was used, in words; nil for never.
  fileprivate var usesLabel: Phrase? { isEmpty ? nil : Phrase(count: count, "component") }
}

/// A page of the form.
struct FormView: Sendable {
  private let number: Int
  private let isAlone: Bool
  private let group: ParameterGroup

  static func all(of template: SoftwareTemplate) -> [FormView] {
    template.forms.enumerated().map { index, group in
      FormView(number: index + 1, isAlone: template.forms.count == 1, group: group)
    }
  }

  static let schema = Schema<FormView>(
    "form page",
    [
      .text("number") { $0.isAlone ? nil : String($0.number) },
      .text("title") { $0.group.title ?? ($0.isAlone ? nil : "Page \($0.number)") },
      .list("paragraphs", paragraphSchema) { $0.group.description?.paragraphs ?? [] },
      .list("rows", ParameterRow.schema) { ParameterRow.rows(of: $0.group) },
    ])
}

/// A step that the template takes.
private struct TemplateStepView: Sendable {
  let number: Int
  let step: SoftwareTemplate.Step

  static let schema = Schema<TemplateStepView>(
    "template step",
    [
      .text("number") { String($0.number) },
      .text("id") { $0.step.id },
      .text("title") { $0.step.name ?? $0.step.id ?? $0.step.action },
      .text("action") { $0.step.action },
      .text("condition") { $0.step.condition },
      .text("each") { $0.step.each },
      .texts("inputs") { $0.step.inputs },
    ])
}

private let outputLinkSchema = Schema<SoftwareTemplate.OutputLink>(
  "output link",
  [.text("title") { $0.title ?? "Link" }, .text("target") { $0.target }, .text("condition") { $0.condition }])

private let outputTextSchema = Schema<SoftwareTemplate.OutputText>(
  "output text",
  [
    .text("title") { $0.title }, .list("paragraphs", paragraphSchema) { $0.content?.paragraphs ?? [] },
    .text("condition") { $0.condition },
  ])

/// A link from the metadata of an entity; without an address where that is none that a browser should open.
let linkSchema = Schema<Metadata.Link>(
  "entity link",
  [
    .text("title") { $0.title ?? $0.url },
    .text("href") { $0.url.webAddress },
  ])

/// A template in a list.
struct TemplateCard: Sendable {
  private let template: SoftwareTemplate
  private let href: String
  private let language: String?
  private let owner: EntityLink?
  private let uses: Phrase?

  init(_ template: SoftwareTemplate, _ planner: DomainPlanner, _ context: PlanContext) {
    self.template = template
    href = context.link(folder: planner.folder(of: template))?.href ?? ""
    language = context.recordLanguage
    owner = template.ownerReference.map { EntityLink($0, as: template.owner?.value, planner, context) }
    uses = planner.catalogue.users(of: template).usesLabel
  }

  static let schema = Schema<TemplateCard>(
    "template card",
    [
      .text("title") { $0.template.metadata.displayName },
      .text("href") { $0.href },
      .text("language") { $0.language },
      .html("description") { $0.template.metadata.paragraphs.first.map { InlineMarkdown.html($0) } },
      .text("type") { $0.template.type },
      .record("owner", EntityLink.schema) { $0.owner },
      .texts("tags") { $0.template.metadata.tags },
      .phrase("uses") { $0.uses },
      .text("start") { $0.template.startURL },
    ])
}

/// The list of all templates.
struct TemplateIndexView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<TemplateIndexView>(
    "template index",
    [
      .list("cards", TemplateCard.schema) { view in
        view.planner.catalogue.templates.map { TemplateCard($0, view.planner, view.context) }
      }
    ])
}

import Platform
import SiteModel
import YAML

/// A software template in `templates.json`.
struct TemplateEntry: APIRecord {
  private let template: SoftwareTemplate
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ template: SoftwareTemplate, _ planner: DomainPlanner, _ context: PlanContext) {
    self.template = template
    self.planner = planner
    self.context = context
  }

  static let shape = APIShape<TemplateEntry>("template", identityFields + contentFields)

  private static let identityFields: [APIField<TemplateEntry>] = [
    APIField("name") { $0.template.metadata.name.value },
    APIField("ref") { $0.template.reference.description },
    APIField("title") { $0.template.metadata.displayName },
    APIField("description", "In Markdown.") { $0.template.metadata.description },
    APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.template)) },
    APIField("type") { $0.template.type },
    APIField("owner") { entry in
      entry.template.ownerReference.map {
        ReferenceEntry($0, as: entry.template.owner?.value, entry.planner, entry.context)
      }
    },
    APIField("tags") { $0.template.metadata.tags },
    APIField("start", "Where it is started.") { $0.template.startURL },
  ]

  private static let contentFields: [APIField<TemplateEntry>] = [
    APIField("parameters", "What it asks for, in the order of the form; what hangs on a condition too.") {
      $0.template.forms.flatMap(\.allParameters).map(ParameterEntry.init)
    },
    APIField("steps", "What it does, in order.") { $0.template.steps.map(TemplateStepEntry.init) },
    APIField("users", "The entities that were made from it.") { entry in
      entry.planner.catalogue.users(of: entry.template).map {
        ReferenceEntry($0.reference, entry.planner, entry.context)
      }
    },
    APIField("timeSavedPerUse") { $0.template.timeSaved },
    APIField("timeSaved", "By all its uses.") { $0.planner.catalogue.timeSaved(by: $0.template) },
  ]
}

private struct ParameterEntry: APIRecord {
  let parameter: Parameter

  static let shape = APIShape<ParameterEntry>(
    "parameter",
    [
      APIField("name") { $0.parameter.name },
      APIField("title") { $0.parameter.title },
      APIField("description", "In Markdown.") { $0.parameter.description },
      APIField("types", "Of JSON Schema; any of them will do.") { $0.parameter.types },
      APIField("required") { $0.parameter.isRequired },
      APIField("default") { $0.parameter.defaultValue },
      APIField("choices") { $0.parameter.choices.map(\.value) },
      APIField("secret", "Whether what is entered is hidden.") { $0.parameter.isSecret },
    ])
}

private struct TemplateStepEntry: APIRecord {
  let step: SoftwareTemplate.Step

  static let shape = APIShape<TemplateStepEntry>(
    "step",
    [
      APIField("id") { $0.step.id },
      APIField("name") { $0.step.name },
      APIField("action") { $0.step.action },
      APIField("condition", "When the step is taken, as written.") { $0.step.condition },
    ])
}

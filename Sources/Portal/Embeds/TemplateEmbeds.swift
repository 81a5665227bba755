import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

extension EmbedPiece {
  static let template = EmbedPiece("template", of: "the name of a template", schema: TemplateCard.schema) {
    planner, request in
    planner.template(request.argument).map { template in { TemplateCard(template, planner, $0) } }
  }

  static let parameters = EmbedPiece(
    "parameters", of: "the name of a template", options: [.init("step")], schema: TemplateForms.schema
  ) { planner, request in
    let template = planner.template(request.argument)
    guard let found = template.value else { return Outcome(nil, template.diagnostics) }
    let forms = FormView.all(of: found)
    guard let step = request.option("step") else {
      return Outcome { TemplateForms(card: TemplateCard(found, planner, $0), forms: forms) }
    }
    guard let number = Int(step.value), forms.indices.contains(number - 1) else {
      let help = forms.isEmpty ? "It asks nothing." : "Write a number from 1 to \(forms.count)."
      return Outcome(
        nil, [Diagnostic(.embedOption, "the template has no step \(step.value.quoted)", at: step.span, help: help)])
    }
    return Outcome { TemplateForms(card: TemplateCard(found, planner, $0), forms: [forms[number - 1]]) }
  }
}

/// What a template asks for, or one page of it.
private struct TemplateForms: Sendable {
  let card: TemplateCard
  let forms: [FormView]

  static let schema = Schema<TemplateForms>(
    "template's form",
    [
      .record("template", TemplateCard.schema) { $0.card },
      .list("forms", FormView.schema) { $0.forms },
    ])
}

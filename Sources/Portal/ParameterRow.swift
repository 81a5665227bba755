import Platform
import SiteModel
import Templates

/// A line of what a template asks for: a parameter, or the condition under which the next ones are asked for.
struct ParameterRow: Sendable {
  /// How deep it is nested, from 0; the theme indents no further than 4.
  let depth: Int
  let parameter: Parameter?
  let condition: String?
  /// Parameters asked for elsewhere that the condition makes required.
  let alsoRequired: [String]

  static let schema = Schema<ParameterRow>(
    "parameter",
    [
      .text("depth") { String(min($0.depth, 4)) },
      .text("condition") { $0.condition },
      .texts("alsoRequired") { $0.alsoRequired },
      .text("name") { $0.parameter?.name },
      .text("title") { $0.parameter?.title },
      .list("paragraphs", paragraphSchema) { $0.parameter?.description?.paragraphs ?? [] },
      .text("help") { $0.parameter?.help },
      .text("type") { $0.parameter?.typeLabel },
      .flag("isRequired") { $0.parameter?.isRequired ?? false },
      .text("default") { $0.parameter?.defaultValue },
      .list("choices", choiceSchema) { $0.parameter?.offered ?? [] },
      .texts("limits") { $0.parameter?.limitLabels ?? [] },
      .text("pattern") { row in row.parameter?.limits.first { $0.keyword == .pattern }?.value },
      .text("hint") { $0.parameter?.hint },
    ])

  /// The lines of a group and of all that is nested in it, in the order of the form.
  static func rows(of group: ParameterGroup, depth: Int = 0) -> [ParameterRow] {
    let own = group.parameters.flatMap { parameter in
      [ParameterRow(depth: depth, parameter: parameter, condition: nil, alsoRequired: [])]
        + parameter.nestedGroups.flatMap { rows(of: $0, depth: depth + 1) }
    }
    let conditional = group.conditionals.flatMap { conditional in
      [
        ParameterRow(
          depth: depth, parameter: nil, condition: conditional.condition.label, alsoRequired: conditional.alsoRequired)
      ] + rows(of: conditional.group, depth: depth + 1)
    }
    return own + conditional
  }
}

/// A paragraph of a description, in inline Markdown.
let paragraphSchema = Schema<String>("paragraph", [.html("text") { InlineMarkdown.html($0) }])

private let choiceSchema = Schema<Parameter.Choice>(
  "choice", [.text("value") { $0.value }, .text("name") { $0.name }])

extension Parameter {
  /// What is asked for inside the parameter, however many lists are round it.
  fileprivate var nestedGroups: [ParameterGroup] { (group.map { [$0] } ?? []) + items.flatMap(\.nestedGroups) }

  /// The values to choose from; those of a list are the values of its items.
  fileprivate var offered: [Choice] { choices + items.flatMap(\.offered) }

  fileprivate var typeLabel: String {
    if isSecret { return "secret" }
    return types.map(label).joined(separator: " or ")
  }

  private func label(of type: String) -> String {
    switch type {
    case "string": "text"
    case "integer": "whole number"
    case "boolean": "yes or no"
    case "array": items.first.map { "list of " + $0.pluralLabel } ?? "list"
    case "null": "nothing"
    default: type
    }
  }

  private var pluralLabel: String {
    switch types.first {
    case "string": "texts"
    case "integer", "number": "numbers"
    case "object": "objects"
    case "array": "lists"
    default: "values"
    }
  }

  fileprivate var limitLabels: [String] {
    limits.compactMap { limit in
      switch limit.keyword {
      case .pattern: nil
      case .format: "format \(limit.value)"
      case .minLength: "at least \(counted(limit.value, "character"))"
      case .maxLength: "at most \(counted(limit.value, "character"))"
      case .minimum: "\(limit.value) or more"
      case .exclusiveMinimum: "more than \(limit.value)"
      case .maximum: "\(limit.value) or less"
      case .exclusiveMaximum: "less than \(limit.value)"
      case .multipleOf: "a multiple of \(limit.value)"
      case .minItems: "at least \(counted(limit.value, "entry", "entries"))"
      case .maxItems: "at most \(counted(limit.value, "entry", "entries"))"
      case .uniqueItems: limit.value == "true" ? "no entry twice" : nil
      }
    }
  }

  private func counted(_ number: String, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == "1" ? one : many ?? one + "s")"
  }

  /// What the form's own elements mean to a reader.
  fileprivate var hint: String? {
    switch field {
    case "RepoUrlPicker":
      allowedHosts.isEmpty ? "A repository" : "A repository on \(allowedHosts.joined(separator: " or "))"
    case "OwnerPicker": "A group or user of the catalogue"
    case "EntityPicker", "MyGroupsPicker", "MultiEntityPicker", "OwnedEntityPicker":
      allowedKinds.isEmpty
        ? "An entity of the catalogue"
        : "From the catalogue: \(allowedKinds.joined(separator: " or ").lowercased())"
    case "EntityNamePicker": "A name that is still free"
    case "EntityTagsPicker": "Tags of the catalogue"
    case let field?: isSecret ? "Hidden as you type" : "Form field \(field)"
    case nil: isSecret ? "Hidden as you type" : nil
    }
  }
}

extension Condition {
  fileprivate var label: String {
    switch self {
    case .always: "In addition"
    case .alternative(let number, let count): "Alternative \(number) of \(count)"
    case .tests(let tests, let isNegated):
      (isNegated ? "Unless " : "If ") + tests.map { label($0.parameter, $0.test) }.joined(separator: " and ")
    }
  }

  private func label(_ parameter: String, _ test: Test) -> String {
    switch test {
    case .isGiven: "\(parameter) is given"
    case .isOneOf(let values): "\(parameter) is \(values.map { "“\($0)”" }.joined(separator: " or "))"
    case .isOther: parameter.isEmpty ? "the schema's condition holds" : "\(parameter) meets a condition"
    }
  }
}

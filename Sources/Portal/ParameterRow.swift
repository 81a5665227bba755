import Bytes
import Platform
import SiteModel
import Templates

/// A line of what a template asks for: a parameter, or the condition under which the next ones are asked for.
struct ParameterRow: Sendable {
  /// How deep it is nested, from 0; the theme indents no further than 4.
  let depth: Int
  let parameter: Parameter?
  let condition: Phrase?
  /// Parameters asked for elsewhere that the condition makes required.
  let alsoRequired: [String]

  static let schema = Schema<ParameterRow>(
    "parameter",
    [
      .text("depth") { String(min($0.depth, 4)) },
      .phrase("condition") { $0.condition },
      .texts("alsoRequired") { $0.alsoRequired },
      .text("name") { $0.parameter?.name },
      .text("title") { $0.parameter?.title },
      .list("paragraphs", paragraphSchema) { $0.parameter?.description?.paragraphs ?? [] },
      .text("help") { $0.parameter?.help },
      .phrase("type") { $0.parameter?.typeLabel },
      .flag("isRequired") { $0.parameter?.isRequired ?? false },
      .text("default") { $0.parameter?.defaultValue },
      .list("choices", choiceSchema) { $0.parameter?.offered ?? [] },
      .phrases("limits") { $0.parameter?.limitLabels ?? [] },
      .text("pattern") { row in row.parameter?.limits.first { $0.keyword == .pattern }?.value },
      .phrases("hints") { $0.parameter?.hints ?? [] },
      .text("placeholder") { $0.parameter?.placeholder },
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

  fileprivate var typeLabel: Phrase {
    if isSecret { return "secret" }
    return types.map(label).alternatives
  }

  private func label(of type: String) -> Phrase {
    switch type {
    case "string": "text"
    case "integer": "whole number"
    case "boolean": "yes or no"
    case "array": items.first.map { "list of \($0.pluralLabel)" } ?? "list"
    case "null": "nothing"
    default: Phrase(words: type)
    }
  }

  private var pluralLabel: Phrase {
    switch types.first {
    case "string": "texts"
    case "integer", "number": "numbers"
    case "object": "objects"
    case "array": "lists"
    default: "values"
    }
  }

  fileprivate var limitLabels: [Phrase] {
    limits.compactMap { limit in
      switch limit.keyword {
      case .pattern: nil
      case .format: Parameter.formats[limit.value] ?? "format \(limit.value)"
      case .minLength: "at least \(counted(limit.value, "character", "characters"))"
      case .maxLength: "at most \(counted(limit.value, "character", "characters"))"
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

  private func counted(_ number: String, _ one: Phrase, _ many: Phrase) -> Phrase {
    "\(number) \(number == "1" ? one : many)"
  }

  /// Formats of JSON Schema and of the form library, in words.
  private static let formats: [String: Phrase] = [
    "data-url": "a file", "date": "a date", "date-time": "a date with a time", "email": "an e-mail address",
    "hostname": "the name of a host", "ipv4": "an IPv4 address", "ipv6": "an IPv6 address", "time": "a time of day",
    "uri": "a URL", "uuid": "a UUID",
  ]

  /// What the form's own elements mean to a reader.
  fileprivate var hints: [Phrase] {
    var hints: [Phrase] = []
    if let element { hints.append(element) }
    hints += picker.allowed.filter { $0.what != "Hosts" }.map {
      "\(Phrase(words: $0.what)): \($0.values.phrases.alternatives)"
    }
    if picker.asksToSignIn { hints.append("Asks you to sign in at the Git host") }
    if isSecret { hints.append("Hidden as you type") }
    if isHidden { hints.append("Not asked: the default counts") }
    if isReadOnly { hints.append("Cannot be changed") }
    return hints
  }

  /// `ui:field` in words.
  private var element: Phrase? {
    switch field {
    case "RepoUrlPicker":
      picker.allowed.first { $0.what == "Hosts" }.map { "A repository on \($0.values.phrases.alternatives)" }
        ?? "A repository"
    case "RepoBranchPicker": "A branch of the repository"
    case "OwnerPicker": "From the catalogue: \(picked(or: "a group or user"))"
    case "EntityPicker", "MyGroupsPicker", "MultiEntityPicker", "OwnedEntityPicker":
      "From the catalogue: \(picked(or: "any entity"))"
    case "EntityNamePicker": "A name that is still free"
    case "EntityTagsPicker": "Tags of the catalogue"
    case "Secret", nil: nil
    case let field?: "Form field \(field)"
    }
  }

  /// Kinds and types to pick from, once each.
  private func picked(or anything: Phrase) -> Phrase {
    func joined(_ names: [String]) -> Phrase {
      var seen: Set<String> = []
      return names.filter { seen.insert($0.lowercased()).inserted }.phrases.alternatives
    }
    let kinds = picker.kinds.isEmpty ? anything : joined(picker.kinds.map { $0.lowercased() })
    return picker.types.isEmpty ? kinds : "\(kinds) of type \(joined(picker.types))"
  }
}

extension Condition {
  fileprivate var label: Phrase {
    switch self {
    case .always: "In addition"
    case .alternative(let number, let count): "Alternative \(number) of \(count)"
    case .tests(let tests, let isNegated):
      isNegated ? "Unless \(tests.map(label).conjunction)" : "If \(tests.map(label).conjunction)"
    }
  }

  private func label(_ parameter: String, _ test: Test) -> Phrase {
    switch test {
    case .isGiven: "\(parameter) is given"
    case .isOneOf(let values): "\(parameter) is \(values.map { "“\($0)”" }.alternatives)"
    case .isOther: parameter.isEmpty ? "the schema's condition holds" : "\(parameter) meets a condition"
    }
  }
}

extension [Phrase] {
  /// `a or b or c`.
  fileprivate var alternatives: Phrase { dropFirst().reduce(first ?? "") { "\($0) or \($1)" } }

  /// `a and b and c`.
  fileprivate var conjunction: Phrase { dropFirst().reduce(first ?? "") { "\($0) and \($1)" } }
}

extension [String] {
  fileprivate var phrases: [Phrase] { map { Phrase(verbatim: $0) } }
}

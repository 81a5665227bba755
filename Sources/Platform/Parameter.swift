/// Something that a software template asks for: a property of a JSON Schema with the form's hints (`ui:*`).
///
/// Sources: JSON Schema; react-jsonschema-form, "uiSchema"; Backstage, "Writing Templates".
package struct Parameter: Sendable {
  /// A value to choose.
  package struct Choice: Sendable, Hashable {
    package let value: String
    /// What the form shows instead of the value.
    package let name: String?
  }

  /// `ui:options` of the form elements that pick something.
  package struct Picker: Sendable {
    /// Kinds of entities, by `catalogFilter` or `allowedKinds`.
    package var kinds: [String] = []
    /// Types of entities, by `catalogFilter`.
    package var types: [String] = []
    /// What `allowedHosts`, `allowedOwners` and the like allow, by that name without `allowed`: `Hosts`.
    package var allowed: [(what: String, values: [String])] = []
    /// `requestUserCredentials`: whether the form asks the reader to sign in at the Git host.
    package var asksToSignIn = false
  }

  /// A keyword that narrows what may be entered.
  package enum Limit: String, Sendable, CaseIterable {
    case pattern, format, minLength, maxLength, minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf
    case minItems, maxItems, uniqueItems
  }

  package let name: String
  package let title: String?
  package let description: String?
  /// `ui:help`.
  package let help: String?
  /// `string`, `number`, `array`, …; several where any of them will do; empty where the schema says nothing.
  package let types: [String]
  package let isRequired: Bool
  /// Collections are written on one line.
  package let defaultValue: String?
  package let choices: [Choice]
  package let limits: [(keyword: Limit, value: String)]
  /// `ui:field`: a form element of Backstage or of the site, such as `RepoUrlPicker`.
  package let field: String?
  /// `ui:widget`, such as `password`.
  package let widget: String?
  /// `ui:placeholder`: an example of what to enter.
  package let placeholder: String?
  /// Whether the form shows the value without a way to change it.
  package let isReadOnly: Bool
  /// What a form element of Backstage lets one pick from.
  package let picker: Picker
  /// What is asked for inside an object; nil for anything else.
  package let group: ParameterGroup?
  /// The items of an array: none or one.
  package let items: [Parameter]

  /// Whether what is entered is hidden.
  package var isSecret: Bool { widget == "password" || field == "Secret" }

  /// Whether the form leaves the parameter out, so that its default counts.
  package var isHidden: Bool { widget == "hidden" }
}

/// Parameters that are asked for together: a JSON Schema of an object.
package struct ParameterGroup: Sendable {
  package let title: String?
  package let description: String?
  package let parameters: [Parameter]
  /// What is asked for as well, if something holds.
  package let conditionals: [ConditionalGroup]

  /// Parameters of the group and of all groups and items in it.
  package var allParameters: [Parameter] {
    parameters.flatMap { [$0] + $0.nested } + conditionals.flatMap(\.group.allParameters)
  }
}

extension Parameter {
  fileprivate var nested: [Parameter] { (group?.allParameters ?? []) + items.flatMap(\.nested) }
}

/// Parameters that are asked for only under a condition.
package struct ConditionalGroup: Sendable {
  package let condition: Condition
  package let group: ParameterGroup
  /// Parameters asked for elsewhere that have to be given under the condition.
  package let alsoRequired: [String]
}

/// When a conditional group applies.
package enum Condition: Sendable {
  /// What is said of one parameter.
  package enum Test: Sendable, Hashable {
    case isGiven
    case isOneOf([String])
    /// Anything else that a schema can say.
    case isOther
  }

  /// Every test holds; not so where it is negated.
  case tests([(parameter: String, test: Test)], isNegated: Bool)
  /// One of several groups, with nothing to tell which but the reader's choice; counted from 1.
  case alternative(Int, of: Int)
  case always
}

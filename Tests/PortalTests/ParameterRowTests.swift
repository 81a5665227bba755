import TestSupport
import Testing

/// What a template asks for, in words.
@Suite struct ParameterRowTests {
  private func write(_ parameter: String, _ template: String) async throws -> String {
    try await PortalTests.write(
      "template", "{{#template.forms}}{{#rows}}\(template){{/rows}}{{/template.forms}}", page: "templates/t/index.html",
      """
      -- t.yaml --
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata: {name: t}
      spec:
        type: service
        steps: [{action: a}]
        parameters: {properties: {p: {\(parameter)}}}
      """)
  }

  @Test(arguments: [
    ("ui:field: RepoUrlPicker", "A repository"),
    (
      "ui:field: RepoUrlPicker, ui:options: {allowedHosts: [a.example, b.example], allowedOwners: [acme], allowedRepos: [x, y]}",
      "A repository on a.example or b.example;Owners: acme;Repos: x or y"
    ),
    (
      "ui:field: RepoUrlPicker, ui:options: {requestUserCredentials: {secretsKey: token}}",
      "A repository;Asks you to sign in at the Git host"
    ),
    ("ui:field: OwnerPicker", "From the catalogue: a group or user"),
    (
      "ui:field: OwnerPicker, ui:options: {catalogFilter: {kind: Group, spec.type: team}}",
      "From the catalogue: group of type team"
    ),
    (
      "ui:field: EntityPicker, ui:options: {allowedKinds: [Component, component, API]}",
      "From the catalogue: component or api"
    ),
    (
      "ui:field: EntityPicker, ui:options: {catalogFilter: [{kind: Component, spec.type: [service, website]}]}",
      "From the catalogue: component of type service or website"
    ),
    ("ui:field: MyOwnField", "Form field MyOwnField"), ("ui:field: Secret", "Hidden as you type"),
    ("ui:widget: password", "Hidden as you type"), ("ui:widget: hidden", "Not asked: the default counts"),
    ("ui:disabled: true", "Cannot be changed"), ("readOnly: false", ""), ("ui:widget: textarea", ""),
  ])
  func hintsOfTheFormAreInWords(parameter: String, hints: String) async throws {
    #expect(try await write(parameter, "{{#hints}};{{.}}{{/hints}}").dropFirst() == hints)
  }

  @Test(arguments: [
    ("format: data-url", "a file"), ("format: email", "an e-mail address"), ("format: odd", "format odd"),
    ("minLength: 1, maxLength: 63", "at least 1 character;at most 63 characters"),
    ("minItems: 2, uniqueItems: true", "at least 2 entries;no entry twice"),
    ("minimum: 1, exclusiveMaximum: 9, multipleOf: 2", "1 or more;less than 9;a multiple of 2"),
  ])
  func limitsAreInWords(parameter: String, limits: String) async throws {
    #expect(try await write(parameter, "{{#limits}};{{.}}{{/limits}}").dropFirst() == limits)
  }

  @Test(arguments: [
    ("type: string", "text"), ("type: [string, 'null']", "text or nothing"), ("type: boolean", "yes or no"),
    ("type: array, items: {type: integer}", "list of numbers"),
    ("type: array, items: {type: object}", "list of objects"),
    ("ui:field: Secret, type: string", "secret"), ("title: P", ""),
  ])
  func typesAreInWords(parameter: String, type: String) async throws {
    #expect(try await write(parameter, "{{type}}") == type)
  }

  @Test func exampleIsShown() async throws {
    #expect(try await write("ui:placeholder: a-b <c>", "{{placeholder}}") == "a-b &lt;c&gt;")
  }
}

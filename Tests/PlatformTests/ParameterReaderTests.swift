import Diagnostics
import Platform
import Testing

@Suite struct ParameterReaderTests {
  @Test func readsOneSchemaOrAListOfThem() {
    #expect(template(parameters: "properties: {a: {type: string}}")?.forms.count == 1)
    #expect(template(parameters: "- {title: A, properties: {a: {}}}\n- {title: B}")?.forms.map(\.title) == ["A", "B"])
  }

  @Test func readsWhatAParameterSays() throws {
    let parameter = try #require(
      template(
        parameters: """
          required: [size]
          properties:
            size:
              title: Size
              type: string
              default: ${{ user.size }}
              enum: [s, l]
              enumNames: [Small, Large]
              pattern: "^.$"
              ui:field: EntityPicker
              ui:readonly: true
              ui:placeholder: s
              ui:options:
                allowedHosts: [a.example]
                allowedOwners: acme
                catalogFilter: [{kind: Group, spec.type: team}, {kind: [User]}]
                requestUserCredentials: {secretsKey: token}
          """
      )?.forms.first?.parameters.first)
    #expect(parameter.name == "size")
    #expect(parameter.isRequired)
    #expect(parameter.defaultValue == "${{ user.size }}")
    #expect(parameter.choices.map(\.value) == ["s", "l"])
    #expect(parameter.choices.map(\.name) == ["Small", "Large"])
    #expect(parameter.limits.map(\.value) == ["^.$"])
    #expect(parameter.isReadOnly)
    #expect(parameter.placeholder == "s")
    #expect(parameter.picker.allowed.map(\.what) == ["Hosts", "Owners"])
    #expect(parameter.picker.allowed.map(\.values) == [["a.example"], ["acme"]])
    #expect(parameter.picker.kinds == ["Group", "User"])
    #expect(parameter.picker.types == ["team"])
    #expect(parameter.picker.asksToSignIn)
  }

  @Test func readsObjectsAndListsToAnyDepth() {
    let group = template(
      parameters:
        "properties: {a: {type: array, items: {type: object, properties: {b: {type: object, properties: {c: {}}}}}}}"
    )?.forms.first
    #expect(group?.allParameters.map(\.name) == ["a", "b", "c"])
  }

  @Test(arguments: [
    "oneOf: [{properties: {b: {}}}, {properties: {c: {}}}]", "allOf: [{properties: {b: {}}}, {properties: {c: {}}}]",
    "properties: {b: {}}, dependencies: {b: {properties: {c: {}}}}",
    "if: {required: [x]}, then: {properties: {b: {}}}, else: {properties: {c: {}}}",
  ])
  func readsConditionsInsideAParameter(schema: String) {
    let group = template(parameters: "properties: {a: {type: object, \(schema)}}")?.forms.first
    #expect(group?.allParameters.map(\.name) == ["a", "b", "c"])
  }

  @Test func takesWhatTheFormSaysBeforeWhatTheSchemaSays() {
    let parameter = template(
      parameters:
        "properties: {a: {title: A, ui:title: B, ui:description: D, ui:options: {widget: hidden, placeholder: x}}}"
    )?.forms.first?.parameters.first
    #expect(parameter?.title == "B")
    #expect(parameter?.description == "D")
    #expect(parameter?.placeholder == "x")
    #expect(parameter?.isHidden == true)
  }

  @Test func writesADefaultThatIsACollectionOnOneLine() {
    let group = template(parameters: "properties: {a: {default: {x: [1, two]}}}")?.forms.first
    #expect(group?.parameters.first?.defaultValue == "{x: [1, two]}")
  }

  @Test func readsDependenciesOnAValue() throws {
    let group = try #require(
      template(
        parameters: """
          properties: {ci: {enum: [a, b]}}
          dependencies:
            ci:
              oneOf:
                - properties: {ci: {const: a}}
                - {required: [url], properties: {ci: {const: b}, url: {type: string}}}
          """
      )?.forms.first)
    #expect(group.conditionals.count == 1)
    let conditional = try #require(group.conditionals.first)
    #expect(conditional.group.parameters.map(\.name) == ["url"])
    #expect(conditional.group.parameters.first?.isRequired == true)
    guard case .tests(let tests, isNegated: false) = conditional.condition else {
      Issue.record("\(conditional.condition)")
      return
    }
    #expect(tests.map(\.parameter) == ["ci"])
    #expect(tests.map(\.test) == [.isOneOf(["b"])])
  }

  @Test func readsBothBranchesOfACondition() throws {
    let group = try #require(
      template(
        parameters: """
          properties: {db: {type: boolean}}
          if: {properties: {db: {const: true}}}
          then: {properties: {size: {}}}
          else: {required: [reason]}
          """
      )?.forms.first)
    #expect(group.conditionals.map { $0.group.parameters.map(\.name) } == [["size"], []])
    #expect(group.conditionals.map(\.alsoRequired) == [[], ["reason"]])
    guard case .tests(_, isNegated: true) = group.conditionals[1].condition else {
      Issue.record("\(group.conditionals[1].condition)")
      return
    }
  }

  @Test func readsNamesThatBecomeRequired() {
    let group = template(parameters: "properties: {a: {}, b: {}}\ndependencies: {a: [b]}")?.forms.first
    #expect(group?.conditionals.map(\.alsoRequired) == [["b"]])
  }

  @Test func countsAlternativesThatNothingTellsApart() {
    let group = template(parameters: "anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]")?.forms.first
    #expect(group?.allParameters.map(\.name) == ["a", "b"])
    guard case .alternative(2, of: 2)? = group?.conditionals.last?.condition else {
      Issue.record("\(String(describing: group?.conditionals))")
      return
    }
  }

  @Test func explainsRequiredAmongTheProperties() {
    let read = catalogue(
      """
      apiVersion: scaffolder.backstage.io/v1beta3
      kind: Template
      metadata: {name: t}
      spec:
        type: service
        steps: [{action: a}]
        parameters: {properties: {a: {}, required: [a]}}
      """)
    #expect(
      read.findings == ["7:46 error wrong-type: the property 'required' must be a mapping, not a list"])
  }
}

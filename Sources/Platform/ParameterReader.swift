import Diagnostics
import YAML

/// Reads JSON Schemas of parameters; what is wrong is reported through the reader that it is given.
extension ParameterGroup {
  /// - Parameter outer: names of the parameters that are asked for around this group.
  static func read(_ node: YAMLNode, _ reader: inout MappingReader, outer: Set<String> = []) -> ParameterGroup {
    reader.openMapping(node, what: "parameters") { read(&$0, outer: outer) }
      ?? ParameterGroup(title: nil, description: nil, parameters: [], conditionals: [])
  }

  fileprivate static func read(_ schema: inout MappingReader, outer: Set<String>) -> ParameterGroup {
    let title = schema.text("title")?.value
    let description = schema.text("description")?.value
    let required = Set(requiredNames(&schema))
    let properties = schema.node("properties").map { schema.entries($0, "properties") } ?? []
    let parameters = properties.filter { !isDiscriminator($0.value, $0.name.value, outer) }
      .compactMap { Parameter.read($0.name, $0.value, &schema, isRequired: required.contains($0.name.value)) }
    let names = outer.union(properties.map(\.name.value))
    return ParameterGroup(
      title: title, description: description, parameters: parameters,
      conditionals: ConditionalGroup.readAll(&schema, outer: names))
  }

  /// The names under `required`; a single truth value there is the form of an old draft and says nothing here.
  fileprivate static func requiredNames(_ schema: inout MappingReader) -> [String] {
    guard let node = schema.node("required"), node.text == nil else { return [] }
    return schema.list(node, "required").compactMap(\.text)
  }

  /// A property of a branch that repeats a parameter from outside only says when the branch applies.
  private static func isDiscriminator(_ node: YAMLNode, _ name: String, _ outer: Set<String>) -> Bool {
    outer.contains(name) && (node["const"] != nil || node["enum"] != nil)
  }
}

extension Parameter {
  static func read(
    _ name: Located<String>, _ node: YAMLNode, _ reader: inout MappingReader, isRequired: Bool
  ) -> Parameter? {
    if case .sequence = node.content, name.value == "required" {
      reader.report(
        Diagnostic(
          .wrongType, "the property 'required' must be a mapping, not a list", at: node.span,
          help: "To make parameters required, write 'required' beside 'properties', not in it."))
      return nil
    }
    // `true` is the schema that allows anything.
    if node.text == "true" { return Parameter(unconstrained: name.value, isRequired: isRequired) }
    return reader.openMapping(node, what: "parameter '\(name.value)'") { read(name.value, &$0, isRequired) }
  }

  private static func read(_ name: String, _ schema: inout MappingReader, _ isRequired: Bool) -> Parameter {
    let title = schema.text("ui:title", aliases: ["title"])?.value
    let description = schema.text("ui:description", aliases: ["description"])?.value
    let items = schema.node("items").flatMap { node -> Parameter? in
      if case .sequence = node.content { return nil }
      return read(Located("items", at: node.span), node, &schema, isRequired: false)
    }
    let options = schema.openMapping("ui:options", what: "ui:options", Options.init)
    let isReadOnly = ["ui:readonly", "ui:disabled", "readOnly"].contains { schema.node($0)?.text == "true" }
    let group = ParameterGroup.read(&schema, outer: [])
    return Parameter(
      name: name, title: title, description: description, help: schema.text("ui:help")?.value,
      types: schema.texts("type").map(\.value), isRequired: isRequired,
      defaultValue: schema.node("default").map(\.flowText), choices: readChoices(&schema), limits: readLimits(&schema),
      field: schema.text("ui:field")?.value, widget: schema.text("ui:widget")?.value ?? options?.widget,
      placeholder: schema.text("ui:placeholder")?.value ?? options?.placeholder, isReadOnly: isReadOnly,
      picker: options?.picker ?? Picker(), group: group.isEmpty ? nil : group, items: items.map { [$0] } ?? [])
  }

  private init(unconstrained name: String, isRequired: Bool) {
    self.init(
      name: name, title: nil, description: nil, help: nil, types: [], isRequired: isRequired, defaultValue: nil,
      choices: [], limits: [], field: nil, widget: nil, placeholder: nil, isReadOnly: false, picker: Picker(),
      group: nil, items: [])
  }

  private static func readLimits(_ schema: inout MappingReader) -> [(keyword: Limit, value: String)] {
    Limit.allCases.compactMap { keyword in schema.node(keyword.rawValue).map { (keyword, $0.flowText) } }
  }

  /// `enum` with its `enumNames`, a lone `const`, or `oneOf` of constants with titles.
  private static func readChoices(_ schema: inout MappingReader) -> [Choice] {
    if let node = schema.node("enum") {
      let names = (schema.node("enumNames") ?? schema.node("ui:enumNames")).map { schema.list($0, "enumNames") } ?? []
      return schema.list(node, "enum").enumerated().map { index, value in
        Choice(value: value.flowText, name: index < names.count ? names[index].text : nil)
      }
    }
    if let constant = schema.node("const") { return [Choice(value: constant.flowText, name: nil)] }
    let alternatives = (schema.node("oneOf") ?? schema.node("anyOf")).map { schema.list($0, "oneOf") } ?? []
    return alternatives.compactMap { node in
      node["const"].map { Choice(value: $0.flowText, name: node["title"]?.text) }
    }
  }
}

/// `ui:options`, where a form may say the same as beside it.
private struct Options {
  let widget: String?
  let placeholder: String?
  var picker = Parameter.Picker()

  init(_ reader: inout MappingReader) {
    widget = reader.text("widget")?.value
    placeholder = reader.text("placeholder")?.value
    picker.kinds = reader.texts("allowedKinds").map(\.value)
    for filter in reader.node("catalogFilter").map(\.alternatives) ?? [] {
      picker.kinds += filter["kind"]?.alternatives.compactMap(\.text) ?? []
      picker.types += filter["spec.type"]?.alternatives.compactMap(\.text) ?? []
    }
    picker.asksToSignIn = reader.node("requestUserCredentials") != nil
    picker.allowed = reader.unread.compactMap { entry in
      guard let key = entry.key.text, key.hasPrefix("allowed") else { return nil }
      let values = entry.value.alternatives.compactMap(\.text)
      return values.isEmpty ? nil : (String(key.dropFirst(7)), values)
    }
  }
}

extension ParameterGroup {
  fileprivate var isEmpty: Bool { parameters.isEmpty && conditionals.isEmpty }
}

extension ConditionalGroup {
  /// What `dependencies`, `oneOf`, `anyOf`, `allOf` and `if` of a schema add to it.
  fileprivate static func readAll(_ schema: inout MappingReader, outer: Set<String>) -> [ConditionalGroup] {
    var groups: [ConditionalGroup] = []
    for keyword in ["dependencies", "dependentSchemas", "dependentRequired"] {
      for entry in schema.node(keyword).map({ schema.entries($0, keyword) }) ?? [] {
        groups += readDependency(on: entry.name.value, entry.value, &schema, outer)
      }
    }
    for keyword in ["oneOf", "anyOf"] {
      let branches = schema.node(keyword).map { schema.list($0, keyword) } ?? []
      for (index, node) in branches.enumerated() {
        let tests = Condition.tests(of: node, outer)
        let condition: Condition =
          tests.isEmpty ? .alternative(index + 1, of: branches.count) : .tests(tests, isNegated: false)
        groups += branch(node, condition, &schema, outer)
      }
    }
    for node in schema.node("allOf").map({ schema.list($0, "allOf") }) ?? [] {
      groups += branch(node, .always, &schema, outer)
    }
    return groups + readIf(&schema, outer)
  }

  private static func readIf(_ schema: inout MappingReader, _ outer: Set<String>) -> [ConditionalGroup] {
    guard let premise = schema.node("if") else { return [] }
    let tests = Condition.tests(of: premise, nil)
    let then = schema.node("then").map { branch($0, .tests(tests, isNegated: false), &schema, outer) } ?? []
    let otherwise = schema.node("else").map { branch($0, .tests(tests, isNegated: true), &schema, outer) } ?? []
    return then + otherwise
  }

  /// A list of names that become required, or a schema that applies once the parameter is given.
  private static func readDependency(
    on name: String, _ node: YAMLNode, _ reader: inout MappingReader, _ outer: Set<String>
  ) -> [ConditionalGroup] {
    let condition = Condition.tests([(name, .isGiven)], isNegated: false)
    if case .sequence(let names) = node.content {
      let nothing = ParameterGroup(title: nil, description: nil, parameters: [], conditionals: [])
      return [ConditionalGroup(condition: condition, group: nothing, alsoRequired: names.compactMap(\.text))]
    }
    return branch(node, condition, &reader, outer)
  }

  /// A branch as a group; what it only wraps round its own conditionals is left out, and a branch that asks for nothing.
  private static func branch(
    _ node: YAMLNode, _ condition: Condition, _ reader: inout MappingReader, _ outer: Set<String>
  ) -> [ConditionalGroup] {
    let group = ParameterGroup.read(node, &reader, outer: outer)
    let own = Set(group.parameters.map(\.name))
    let alsoRequired = (node["required"]?.alternatives ?? []).compactMap(\.text).filter { !own.contains($0) }
    if group.parameters.isEmpty, alsoRequired.isEmpty { return group.conditionals }
    return [ConditionalGroup(condition: condition, group: group, alsoRequired: alsoRequired)]
  }
}

extension Condition {
  /// What a schema says of parameters: all that it names, or only those from outside.
  fileprivate static func tests(of node: YAMLNode, _ outer: Set<String>?) -> [(parameter: String, test: Test)] {
    var tests: [(parameter: String, test: Test)] = []
    if case .mapping(let properties)? = node["properties"]?.content {
      for property in properties {
        guard let name = property.key.text, outer?.contains(name) ?? true else { continue }
        if let test = test(property.value, isPremise: outer == nil) { tests.append((name, test)) }
      }
    }
    guard outer == nil else { return tests }
    for name in (node["required"]?.alternatives ?? []).compactMap(\.text)
    where !tests.contains(where: { $0.parameter == name }) {
      tests.append((name, .isGiven))
    }
    return tests.isEmpty ? [("", .isOther)] : tests
  }

  private static func test(_ schema: YAMLNode, isPremise: Bool) -> Test? {
    if let constant = schema["const"] { return .isOneOf([constant.flowText]) }
    if let values = schema["enum"] { return .isOneOf(values.alternatives.map(\.flowText)) }
    return isPremise ? .isOther : nil
  }
}

import Diagnostics
package import YAML

/// A golden path that a developer starts by filling in a form: a Backstage software template.
///
/// Source: Backstage, "Writing Templates" (`scaffolder.backstage.io/v1beta3`). Expressions (`${{ … }}`) stay as written.
package struct SoftwareTemplate: Sendable {
  package struct Step: Sendable {
    package let id: String?
    package let name: String?
    package let action: String
    /// `if`, as written.
    package let condition: String?
    /// `each`, as written.
    package let each: String?
    /// The keys of its input, in order.
    package let inputs: [String]
  }

  package struct OutputLink: Sendable {
    package let title: String?
    /// URL or entity reference, as written.
    package let target: String
    /// `if`, as written.
    package let condition: String?
  }

  package struct OutputText: Sendable {
    package let title: String?
    /// Markdown.
    package let content: String?
    /// `if`, as written.
    package let condition: String?
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let type: String
  package let owner: Located<String>?
  package let system: Located<String>?
  /// As written: Backstage knows no fixed set.
  package let lifecycle: String?
  /// The pages of the form.
  package let forms: [ParameterGroup]
  package let steps: [Step]
  package let links: [OutputLink]
  package let texts: [OutputText]
  /// `backstage.io/time-saved`: what one use saves.
  package let timeSaved: Period?

  package var reference: EntityReference { metadata.reference(kind: "template") }

  package var ownerReference: EntityReference? {
    owner.map { EntityReference($0.value, defaultKind: "group", defaultNamespace: metadata.namespace) }
  }

  package var systemReference: EntityReference? {
    system.map { EntityReference($0.value, defaultKind: "system", defaultNamespace: metadata.namespace) }
  }
}

extension SoftwareTemplate {
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<SoftwareTemplate?> {
    var reader = MappingReader(node, what: "Template")
    reader.ignore("apiVersion", "kind", "relations", "status")
    let metadata = Metadata.read(&reader)
    let template = reader.openMapping("spec", what: "Template spec", required: true) { spec in
      metadata.flatMap { read(&spec, $0, origin) }
    }
    reader.finish()
    return Outcome(template, reader.diagnostics)
  }

  private static func read(_ spec: inout MappingReader, _ metadata: Metadata, _ origin: Int) -> SoftwareTemplate? {
    let type = spec.text("type", required: true)?.value
    let owner = spec.text("owner")
    let system = spec.text("system")
    let lifecycle = spec.text("lifecycle")?.value
    let forms = spec.node("parameters").map { readForms($0, &spec) } ?? []
    let steps = spec.openMappings("steps", what: "step", required: true, readStep)
    let output = spec.openMapping("output", what: "output") { inner in
      let links = inner.openMappings("links", what: "output link", readLink)
      return (links: links, texts: inner.openMappings("text", what: "output text", readText))
    }
    let timeSaved = readTimeSaved(metadata, &spec)
    guard let type else { return nil }
    return SoftwareTemplate(
      origin: origin, metadata: metadata, type: type, owner: owner, system: system, lifecycle: lifecycle, forms: forms,
      steps: steps, links: output?.links ?? [], texts: output?.texts ?? [], timeSaved: timeSaved)
  }

  /// One schema is one page of the form, a list of them several.
  private static func readForms(_ node: YAMLNode, _ spec: inout MappingReader) -> [ParameterGroup] {
    guard case .sequence(let nodes) = node.content else { return [ParameterGroup.read(node, &spec)] }
    return nodes.map { ParameterGroup.read($0, &spec) }
  }

  private static func readStep(_ inner: inout MappingReader) -> Step? {
    let id = inner.text("id")?.value
    let name = inner.text("name")?.value
    let action = inner.text("action", required: true)?.value
    let condition = inner.node("if")?.flowText
    let each = inner.node("each")?.flowText
    let inputs = inner.node("input").map { inner.entries($0, "input").map(\.name.value) } ?? []
    return action.map { Step(id: id, name: name, action: $0, condition: condition, each: each, inputs: inputs) }
  }

  private static func readLink(_ inner: inout MappingReader) -> OutputLink? {
    let title = inner.text("title")?.value
    let target = inner.text("url", aliases: ["entityRef"], required: true)?.value
    let condition = inner.node("if")?.flowText
    return target.map { OutputLink(title: title, target: $0, condition: condition) }
  }

  private static func readText(_ inner: inout MappingReader) -> OutputText? {
    OutputText(
      title: inner.text("title")?.value, content: inner.text("content")?.value,
      condition: inner.node("if")?.flowText)
  }

  private static func readTimeSaved(_ metadata: Metadata, _ spec: inout MappingReader) -> Period? {
    guard let written = metadata.annotations["backstage.io/time-saved"] else { return nil }
    let period = Period(written.value)
    if period == nil {
      spec.report(
        Diagnostic(
          .invalidValue, "'backstage.io/time-saved' must be a duration, not '\(written.value)'", at: written.span,
          help: "Write it by ISO 8601, such as PT4H."))
    }
    return period
  }
}

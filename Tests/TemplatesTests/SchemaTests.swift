import Bytes
import Diagnostics
import Synchronization
import Templates
import Testing

private struct Model: Sendable {
  static let schema: Schema<Model> = Schema(
    "model",
    [
      .text("text") { $0.text }, .flag("flag") { $0.text != nil },
      .html("html") { $0.text.map { Fragment("<\($0)>") } },
      .texts("texts") { $0.texts }, .record("first", schema) { $0.children.first },
      .list("children", schema) { $0.children },
      .value("value", .text) { _ in .text("v") },
    ])

  var text: String?
  var texts: [String] = []
  var children: [Model] = []
}

@Suite struct SchemaTests {
  private func rendered(_ template: String, _ model: Model) -> String {
    let set = TemplateSet.compile([source("main", template)]).value
    #expect(lines(set.check("main", for: Model.schema.shape)) == [])
    return TemplatesTests.rendered(set, "main", Model.schema.value(model))
  }

  @Test func readsEveryKindOfField() {
    let model = Model(text: "a", texts: ["b", "c"], children: [Model(text: "d"), Model(text: "e")])
    let template =
      "{{text}} {{#flag}}{{html}}{{/flag}} {{#texts}}{{.}}{{/texts}} {{first.text}} {{#children}}{{text}}{{/children}} {{value}}"
    #expect(rendered(template, model) == "a <a> bc d de v")
  }

  @Test func tellsWhetherAListHasItems() {
    let template = "{{#hasTexts}}texts{{/hasTexts}}{{^hasChildren}}childless{{/hasChildren}}"
    #expect(rendered(template, Model(texts: ["a", "b"])) == "textschildless")
  }

  @Test func nilIsAbsent() {
    #expect(rendered("{{text}}{{html}}{{^text}}1{{/text}}{{^html}}2{{/html}}{{^first}}3{{/first}}", Model()) == "123")
  }

  @Test func followsARecursiveSchema() {
    let model = Model(children: [Model(text: "1", children: [Model(text: "2")])])
    #expect(rendered("{{#children}}{{text}}{{#children}}{{text}}{{/children}}{{/children}}", model) == "12")
  }

  @Test func readsAFieldOnlyWhenItIsAskedFor() {
    let reads = Atomic(0)
    let schema = Schema<Int>(
      "number", [.text("a") { "\($0)" }, .text("b") { _ in "\(reads.add(1, ordering: .relaxed).newValue)" }])
    let set = TemplateSet.compile([source("main", "{{a}}")]).value
    #expect(TemplatesTests.rendered(set, "main", schema.value(7)) == "7")
    #expect(reads.load(ordering: .relaxed) == 0)
  }
}

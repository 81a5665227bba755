import Diagnostics
import Templates
import Testing

private struct Entry: Sendable {
  static let schema: Schema<Entry> = Schema(
    "navigation entry",
    [.text("title") { _ in "" }, .text("url") { _ in "" }, .list("children", schema) { _ in [] }])
}

private struct Page: Sendable {
  static let schema = Schema<Page>(
    "page",
    [
      .text("heading") { _ in nil }, .flag("draft") { _ in false }, .html("body") { _ in nil },
      .texts("tags") { _ in [] }, .list("entries", Entry.schema) { _ in [] },
      .record("next", Entry.schema) { _ in nil },
      .value("data", .open) { _ in .none },
    ])
}

@Suite struct CheckerTests {
  private func findings(_ template: String, _ others: TemplateSource...) -> [Diagnostic] {
    TemplateSet.compile([source("main", template)] + others).value.check("main", for: Page.schema.shape)
  }

  @Test func acceptsWhatTheModelsHave() {
    let template = """
      {{heading}}{{{body}}}{{#draft}}{{heading}}{{/draft}}{{#tags}}{{.}}{{/tags}}{{next.title}}{{^next}}-{{/next}}
      {{#entries}}{{title}}{{heading}}{{#children}}{{url}}{{/children}}{{/entries}}{{data.any.thing}}{{#data}}{{x}}{{/data}}
      """
    #expect(lines(findings(template)) == [])
  }

  @Test func reportsAnUnknownNameWithTheNearest() {
    let found = findings("<h1>\n  {{ headnig }}</h1>")
    #expect(lines(found) == ["themes/main.html:2:6+7 unknown-name: no 'headnig' in a page"])
    #expect(found.map(\.help) == ["Did you mean 'heading'?"])
  }

  @Test func looksForTheNearestInTheInnermostScopeFirst() {
    let found = findings("{{#entries}}{{titel}}{{haeding}}{{/entries}}")
    #expect(
      lines(found) == [
        "themes/main.html:1:15+5 unknown-name: no 'titel' in a navigation entry or a page",
        "themes/main.html:1:24+7 unknown-name: no 'haeding' in a navigation entry or a page",
      ])
    #expect(found.map(\.help) == ["Did you mean 'title'?", "Did you mean 'heading'?"])
  }

  @Test func listsTheFieldsWhereNoneIsNear() {
    #expect(
      findings("{{#entries}}{{xyz}}{{/entries}}").map(\.help)
        == ["A navigation entry has 'title', 'url', 'children', 'hasChildren'."])
  }

  @Test func pointsAtThePartOfADottedNameThatIsUnknown() {
    let found = findings("{{next.titel}}{{heading.size}}")
    #expect(
      lines(found) == [
        "themes/main.html:1:8+5 unknown-name: no 'titel' in a navigation entry",
        "themes/main.html:1:25+4 unknown-name: no 'size' in a text",
      ])
    #expect(found.map(\.help) == ["Did you mean 'title'?", "Only a record has fields."])
  }

  @Test func reportsAnUnknownSectionAndNothingWithin() {
    #expect(
      lines(findings("{{#entrys}}{{title}}{{/entrys}}{{^drafd}}{{x}}{{/drafd}}")) == [
        "themes/main.html:1:4+6 unknown-name: no 'entrys' in a page",
        "themes/main.html:1:35+5 unknown-name: no 'drafd' in a page",
      ])
  }

  @Test func reportsTextThatIsWrittenUnescaped() {
    let found = findings("{{{heading}}}{{& next.url}}{{#tags}}{{{.}}}{{/tags}}")
    #expect(
      lines(found) == [
        "themes/main.html:1:4+7 unescaped-text: text 'heading' is written unescaped",
        "themes/main.html:1:18+8 unescaped-text: text 'next.url' is written unescaped",
        "themes/main.html:1:40+1 unescaped-text: text '.' is written unescaped",
      ])
    #expect(found.map(\.help) == ["Write '{{heading}}'.", "Write '{{next.url}}'.", "Write '{{.}}'."])
  }

  @Test func reportsValuesThatAreNoText() {
    let found = findings("{{draft}}{{entries}}{{next}}")
    #expect(
      lines(found) == [
        "themes/main.html:1:3+5 unwritable-value: 'draft' is a flag, which cannot be written",
        "themes/main.html:1:12+7 unwritable-value: 'entries' is a list, which cannot be written",
        "themes/main.html:1:23+4 unwritable-value: 'next' is a navigation entry, which cannot be written",
      ])
    #expect(found.first?.help == "Write '{{#draft}}…{{/draft}}'.")
  }

  @Test func walksIntoPartialsWithTheScopesAtThatPlace() {
    #expect(lines(findings("{{#entries}}{{> entry}}{{/entries}}", source("partials/entry", "{{title}}"))) == [])
    #expect(
      lines(findings("{{> entry}}", source("partials/entry", "{{title}}")))
        == ["themes/partials/entry.html:1:3+5 unknown-name: no 'title' in a page"])
  }

  @Test func endsOnRecursivePartialsAndSchemas() {
    let entry = source("partials/entry", "{{title}}{{bad}}{{#children}}{{> entry}}{{/children}}")
    #expect(
      lines(findings("{{#entries}}{{> entry}}{{/entries}}{{#next}}{{> entry}}{{/next}}", entry))
        == ["themes/partials/entry.html:1:12+3 unknown-name: no 'bad' in a navigation entry or a page"])
  }

  @Test func checksAnArgumentWhereItsBlockStands() {
    let frame = source("layouts/frame", "{{#entries}}{{$item}}{{nothing}}{{/item}}{{/entries}}")
    #expect(
      lines(findings("{{< frame}}{{$item}}{{title}}{{wrong}}{{/item}}{{/frame}}", frame))
        == ["themes/main.html:1:32+5 unknown-name: no 'wrong' in a navigation entry or a page"])
  }

  @Test func knowsNothingOfATemplateThatIsNotThere() {
    #expect(TemplateSet.compile([]).value.check("main", for: .text).isEmpty)
  }
}

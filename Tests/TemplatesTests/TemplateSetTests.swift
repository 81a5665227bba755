import Bytes
import Diagnostics
import Templates
import Testing

@Suite struct TemplateSetTests {
  private func findings(_ template: String) -> [Diagnostic] {
    TemplateSet.compile([source("main", template)]).diagnostics
  }

  // MARK: Syntax

  @Test func reportsATagThatIsNotClosed() {
    let found = findings("<p>\n  {{title</p>\n")
    #expect(lines(found) == ["themes/main.html:2:3+11 template-syntax: tag '{{title</p>' is not closed"])
    #expect(found.map(\.help) == ["Close it with '}}'."])
  }

  @Test func reportsATagThatRunsIntoTheNextAsNotClosed() {
    #expect(
      lines(findings("é {{title} {{url}}"))
        == ["themes/main.html:1:4+16 template-syntax: tag '{{title} {{url}}' is not closed"])
  }

  @Test func reportsATripleTagThatLacksABrace() {
    let found = findings("{{{body}} and")
    #expect(lines(found) == ["themes/main.html:1:1+13 template-syntax: tag '{{{body}} and' is not closed"])
    #expect(found.map(\.help) == ["Close it with '}}}'."])
  }

  @Test func reportsEveryBadName() {
    #expect(
      lines(findings("{{ a b }}\n{{}}{{a..b}}")) == [
        "themes/main.html:1:4+3 template-syntax: 'a b' is not a name",
        "themes/main.html:2:1+4 template-syntax: '{{}}' is not a name",
        "themes/main.html:2:7+4 template-syntax: 'a..b' is not a name",
      ])
  }

  @Test func reportsBadDelimiters() {
    let found = findings("a{{=<% =}}b")
    #expect(lines(found) == ["themes/main.html:1:2+9 template-syntax: '{{=<% =}}' does not set delimiters"])
    #expect(
      found.map(\.help) == ["Write two delimiters without '=' and with a space between them, such as '{{=<% %>=}}'."])
  }

  @Test func reportsASectionThatIsNeverClosedWhereItBegins() {
    let found = findings("a\n {{#next}}\nb\n")
    #expect(lines(found) == ["themes/main.html:2:2+9 template-syntax: '{{#next}}' is never closed"])
    #expect(found.map(\.help) == ["Write '{{/next}}' where it is to end."])
  }

  @Test func reportsAnEndTagThatClosesAnotherSection() {
    let found = findings("{{#a}}\n{{^b}}\n  {{/a}}{{/b}}")
    #expect(lines(found) == ["themes/main.html:3:3+6 template-syntax: '{{/a}}' does not close '{{^b}}'"])
    #expect(found.map(\.notes) == [["'{{^b}}' begins at line 2, column 1."]])
    #expect(found.map(\.help) == ["Write '{{/b}}' first."])
  }

  @Test func reportsAnEndTagThatClosesNothing() {
    let found = findings("a {{/b}}")
    #expect(lines(found) == ["themes/main.html:1:3+6 template-syntax: '{{/b}}' closes nothing"])
    #expect(found.map(\.help) == ["Remove it, or write '{{#b}}' where it is to begin."])
  }

  @Test func reportsNestingThatIsTooDeep() {
    let deep = String(repeating: "{{#a}}", count: 17) + String(repeating: "{{/a}}", count: 17)
    #expect(
      lines(findings(deep))
        == ["themes/main.html:1:97+6 template-syntax: '{{#a}}' is nested deeper than 16 levels"])
  }

  @Test func cutsLongTextInMessages() {
    let found = findings("{{" + String(repeating: "x", count: 5_000))
    #expect(found.map(\.message) == ["tag '{{\(String(repeating: "x", count: 77))…' is not closed"])
  }

  @Test func aSourceWithASyntaxErrorWritesNothingAndTheRestWorks() {
    let outcome = TemplateSet.compile([
      source("main", "<{{> broken}}{{> whole}}>"), source("partials/broken", "a {{#b}}"), source("partials/whole", "c"),
    ])
    #expect(
      lines(outcome.diagnostics) == ["themes/partials/broken.html:1:3+6 template-syntax: '{{#b}}' is never closed"])
    #expect(rendered(outcome.value, "main", .none) == "<c>")
  }

  // MARK: Links

  @Test func reportsAMissingPartialWithTheNearest() {
    let outcome = TemplateSet.compile([source("main", "a\n{{> navigaton}}"), source("partials/navigation", "")])
    #expect(
      lines(outcome.diagnostics) == ["themes/main.html:2:5+9 missing-partial: no template 'partials/navigaton'"])
    #expect(outcome.diagnostics.map(\.help) == ["Did you mean 'navigation'?"])
  }

  @Test func reportsAMissingParentWithBothPlaces() {
    let found = findings("{{< frame}}{{/ frame}}")
    #expect(
      lines(found)
        == ["themes/main.html:1:5+5 missing-partial: no template 'layouts/frame' or 'partials/frame'"])
    #expect(found.map(\.help) == ["Add the template, or remove the tag."])
  }

  @Test func aParentIsALayoutBeforeItIsAPartial() {
    let set = TemplateSet.compile([
      source("main", "{{< frame}}{{/ frame}}{{> frame}}"), source("layouts/frame", "L"), source("partials/frame", "P"),
    ])
    #expect(rendered(set.value, "main", .none) == "LP")
  }

  @Test func theLastSourceOfANameCounts() {
    let set = TemplateSet.compile([source("main", "{{#a}}"), source("main", "site")])
    #expect(lines(set.diagnostics) == [])
    #expect(rendered(set.value, "main", .none) == "site")
  }

  @Test func knowsItsNames() {
    let set = TemplateSet.compile([source("layouts/page", ""), source("partials/nav", "")]).value
    #expect(set.names == ["layouts/page", "partials/nav"])
    #expect(set.contains("partials/nav"))
    #expect(!set.contains("nav"))
  }
}

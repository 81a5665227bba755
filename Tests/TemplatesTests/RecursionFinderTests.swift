import Diagnostics
import Templates
import Testing

@Suite struct RecursionFinderTests {
  @Test func reportsAPartialThatIncludesItself() {
    let outcome = TemplateSet.compile([source("partials/a", "x\n  {{> a}}")])
    #expect(
      lines(outcome.diagnostics) == [
        "themes/partials/a.html:2:7+1 template-recursion: template 'partials/a' includes itself without end"
      ])
    #expect(outcome.diagnostics.map(\.notes) == [[]])
  }

  @Test func reportsACircleOnceWithItsWay() {
    let outcome = TemplateSet.compile([
      source("main", "{{> a}}"), source("partials/a", "{{> b}}"), source("partials/b", " {{> a}}"),
    ])
    #expect(
      lines(outcome.diagnostics) == [
        "themes/partials/b.html:1:6+1 template-recursion: template 'partials/a' includes itself without end"
      ])
    #expect(outcome.diagnostics.map(\.notes) == [["partials/a → partials/b → partials/a."]])
  }

  @Test func allowsRecursionWithinASection() {
    #expect(TemplateSet.compile([source("partials/a", "{{#children}}{{> a}}{{/children}}")]).diagnostics.isEmpty)
  }

  @Test func allowsRecursionThatAnArgumentEnds() {
    let outcome = TemplateSet.compile([
      source("partials/a", "{{$b}}{{< a}}{{$b}}end{{/b}}{{/a}}{{/b}}")
    ])
    #expect(lines(outcome.diagnostics) == [])
    #expect(rendered(outcome.value, "partials/a", .none) == "end")
  }
}

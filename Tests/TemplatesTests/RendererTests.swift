import Bytes
import Diagnostics
import Templates
import Testing

@Suite struct RendererTests {
  @Test func escapesTextAndNotHTML() {
    let value = record(["text": .text("<'\"&>"), "html": .html(Fragment("<b>"))])
    #expect(rendered("{{text}}{{html}}{{{html}}}", value) == "&lt;&#39;&quot;&amp;&gt;<b><b>")
  }

  @Test func replacesNULInTextsAndTemplates() {
    #expect(rendered("a\0{{.}}{{{.}}}", .text("b\0")) == "a\u{FFFD}b\u{FFFD}b\u{FFFD}")
  }

  @Test func aFlagDoesNotBecomeTheCurrentValue() {
    #expect(
      rendered("{{#list}}{{#yes}}{{.}}{{/yes}}{{/list}}", record(["yes": .flag(true), "list": .list([.text("a")])]))
        == "a")
  }

  @Test func emptyTextsFragmentsAndListsAreFalsy() {
    let value = record(["text": .text(""), "html": .html(Fragment("")), "list": .list([]), "none": .none])
    #expect(rendered("{{^text}}1{{/text}}{{^html}}2{{/html}}{{^list}}3{{/list}}{{^none}}4{{/none}}", value) == "1234")
  }

  @Test func anAbsentFieldHidesOneFurtherOut() {
    let value = record(["a": .text("outer"), "inner": record(["a": .none])])
    #expect(rendered("{{#inner}}[{{a}}]{{/inner}}", value) == "[]")
  }

  @Test func indentsEachLineOfAPartialButNoValue() {
    let value = record(["x": .text("1\n2")])
    #expect(
      rendered("a\n  {{> p}}\nb", value, partials: ["p": "{{#x}}\n{{x}}!\n{{/x}}\nend\n"]) == "a\n  1\n2!\n  end\nb")
  }

  @Test func addsUpTheIndentationOfNestedPartials() {
    #expect(
      rendered(" {{> outer}}\n", .none, partials: ["outer": "<\n {{> inner}}\n>\n", "inner": "1\n2\n"])
        == " <\n  1\n  2\n >\n")
  }

  @Test func aPartialWithinALineIsNotIndented() {
    #expect(
      rendered(" {{> outer}}\n", .none, partials: ["outer": "<{{> inner}}>\n", "inner": "1\n2"]) == " <1\n2>\n")
  }

  @Test func indentsAnArgumentAsTheBlockItFills() {
    let frame = "<main>\n  {{$main}}\n  {{/main}}\n</main>\n"
    let page = "{{< frame}}\n{{$main}}\n<p>\n  {{> p}}\n</p>\n{{/main}}\n{{/ frame}}\n"
    #expect(
      rendered(page, .none, partials: ["frame": frame, "p": "1\n2\n"])
        == "<main>\n  <p>\n    1\n    2\n  </p>\n</main>\n")
  }

  @Test func aBlockInAnArgumentOfItsOwnNameIsAParameterOfTheTemplateAround() {
    let partials = [
      "frame": "<{{$main}}{{/main}}>", "section": "{{< frame}}{{$main}}[{{$main}}default{{/main}}]{{/main}}{{/frame}}",
    ]
    #expect(rendered("{{> section}}", .none, partials: partials) == "<[default]>")
  }

  @Test func recursionIsCutOffAtADepthOfAHundred() {
    #expect(rendered("{{> a}}", .none, partials: ["a": "x{{> a}}"]) == String(repeating: "x", count: 100))
  }

  @Test func recursionThatDoublesIsCutOffToo() {
    let text = rendered("{{> a}}!", .flag(true), partials: ["a": "{{#.}}x{{> a}}{{> a}}{{/.}}"])
    #expect(text == String(repeating: "x", count: 100) + "!")
  }

  @Test func theDeepestNestingThereCanBeIsRendered() {
    let open = String(repeating: "{{#.}}", count: 16)
    let close = String(repeating: "{{/.}}", count: 16)
    #expect(
      rendered("{{> a}}", .text("x"), partials: ["a": open + "{{.}}{{> a}}" + close])
        == String(repeating: "x", count: 100))
  }

  @Test func aTemplateThatIsNotThereWritesNothing() {
    #expect(rendered(TemplateSet.compile([]).value, "main", .text("x")) == "")
  }
}

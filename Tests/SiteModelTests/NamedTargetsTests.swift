import Bytes
import Diagnostics
import Markdown
import Testing
import YAML

@testable import SiteModel

@Suite struct NamedTargetsTests {
  private static let glossary = """
    ---
    kind: glossary
    ---
    # Glossary

    ## Error budget

    What may fail. See [here](#error-budget).

    More of it.

    ## Service level objective (SLO)

    A target.
    """

  /// The text of a paragraph of `guides/here.md`, as it is published.
  private func html(_ text: String) -> String {
    let site = site(text)
    guard let index = site.pages.firstIndex(where: { $0.document?.path == "guides/here.md" }),
      let article = site.pages[index].document?.article
    else { return "" }
    var buffer = ByteBuffer()
    article.write(to: &buffer, links: site.fillings(ofPage: index, root: "/"), embeds: [])
    return String(buffer.text.dropFirst(3).dropLast(5))
  }

  private func site(_ text: String) -> Site {
    assemble(
      [
        "guides/here.md": text, "guides/setup.md": "# Set up *it*\n\n## First {#one}\n",
        "a/twin.md": "", "b/twin.md": "", "terms.md": NamedTargetsTests.glossary, "files/form.pdf": "",
      ], plans: [plan("capabilities/secrets", title: "Secrets & keys")],
      entities: [
        EntityTarget(reference: "capability:secrets", folder: "capabilities/secrets", title: "Secrets & keys")
      ], entityKinds: ["capability", "group"]
    ).value
  }

  @Test(arguments: [
    ("[](capability:secrets)", "<a href=\"/capabilities/secrets/\">Secrets &amp; keys</a>"),
    ("[x](Capability:default/Secrets)", "<a href=\"/capabilities/secrets/\">x</a>"),
    ("[[capability:secrets]]", "<a href=\"/capabilities/secrets/\">Secrets &amp; keys</a>"),
    ("[](setup.md)", "<a href=\"/guides/setup/\">Set up it</a>"),
    ("[](setup.md#one)", "<a href=\"/guides/setup/#one\">First</a>"),
    ("[](../files/form.pdf)", "<a href=\"/files/form.pdf\">form.pdf</a>"),
    ("[](https://example.com)", "<a href=\"https://example.com\"></a>"),
    ("[[setup]]", "<a href=\"/guides/setup/\">Set up it</a>"),
    ("[[Set Up It]]", "<a href=\"/guides/setup/\">Set up it</a>"),
    ("[[setup#one|x]]", "<a href=\"/guides/setup/#one\">x</a>"),
    ("[[../terms.md]]", "<a href=\"/terms/\">Glossary</a>"),
    ("[x](terms)", "<a href=\"/terms/\">x</a>"),
  ]) func leadToWhatTheyName(text: String, html: String) {
    #expect(self.html(text) == html)
  }

  @Test(arguments: ["term:error-budget", "term:Error%20budget"]) func termsShowTheirDefinitions(reference: String) {
    #expect(
      html("[it](\(reference))") == """
        <span class="term"><a aria-describedby="term-1" href="/terms/#error-budget">it</a>\
        <span class="term-definition" role="tooltip" id="term-1">What may fail. See here.</span></span>
        """)
  }

  @Test func aTermGoesByItsShortForm() {
    #expect(html("[](term:slo)").contains(">Service level objective (SLO)</a>"))
    #expect(html("[[term:service-level-objective|x]]").contains("#service-level-objective-slo\">x</a>"))
  }

  @Test(arguments: [
    ("[](capability:secretz)", "1:4 no entity: capability:secrets"),
    ("[](group:nobody)", "1:4 no entity: "),
    ("a [](term:eror-budget)", "1:6 no term: term:error-budget"),
    ("[[setpu]]", "1:3 not found: setup.md"),
    ("[[twin]]", "1:3 not found: ../a/twin.md, ../b/twin.md"),
    ("[x](nothing)", "1:5 not found: "),
    ("[[setup#two]]", "1:3 no anchor: "),
  ]) func whatNothingIsCalledIsReported(text: String, failure: String) {
    let found = site(text).links.failures.map { "\($0.span.line):\($0.span.column) \($0.text)" }
    #expect(found == [failure])
  }

  @Test func aGlossaryMayBeADefinitionList() {
    let site = assemble([
      "here.md": """
      ---
      kind: glossary
      ---
      ## S

      SLI
      *Indicator*
      :   What is `measured`.
      :   Something else.

      [](term:sli) [](term:indicator)
      """
    ]).value
    let index = site.pages.firstIndex { $0.document?.path == "here.md" } ?? 0
    let fillings = site.fillings(ofPage: index, root: "/")
    #expect(fillings.map(\.url) == ["/here/#def-sli", "/here/#def-indicator"])
    #expect(fillings.map(\.title) == ["SLI", "Indicator"])
    #expect(fillings.map(\.definition) == ["What is measured.", "What is measured."])
  }

  @Test func otherSchemesAreLeftAlone() {
    #expect(html("[](component:x) [](mailto:a@b.c)") == "<a href=\"component:x\"></a> <a href=\"mailto:a@b.c\"></a>")
  }
}

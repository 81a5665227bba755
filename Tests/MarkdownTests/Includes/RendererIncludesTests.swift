import Bytes
import Diagnostics
import Markdown
import Testing

@Suite struct RendererIncludesTests {
  /// Renders a text that may include some files, by their names.
  private func rendering(_ text: String, _ files: [String: String]) -> Outcome<Article> {
    let source: IncludeSource = { path, _ in
      guard let text = files[path] else { return path.hasPrefix("/") ? .outside : .missing(nearest: nil) }
      return .file(IncludedFile(path: path, text: Array(text.utf8)[...], firstLine: 1, folder: "parts"))
    }
    return MarkdownRenderer.render(
      Array(text.utf8)[...], path: "page.md", options: MarkdownOptions(includes: source))
  }

  private func html(_ text: String, _ files: [String: String]) -> String {
    String(decoding: rendering(text, files).value.html, as: UTF8.self)
  }

  private func findings(_ text: String, _ files: [String: String]) -> [String] {
    rendering(text, files).diagnostics.map { finding in
      let place = finding.span.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
      return "\(place) \(finding.rule.id): \(finding.message)"
    }
  }

  @Test func aTextStandsInThePlaceOfItsLine() {
    let files = ["a.md": "*A*\n", "b.md": "B\n"]
    #expect(html("One\n--8<-- \"a.md\"\nTwo\n", files) == "<p>One</p>\n<p><em>A</em></p>\n<p>Two</p>\n")
    #expect(html("--8<--\na.md\n\n'b.md'\n; c.md\n--8<--\n", files) == "<p><em>A</em></p>\n<p>B</p>\n")
    #expect(
      html("> - {!a.md!}\n", files) == "<blockquote>\n<ul>\n<li>\n<p><em>A</em></p>\n</li>\n</ul>\n</blockquote>\n")
  }

  @Test func anEscapedLineIsText() {
    #expect(html(";--8<-- \"a.md\"\n", [:]) == "<p>--8&lt;-- &quot;a.md&quot;</p>\n")
  }

  @Test func withoutFilesTheyAreText() {
    let article = MarkdownRenderer.render(Array("--8<-- \"a.md\"\n".utf8)[...], path: "p.md").value
    #expect(String(decoding: article.html, as: UTF8.self) == "<p>--8&lt;-- &quot;a.md&quot;</p>\n")
  }

  @Test func aFileThatIsNoMarkdownIsCode() {
    #expect(
      html(":::include main.go#x\n", ["main.go": "a\n// #region x\n  b\n    c\n// #endregion\n"]).contains(
        "<figcaption>main.go</figcaption>"))
    #expect(html(":::include main.go lines=2\n", ["main.go": "a\n  <b>\n"]).contains(">&lt;b&gt;\n</code>"))
  }

  @Test func linesOfCodeAreReplacedAndKeepTheIndent() {
    let files = ["a.yaml": "  x:\n    y: 1\n\n  z: 2\n"]
    #expect(
      html("``` text\nbefore:\n  --8<-- \"a.yaml\"\n;--8<-- \"a.yaml\"\n{!a.yaml!}\n```\n", files).contains(
        ">before:\n  x:\n    y: 1\n\n  z: 2\n--8&lt;-- &quot;a.yaml&quot;\nx:\n  y: 1\n\nz: 2\n</code>"))
  }

  @Test func idsAreUniqueAndFootnotesAreTheFilesOwn() {
    let article = rendering(
      "# A\n\nx[^1]\n\n--8<-- \"a.md\"\n--8<-- \"a.md\"\n\n[^1]: page\n", ["a.md": "# A\n\ny[^1]\n\n[^1]: file\n"]
    ).value
    #expect(article.headings.map(\.id) == ["a", "a-1", "a-2"])
    #expect(
      article.anchors.sorted() == [
        "a", "a-1", "a-2", "fn-1", "fn-1.1", "fn-2.1", "fnref-1", "fnref-1.1", "fnref-2.1",
      ])
    #expect(article.sections.map(\.text) == ["x\n", "y\nfile\n", "y\nfile\npage\n"])
  }

  @Test func definitionsBelongToTheirFile() {
    #expect(html("[x]\n\n--8<-- \"a.md\"\n", ["a.md": "[x]\n\n[x]: y\n"]).hasPrefix("<p>[x]</p>\n<p><a href=\"y\">"))
  }

  @Test func abbreviationsOfATextAreThePages() {
    let files = ["a.md": "*[SLO]: Objective\n\nSLO SLI\n", "b.md": "*[SLI]: Indicator\n"]
    let article = rendering("SLO SLI\n\n--8<-- \"a.md\"\n\n{!b.md!}\n\n:::include a.md\n", files).value
    let (slo, sli) = ("<abbr title=\"Objective\">SLO</abbr>", "<abbr title=\"Indicator\">SLI</abbr>")
    let line = "<p>\(slo) \(sli)</p>\n"
    #expect(String(decoding: article.html, as: UTF8.self) == line + line + line)
  }

  @Test func linksOfAFileStartInItsFolderAndThoseOfATextOnThePage() {
    let files = ["a.md": "[x](y)\n--8<-- \"b.md\"\n", "b.md": "[z](z)\n"]
    #expect(rendering(":::include a.md\n[p](p)\n", files).value.links.map(\.folder) == ["parts", "parts", nil])
    #expect(rendering("--8<-- \"a.md\"\n", files).value.links.map(\.folder) == [nil, nil])
  }

  @Test func findingsNameTheFileAndItsLine() {
    let files = [
      "a.md":
        "x\n<!-- --8<-- [start:r] -->\ny\n<!-- --8<-- [start:s] -->\n[a](javascript:b)\n<!-- --8<-- [end:s] -->\n<!-- --8<-- [end:r] -->\n"
    ]
    #expect(
      findings("--8<-- \"a.md:r\"\n", files) == ["a.md:5:5 unsafe-url: the URL 'javascript:b' may not stand in a page"])
  }

  @Test func theArticleKeepsWhatItIncluded() {
    let files = ["a.md": "[x](y)\n--8<-- \"b.md\"\n", "b.md": "b\n"]
    let inclusions = rendering("[p](p)\n--8<-- \"a.md\"\n``` c\n{!b.md!}\n```\n", files).value.inclusions
    #expect(inclusions.map(\.path) == ["a.md", "b.md"])
    #expect(inclusions.map(\.span.line) == [2, 4])
    #expect(inclusions.map(\.links) == [1..<2, 0..<0])
    #expect(inclusions[0].inclusions.map(\.path) == ["b.md"])
  }

  @Test func reportsWhatCannotBeHad() {
    let files = ["a.md": "a\n"]
    #expect(
      findings(
        "x\n--8<-- \"b.md\"\n\n--8<-- \"/b.md\"\n\n- --8<-- \"a.md:r\"\n\n--8<--\na.md:2:1\n--8<--\n\n--8<--\n", files)
        == [
          "page.md:2:1 include-missing: no file 'b.md' to include",
          "page.md:4:1 include-outside: '/b.md' leads out of the folders that may be included from",
          "page.md:6:3 include-missing: 'a.md' has no region 'r'",
          "page.md:9:1 include-syntax: '2:1' names no lines",
          "page.md:12:1 include-syntax: the list of files that begins here does not end",
        ])
    #expect(html("--8<-- \"b.md\"\n", [:]) == "<p>--8&lt;-- &quot;b.md&quot;</p>\n")
  }

  @Test func circlesEnd() {
    #expect(
      findings("--8<-- \"a.md\"\n", ["a.md": "--8<-- \"b.md\"\n", "b.md": "--8<-- \"a.md\"\n"]) == [
        "b.md:1:1 include-circle: the file includes itself"
      ])
    #expect(
      rendering("--8<-- \"page.md\"\n", ["page.md": ""]).diagnostics.map(\.notes) == [["'page.md' includes 'page.md'."]]
    )
  }

  @Test func laughterEnds() {
    var files = ["9.md": "ha\n"]
    for number in 1..<9 { files["\(number).md"] = String(repeating: "--8<-- \"\(number + 1).md\"\n", count: 10) }
    let found = Set(findings("--8<-- \"1.md\"\n", files).map { $0.drop { $0 != " " } })
    #expect(
      found == [
        " include-limit: includes may be no more than 8 deep",
        " include-limit: a page may include no more than 1000 texts",
      ])
  }

  @Test func aLargeFileIsIncludedOnlySoOften() {
    let file = String(repeating: String(repeating: "x", count: 60_000) + "\n\n", count: 10)
    let article = rendering(String(repeating: "--8<-- \"a.md\"\n", count: 8), ["a.md": file])
    #expect(article.value.html.count < 6 << 20)
    #expect(article.diagnostics.map(\.rule.id) == ["include-limit", "include-limit"])
  }

  @Test func aHostileFileIsNotParsed() {
    #expect(
      findings("--8<-- \"a.md\"\n", ["a.md": String(repeating: "[", count: 9_000)]) == [
        "a.md:1:1 markdown-limit: 9000 '[' in one block, more than the 8000 that are parsed"
      ])
  }
}

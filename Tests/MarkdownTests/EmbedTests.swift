import Bytes
import Diagnostics
import Markdown
import Testing

private func embedding(_ text: String, firstLine: Int = 1) -> Outcome<Article> {
  MarkdownRenderer.render(
    Array(text.utf8)[...], path: "a.md", firstLine: firstLine, options: .init(embeds: ["slo"]))
}

/// Each part of a text's embeds, as `line:column+length text`.
private func parts(_ text: String, firstLine: Int = 1) -> [String] {
  embedding(text, firstLine: firstLine).value.embeds.flatMap { embed in
    [embed.name] + (embed.argument.map { [$0] } ?? []) + embed.options.flatMap { [$0.name, $0.value] }
  }.map { "\($0.span.line):\($0.span.column)+\($0.span.length) \($0.text)" }
}

/// The fault of a line, as `column+length message`.
private func fault(_ line: String) -> String? {
  let outcome = embedding(line)
  #expect(outcome.value.embeds.isEmpty)
  return outcome.diagnostics.first.map { finding in
    #expect(finding.rule == .embedSyntax)
    return "\(finding.span?.column ?? 0)+\(finding.span?.length ?? 0) \(finding.message)"
  }
}

@Suite struct EmbedTests {
  @Test func hasTheExactPlaceOfEachPart() {
    #expect(parts(":::slo reads show=card\n") == ["1:4+3 slo", "1:8+5 reads", "1:14+4 show", "1:19+4 card"])
    #expect(parts("a\n\n> 1.  ::: slo \t reads\n", firstLine: 5) == ["7:11+3 slo", "7:17+5 reads"])
  }

  @Test func countsColumnsInBytesAndPastAByteOrderMark() {
    #expect(parts("\u{FEFF}> :::slo größe b=ö\n") == ["1:9+3 slo", "1:13+7 größe", "1:21+1 b", "1:23+2 ö"])
  }

  @Test func readsQuotationsAsOneWord() {
    #expect(
      parts(":::slo \"two words\" a='say \"b\"' c=\"\u{E9} =\"\n") == [
        "1:4+3 slo", "1:9+9 two words", "1:20+1 a", "1:23+7 say \"b\"", "1:32+1 c", "1:35+4 é =",
      ])
    #expect(parts(":::slo ''\n") == ["1:4+3 slo", "1:9+0 "])
  }

  @Test func takesAnEqualsSignBehindNoNameForAnArgument() {
    #expect(parts(":::slo https://a.example/?b=c\n") == ["1:4+3 slo", "1:8+22 https://a.example/?b=c"])
    #expect(parts(":::slo =x\n") == ["1:4+3 slo", "1:8+2 =x"])
  }

  @Test func nameAndArgumentMayStandAlone() {
    #expect(parts(":::slo\n") == ["1:4+3 slo"])
    #expect(parts("::::: slo a=b\n") == ["1:7+3 slo", "1:11+1 a", "1:13+1 b"])
  }

  @Test func reportsWhatCannotBeRead() {
    #expect(fault(":::slo \"a b\n") == "8+1 the quotation that begins here never ends")
    #expect(fault(":::slo a='\n") == "10+1 the quotation that begins here never ends")
    #expect(fault(":::slo \"a\"b c\n") == "11+3 text stands right behind a quotation")
    #expect(fault("> :::slo a two b=c\n") == "12+3 'two' is one argument too many")
    #expect(fault(":::slo a b=1 c=2 b=3\n") == "18+1 the option 'b' stands here twice")
    #expect(fault(":::slo a b= c\n") == "10+2 the option 'b' has no value")
    #expect(fault(":::slo a b=\"\"\n") == "10+2 the option 'b' has no value")
  }

  @Test func isLeftOutOfThePlainText() {
    let article = embedding("One\n\n:::slo reads\n\n# Two\n:::slo reads\n").value
    #expect(article.sections.map(\.text) == ["One\n", ""])
  }

  @Test func standsInTheHTMLWhereItsRangeSays() {
    let article = embedding("[a](b)\n\n:::slo <x>\n\n[c](d)\n").value
    #expect(String(decoding: article.html[article.embeds[0].range], as: UTF8.self) == "<p>:::slo &lt;x&gt;</p>\n")
  }

  @Test func isReplacedAmongLinks() {
    let article = embedding(":::slo 1\n\n[a](b) [c](d)\n\n:::slo 2\n:::slo 3\n\n[e](f)\n").value
    var buffer = ByteBuffer()
    article.write(
      to: &buffer, links: [LinkFilling(url: "B"), LinkFilling(), LinkFilling(url: "F")],
      embeds: [Array("<hr>".utf8), nil, Array("<br>".utf8)])
    #expect(
      buffer.text
        == "<hr><p><a href=\"B\">a</a> <a href=\"d\">c</a></p>\n<p>:::slo 2</p>\n<br><p><a href=\"F\">e</a></p>\n")
  }
}

import Bytes
import Diagnostics
import Markdown
import Testing

/// A text rendered where `slo`, `card` and `roadmap` are pieces that it may embed.
private func embedding(_ text: String) -> Outcome<Article> {
  MarkdownRenderer.render(
    Array(text.utf8)[...], path: "a.md",
    options: .init(furniture: false, dialects: [], embeds: ["slo", "card", "roadmap"]))
}

/// The HTML with each embed as `[name argument key=value]`.
private func embedded(_ text: String) -> String {
  let article = embedding(text).value
  var buffer = ByteBuffer()
  let fragments = article.embeds.map { embed in
    let words = [embed.name.text, embed.argument?.text].compactMap { $0 }
    let options = embed.options.map { "\($0.name.text)=\($0.value.text)" }
    return Array("[\((words + options).joined(separator: " "))]\n".utf8)
  }
  article.write(to: &buffer, links: [], embeds: fragments)
  return buffer.text
}

/// The findings of a text, as `line:column+length message`.
private func findings(_ text: String) -> [String] {
  embedding(text).diagnostics.map { finding in
    let span = finding.span.map { "\($0.line):\($0.column)+\($0.length)" } ?? ""
    return "\(span) \(finding.message) [\(finding.rule.id)]"
  }
}

@Suite struct EmbedLinesTests {
  @Test func aDirectiveIsABlock() {
    #expect(embedded(":::slo reads\n") == "[slo reads]\n")
    #expect(embedded("One\n\n:::slo reads\n\nTwo\n") == "<p>One</p>\n[slo reads]\n<p>Two</p>\n")
  }

  @Test func withoutAPieceItsLineIsAParagraph() {
    #expect(embedding(":::slo <reads> show=card  \n").value.text == "<p>:::slo &lt;reads&gt; show=card</p>\n")
  }

  @Test func itInterruptsAParagraph() {
    #expect(embedded("One *two\n:::slo reads\nthree*\n") == "<p>One *two</p>\n[slo reads]\n<p>three*</p>\n")
  }

  @Test func itEndsATableAndAListOfDefinitions() {
    #expect(
      embedded("| a |\n|---|\n| b |\n:::slo reads\n| c |\n") == """
        <table>
        <thead>
        <tr>
        <th>a</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td>b</td>
        </tr>
        </tbody>
        </table>
        [slo reads]
        <p>| c |</p>

        """)
    #expect(embedded("[a]: b\n:::slo reads\n\n[a]\n") == "[slo reads]\n<p><a href=\"b\">a</a></p>\n")
  }

  @Test func itIsNoSetextHeading() {
    #expect(embedded(":::slo reads\n---\n") == "[slo reads]\n<hr />\n")
    #expect(embedded(":::slo reads\n===\n") == "[slo reads]\n<p>===</p>\n")
  }

  @Test func upToThreeBlanksMayStandBeforeIt() {
    #expect(embedded("   :::slo reads\n") == "[slo reads]\n")
    #expect(embedded("    :::slo reads\n") == "<pre><code>:::slo reads\n</code></pre>\n")
    #expect(embedded("\t:::slo reads\n") == "<pre><code>:::slo reads\n</code></pre>\n")
    #expect(embedded("One\n    :::slo reads\n") == "<p>One\n:::slo reads</p>\n")
  }

  @Test func itIsNotRecognisedInCodeOrHTML() {
    #expect(embedded("```\n:::slo reads\n```\n") == "<pre><code>:::slo reads\n</code></pre>\n")
    #expect(embedded("`a\n\\:::slo b`\n") == "<p><code>a \\:::slo b</code></p>\n")
    #expect(embedded("<div>\n:::slo reads\n</div>\n") == "<div>\n:::slo reads\n</div>\n")
    #expect(embedded("<!--\n:::slo reads\n\n-->\n") == "<!--\n:::slo reads\n\n-->\n")
  }

  @Test func aBackslashMakesItText() {
    #expect(embedded("\\:::slo reads\n") == "<p>:::slo reads</p>\n")
    #expect(findings("\\:::slos reads\n").isEmpty)
  }

  @Test func itStandsInQuotesAndLists() {
    #expect(embedded("> :::slo reads\n") == "<blockquote>\n[slo reads]\n</blockquote>\n")
    #expect(
      embedded(">:::slo reads\n>\n> - :::card a\n") == """
        <blockquote>
        [slo reads]
        <ul>
        <li>
        [card a]
        </li>
        </ul>
        </blockquote>

        """)
    #expect(
      embedded("1. One\n   :::slo reads\n\n   Two\n") == """
        <ol>
        <li>
        <p>One</p>
        [slo reads]
        <p>Two</p>
        </li>
        </ol>

        """)
  }

  @Test func itKeepsAListTight() {
    #expect(embedded("- one\n  :::slo reads\n- two\n") == "<ul>\n<li>one\n[slo reads]\n</li>\n<li>two</li>\n</ul>\n")
    #expect(embedded("- :::slo reads\n- two\n") == "<ul>\n<li>\n[slo reads]\n</li>\n<li>two</li>\n</ul>\n")
    #expect(embedded("- :::slo reads\n\n- two\n") == "<ul>\n<li>\n[slo reads]\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>\n")
  }

  @Test func itIsNoLazyContinuation() {
    #expect(embedded("> One\n:::slo reads\n") == "<blockquote>\n<p>One</p>\n</blockquote>\n[slo reads]\n")
    #expect(embedded("- One\n:::slo reads\n") == "<ul>\n<li>One</li>\n</ul>\n[slo reads]\n")
    #expect(embedded("> :::slo reads\nTwo\n") == "<blockquote>\n[slo reads]\n</blockquote>\n<p>Two</p>\n")
  }

  @Test func itStandsBelowATaskAndInAFootnote() {
    let box = "<input type=\"checkbox\" disabled=\"\" />"
    #expect(embedded("- [ ] a\n  :::slo reads\n") == "<ul>\n<li>\(box) a\n[slo reads]\n</li>\n</ul>\n")
    #expect(embedded("a[^1]\n\n[^1]: :::slo reads\n").contains("[slo reads]\n"))
  }

  @Test func blanksMayStandBehindTheColonsAndTheNameAsTabs() {
    #expect(embedded("::: slo reads\n:::\tslo\treads\tshow=card\n") == "[slo reads]\n[slo reads show=card]\n")
    #expect(embedded("> \t:::slo reads\n-\t:::slo reads\n").contains("[slo reads]\n</li>"))
  }

  @Test func lineEndsAreOfEveryKind() {
    #expect(embedded(":::slo reads\r\n:::card a\r:::slo b") == "[slo reads]\n[card a]\n[slo b]\n")
    #expect(embedded("\u{FEFF}:::slo reads\n") == "[slo reads]\n")
  }
}

@Suite struct DirectiveEndTests {
  @Test func aLineOfAsManyColonsClosesIt() {
    #expect(embedded(":::slo reads\n:::\nTwo\n") == "[slo reads]\n<p>Two</p>\n")
    #expect(embedded("> ::::slo reads\n>  ::::  \n> Two\n") == "<blockquote>\n[slo reads]\n<p>Two</p>\n</blockquote>\n")
    #expect(embedded("- :::slo reads\n  :::\n- b\n") == "<ul>\n<li>\n[slo reads]\n</li>\n<li>b</li>\n</ul>\n")
    #expect(embedded(":::slo reads\r\n:::\r\n:::slo b\r\n:::") == "[slo reads]\n[slo b]\n")
    #expect(findings(":::slo reads\n:::\n").isEmpty)
  }

  @Test func anotherCountClosesNothing() {
    #expect(embedded(":::slo reads\n::::\n") == "[slo reads]\n<p>::::</p>\n")
    #expect(embedded("::::slo reads\n:::\n") == "[slo reads]\n<p>:::</p>\n")
  }

  @Test func itClosesOnce() {
    #expect(embedded(":::slo reads\n:::\n:::\n") == "[slo reads]\n<p>:::</p>\n")
  }

  @Test func colonsAtTheEndOfTheLineAreLeftOut() {
    #expect(embedded(":::slo reads :::\n") == "[slo reads]\n")
    #expect(embedded(":::card ::::\n") == "[card]\n")
    #expect(embedded(":::slo reads:::\n") == "[slo reads:::]\n")
    #expect(embedded(":::slo a ::\n") == "<p>:::slo a ::</p>\n")
  }

  @Test func reportsAnEndThatClosesNothing() {
    let message = "these colons close nothing: the embed above them ended with its line [embed-syntax]"
    #expect(findings(":::slo reads\nText\n:::\n") == ["3:1+3 \(message)"])
    #expect(findings("> :::slo reads\n\n  :::\n") == ["3:3+3 \(message)"])
    #expect(findings(":::slo reads\n\n:::note\nText\n:::\n").isEmpty)
    #expect(findings(":::note\n:::tip\n:::slo reads\n\nText\n:::\n:::\n").isEmpty)
    #expect(findings(":::\nText\n:::\n").isEmpty)
  }
}

@Suite struct UnclaimedDirectiveTests {
  @Test func aNameThatNobodyClaimsIsText() {
    for text in [
      ":::note\n*a*\n:::\n", "a\n:::note b\nc\n", "- a\n:::note\n", ":::\n", ":::{.x}\n", ":::3\n", "::: \n",
      ":::sloslo\n", ":slo reads\n", "a :::slo b\n", "::::\n:::\n",
    ] {
      #expect(embedded(text) == plainHTML(text, dialects: []), "\(text)")
      #expect(findings(text).isEmpty, "\(text)")
    }
  }

  @Test func withoutNamesEveryDirectiveIsText() {
    #expect(plainHTML("a\n:::slo reads\nb\n", dialects: []) == "<p>a\n:::slo reads\nb</p>\n")
    #expect(render("::slo\n").diagnostics.isEmpty)
  }

  @Test func reportsANearMiss() {
    let outcome = embedding("One\n> ::: slos reads\n")
    #expect(outcome.value.text == "<p>One</p>\n<blockquote>\n<p>::: slos reads</p>\n</blockquote>\n")
    #expect(findings("One\n> ::: slos reads\n") == ["2:7+4 there is no embed 'slos' [unknown-embed]"])
    #expect(outcome.diagnostics.map(\.help) == ["Did you mean 'slo'?"])
    #expect(findings(":::SLO reads\n") == ["1:4+3 there is no embed 'SLO' [unknown-embed]"])
    #expect(findings("- a\n\n  :::raodmap\n") == ["3:6+7 there is no embed 'raodmap' [unknown-embed]"])
  }

  @Test func reportsNoNearMissInCode() {
    #expect(findings("```\n:::slos reads\n```\n\n    :::slos\n\n`:::slos`\n<div>\n:::slos\n").isEmpty)
  }

  @Test func reportsTwoColonsAndForeignForms() {
    #expect(findings("::slo reads\n") == ["1:1+2 an embed begins with three colons [embed-syntax]"])
    #expect(
      findings(":::slo{name=reads}\n") == ["1:4+3 the name of the embed 'slo' goes on with other text [embed-syntax]"])
    #expect(
      findings(":::slo[reads]\n") == ["1:4+3 the name of the embed 'slo' goes on with other text [embed-syntax]"])
  }
}

@Suite struct HostileDirectiveTests {
  @Test func aMegabyteOfDirectivesIsRead() {
    #expect(embedding(String(repeating: ":::slo x\n\n", count: 100_000)).value.embeds.count == 100_000)
  }

  @Test func manyEndsAndNearMissesAreRead() {
    #expect(embedding(String(repeating: "- :::slo x\n  :::\n\n", count: 5_000)).value.embeds.count == 5_000)
    #expect(embedding(String(repeating: ":::slos x\n\n", count: 9_000)).diagnostics.count == 9_000)
    #expect(embedding(String(repeating: ":::\n\n", count: 20_000)).value.embeds.isEmpty)
  }

  @Test func aLongLineIsRead() {
    for word in [" x", ":", "\"", " \"x\"", " =", " a=1", "\t\t"] {
      let line = ":::slo " + String(repeating: word, count: 120_000 / word.utf8.count) + "\n"
      #expect(embedding(line).diagnostics.count <= 1, "\(word)")
    }
    let options = (0..<10_000).map { " k\($0)=v" }.joined()
    #expect(embedding(":::slo x" + options).value.embeds.first?.options.count == 10_000)
  }

  @Test func aBlockOfDirectivesBeyondTheBoundIsRefused() {
    #expect(embedding(String(repeating: ":::slo x\n", count: 120_000)).diagnostics.map(\.rule) == [.markdownLimit])
  }
}

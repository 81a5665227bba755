package import Diagnostics

extension Rule {
  /// Every rule that rendering Markdown can find against.
  package static let markdown: [Rule] =
    includes + [
      markdownLimit, invalidUTF8, unsafeURL, unknownEmbed, embedSyntax, codeAttribute, unknownBlock, emptyBlock,
      unclosedContainer, strayEnd, missingAlt, unknownLanguage,
    ] + inlines + diagrams + foreign

  package static let markdownLimit = Rule(
    "markdown-limit", .error, "A Markdown file goes beyond what is safe to parse.",
    rationale: """
      The time that parsing takes grows with the square of some counts, such as the brackets in one paragraph. A file \
      beyond these bounds could hold up a build for hours, so it is shown as plain text instead. The bounds lie far \
      above what people write.
      """,
    remedy: "Split the block or the file that the message names, or put generated text into a fenced code block.")

  package static let invalidUTF8 = Rule(
    "invalid-utf8", .error, "A file is not well-formed UTF-8.",
    rationale: "Pages are published as UTF-8; bytes that are none would reach readers as replacement characters.",
    remedy: "Save the file as UTF-8, for example with `iconv -f latin1 -t utf-8`.")

  package static let unsafeURL = Rule(
    "unsafe-url", .error, "A URL runs a script or reads the reader's own files.",
    rationale: """
      `javascript:`, `vbscript:` and `data:` URLs run code in the reader's session, and `file:` URLs lead nowhere on a \
      published site. The URL is left out of the page.
      """,
    remedy: "Link to an `https:` URL or to a file of the site.",
    bad: "[Open the console](javascript:openConsole())",
    good: "[Open the console](https://console.example.com/)")

  package static let unknownEmbed = Rule(
    "unknown-embed", .error, "An embed asks for a piece that does not exist, with a name near one that does.",
    rationale: """
      A line that begins with colons and no known name is left as text, since other dialects use it for notes. So a \
      misspelt embed would be published as the line that was written.
      """,
    remedy: "Correct the name, or write a backslash before the colons of what is meant as text.",
    bad: ":::slos secrets-read-availability", good: ":::slo secrets-read-availability")

  package static let embedSyntax = Rule(
    "embed-syntax", .error, "An embed is not written in a way that can be read.",
    rationale: "The page would show the line as it is written, or leave out a part of what was asked for.",
    remedy: """
      Write three colons, the name, one argument, and options as key=value, all on one line and with blanks between \
      them; put what contains blanks into quotation marks.
      """,
    bad: ":::slo{secrets-read-availability}", good: ":::slo secrets-read-availability show=budget")

  package static let missingAlt = Rule(
    "missing-alt", .warning, "An image has no alternative text.",
    rationale: """
      Who cannot see the image, or has not loaded it, learns nothing from it, and nobody finds the page by what it shows.
      """,
    remedy: """
      Say in the brackets what the image tells. For one that only decorates, write `<img src="…" alt="">`, which tells \
      that it was meant.
      """,
    bad: "![](deployment.png)", good: "![A deployment waits for the approval of its owner](deployment.png)")

  package static let unknownLanguage = Rule(
    "unknown-language", .warning, in: .writing, "A code block names a language that is not known here.",
    rationale: """
      The block is shown as plain text. Often that is no fault of the document: the language is one that few people write. \
      So the rule is off until a site asks for it, and finds misspelt names then.
      """,
    remedy: "Correct the name, or write `text` for what is no code.",
    bad: "```ymal", good: "```yaml")

  package static let codeAttribute = Rule(
    "code-attribute", .warning, "What is written behind the language of a code block cannot be followed.",
    rationale: """
      A misspelt attribute, or a line that the block no longer has, leaves the reader without the title or the \
      highlight that the text speaks of. The block is shown without it.
      """,
    remedy: """
      Write attributes as key=value, lines as numbers and ranges from 1: `title="app.yaml"`, `{1,3-5}`, \
      `hl_lines="1 3-5"`, `linenums="1"`.
      """,
    bad: "```yaml titel=\"app.yaml\" {12}", good: "```yaml title=\"app.yaml\" {2}")

  package static let unknownBlock = Rule(
    "unknown-block", .warning, "A note or container has a type that no dialect knows.",
    rationale: """
      What a misspelt type stands for cannot be shown: its icon, its colour and its word are those of a plain note, \
      and a set of tabs or cards becomes plain text.
      """,
    remedy: "Correct the type.",
    bad: "!!! warnign", good: "!!! warning")

  package static let emptyBlock = Rule(
    "empty-block", .warning, "A note has no text.",
    rationale: """
      Readers see a frame with nothing in it. Mostly its text is there, but below it: a line that is not indented by \
      four columns ends an admonition.
      """,
    remedy: "Indent the text by four columns, or remove the note.",
    bad: "!!! note\nNot indented.", good: "!!! note\n    Indented.")

  package static let unclosedContainer = Rule(
    "unclosed-container", .warning, "Nothing closes a container of colons or slashes.",
    rationale: """
      Such a container goes on to the end of the page, or of the list item or quote that it stands in, and takes in \
      text that was not meant for it.
      """,
    remedy: "Write as many colons, alone on a line, where the container ends.",
    bad: ":::note\nFor some.\n\nFor all.", good: ":::note\nFor some.\n:::\n\nFor all.")

  package static let strayEnd = Rule(
    "stray-end", .warning, "A line of colons closes no container.",
    rationale: """
      Either the line is a leftover, or the container that it was meant for ended before it, with a list item or \
      because its colons are of another number. The line is left out of the page.
      """,
    remedy: "Remove the line, or give the line that opens the container as many colons.",
    bad: "For all.\n:::", good: ":::note\nFor some.\n:::")
}

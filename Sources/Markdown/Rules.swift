package import Diagnostics

extension Rule {
  /// Every rule that rendering Markdown can find against.
  package static let markdown: [Rule] = [markdownLimit, invalidUTF8, unsafeURL]

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
}

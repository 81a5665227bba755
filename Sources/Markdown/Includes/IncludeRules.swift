package import Diagnostics

extension Rule {
  /// What can be found against includes.
  static let includes: [Rule] = [includeMissing, includeOutside, includeCircle, includeLimit, includeSyntax]

  package static let includeMissing = Rule(
    "include-missing", .error, "A page includes a file, a region or lines that are not there.",
    rationale: "The page would be published with a hole where its text should be.",
    remedy: """
      Write the path from the content folder, from a folder under 'snippets' in portico.yaml, or from the file itself \
      with './'; mark a region in the file.
      """,
    bad: "--8<-- \"_snipets/support.md\"", good: "--8<-- \"_snippets/support.md\"")

  package static let includeOutside = Rule(
    "include-outside", .error, "An include leads out of the folders that may be included from.",
    rationale: """
      Whoever may write a page could otherwise publish any file of the machine that builds the site: keys, settings, \
      the pages of other teams.
      """,
    remedy: "Move the file into the content folder, or name its folder under 'snippets' in portico.yaml.",
    bad: "--8<-- \"/etc/passwd\"", good: "snippets: [../examples]")

  package static let includeCircle = Rule(
    "include-circle", .error, "A file includes itself, by way of others perhaps.",
    rationale: "The page would never end.", remedy: "Remove one of the includes, or take out the part that both need.")

  package static let includeLimit = Rule(
    "include-limit", .error, "A page includes more than is safe to render.",
    rationale: """
      Files that include one another twice each make, ten deep, a thousand copies; the bounds lie far above what people \
      write.
      """,
    remedy: "Divide the page, or write the text out.")

  package static let includeSyntax = Rule(
    "include-syntax", .error, "An include is not written in a way that can be read.",
    rationale: "The page would show the line as it is written.",
    remedy:
      "Write ':::include file#region', ':::include file lines=2-5', '--8<-- \"file:region\"' or '--8<-- \"file:2:5\"'.",
    bad: ":::include deploy.yaml lines=five", good: ":::include deploy.yaml lines=5")
}

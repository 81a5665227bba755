package import Diagnostics

extension Rule {
  /// The rules of what only other languages can run.
  static let foreign: [Rule] = [foreignSyntax]

  package static let foreignSyntax = Rule(
    "foreign-syntax", .warning, "A page holds a construct of another language, which is not run.",
    rationale: """
      What Liquid, Jinja, Hugo, Embedded Ruby, macros and components of JSX stand for is missing from the page. It is \
      shown as it was written where it stands for text, and left out where it only opens, closes or sets something.
      """,
    remedy: "Write the Markdown that it stands for, or put what is meant as text into backticks.",
    bad: "Deployed to {{ tenant() }}.", good: "Deployed to `example`.")
}

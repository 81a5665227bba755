package import Diagnostics

extension Rule {
  /// Those of diagrams.
  static let diagrams: [Rule] = [diagramUnavailable, diagramFailed]

  package static let diagramUnavailable = Rule(
    "diagram-unavailable", .warning, "A page has diagrams that this machine cannot draw.",
    rationale: """
      Diagrams are drawn while the site is built, by libraries that Portico opens when it meets the first. Where one is \
      missing, readers get the source of the diagram instead.
      """,
    remedy: """
      Run `make site`, which sets both libraries up, or install Graphviz's `libgvc6` and name merman's library in the \
      environment variable PORTICO_MERMAN.
      """)

  package static let diagramFailed = Rule(
    "diagram-failed", .warning, "The source of a diagram cannot be drawn.",
    rationale: """
      A diagram is drawn while the site is built, so that what is wrong with it is found by its author and not by its \
      readers, who get its source as code.
      """,
    remedy: "Correct the line that the finding names; put labels with brackets or other signs into quotation marks.",
    bad: "```mermaid\nflowchart LR\n  app[Your app (Go)] --> api\n```",
    good: "```mermaid\nflowchart LR\n  app[\"Your app (Go)\"] --> api\n```")
}

package import Diagnostics

extension Rule {
  /// The rules about what stands in a line of text.
  static let inlines: [Rule] = [unknownVariable, droppedAttribute, iconShortcode]

  package static let unknownVariable = Rule(
    "unknown-variable", .warning, "A text names a variable that the site does not have.",
    rationale: "Readers would see the name between its braces where a value was meant.",
    remedy: "Correct the name, add it to `variables` in portico.yaml, or write a backslash before the braces.",
    bad: "Clusters run in {{ regoin }}.", good: "Clusters run in {{ region }}.")

  package static let droppedAttribute = Rule(
    "dropped-attribute", .warning, "A list of attributes asks for something that is left out.",
    rationale: """
      Attributes that run scripts or hold styles do not work under a strict content security policy, and a list that \
      stands alone belongs to nothing. Without a word of it, the page would just not look as it was meant to.
      """,
    remedy: "Use a class that the theme knows; write the list right behind what it belongs to.",
    bad: "[Start](start.md){ style=\"color: red\" }", good: "[Start](start.md){ .md-button }")

  package static let iconShortcode = Rule(
    "icon-shortcode", .warning, "A text names icons of a font that the portal does not have.",
    rationale: "The portal loads no fonts and no files of others, so nothing stands where the icon was meant.",
    remedy: "Write an emoji, which every system draws, or leave the icon out; switch the rule off in an imported site.",
    bad: "Done :material-check:", good: "Done :white_check_mark:")
}

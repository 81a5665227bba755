package import Diagnostics

extension Rule {
  /// A text that is not YAML.
  package static let yamlSyntax = Rule(
    "yaml-syntax", .error, "A file or front matter is not well-formed YAML.",
    rationale:
      "What cannot be read is missing from the site: a page loses its title and owner, a catalogue its entities.",
    remedy: """
      Mend the place that the message names. Most often a value needs quotes, because it holds ': ' or ' #' or begins \
      with one of @ ` % * & ! { [ > |; or a line is indented with a tab, or not like its neighbours.
      """,
    bad: "title: Secrets: how to get them", good: "title: \"Secrets: how to get them\"")

  /// A text that would take too long or too much memory to read.
  package static let yamlLimit = Rule(
    "yaml-limit", .error, "A YAML file is larger, deeper or has more aliases than Portico reads.",
    rationale: "A few hundred bytes of aliases can stand for billions of values and stop a build.",
    remedy: """
      Stay within 5 MiB, 100,000 values with aliases expanded, 64 levels, 1,000 aliases, 16 merge keys (<<) in a chain \
      and 64 directives (%) a file: split the file, or write values out instead of nesting aliases.
      """)

  /// A key that a mapping has twice.
  package static let duplicateKey = Rule(
    "duplicate-key", .error, "A mapping has the same key twice.",
    rationale: "Only one of the two values can count (here the first), and readers of the file cannot tell which.",
    remedy: "Remove one of the two.",
    bad: "title: Secrets\ntitle: Vault", good: "title: Secrets")

  /// A key that nothing reads.
  package static let unknownKey = Rule(
    "unknown-key", .warning, "A mapping has a key that Portico does not know.",
    rationale: "A misspelt key is silently without effect.",
    remedy: "Correct the spelling, or remove the key.",
    bad: "titel: Secrets", good: "title: Secrets")

  /// A value of the wrong shape.
  package static let wrongType = Rule(
    "wrong-type", .error, "A value has the wrong type.",
    rationale: "The value is ignored, as though it had not been written.",
    remedy: "Write a value of the type that the message names.",
    bad: "draft: yes", good: "draft: true")

  /// A key that has to be there and is not.
  package static let missingKey = Rule(
    "missing-key", .error, "A required key is missing or has no value.",
    rationale: "Without it the page or entity cannot be shown as it should be.",
    remedy: "Add the key with a value.",
    bad: "kind: Capability\nmetadata: {}", good: "kind: Capability\nmetadata: {name: secrets}")

  /// A text that is not one of those that a key allows.
  package static let invalidValue = Rule(
    "invalid-value", .error, "A value is not one that its key allows.",
    rationale: "The value is ignored, as though it had not been written.",
    remedy: "Write a value of the form, or one of the choices, that the message names.",
    bad: "reviewed: 1 June 2026", good: "reviewed: 2026-06-01")

  /// The rules of reading YAML.
  package static let yaml: [Rule] = [
    yamlSyntax, yamlLimit, duplicateKey, unknownKey, wrongType, missingKey, invalidValue,
  ]
}

package import Diagnostics

extension Rule {
  /// The rules for templates.
  package static let templates: [Rule] = [
    .templateSyntax, .unknownName, .missingPartial, .unescapedText, .unwritableValue, .templateRecursion,
  ]

  static let templateSyntax = Rule(
    "template-syntax", .error, "A template is not well-formed Mustache.",
    rationale:
      "A tag or section that does not end leaves open what the rest of the file means, so nothing of it is used.",
    remedy: "Close every tag and every section, the innermost first.",
    bad: "{{#next}}<a href=\"{{url}}\">{{title}}</a>",
    good: "{{#next}}<a href=\"{{url}}\">{{title}}</a>{{/next}}")

  static let unknownName = Rule(
    "unknown-name", .error, "A template asks for a name that no model there has.",
    rationale:
      "A name that nothing answers to is written as nothing, on every page, and no reader can tell what is missing.",
    remedy: "Write one of the names that the model has, or open the section of the model that has it.",
    bad: "<h1>{{titel}}</h1>",
    good: "<h1>{{title}}</h1>")

  static let missingPartial = Rule(
    "missing-partial", .error, "A template includes one that is not there.",
    rationale: "The part of the page that it would have written is missing.",
    remedy: "Correct the name, or add the file below partials/ (or layouts/, for a parent).",
    bad: "{{> navigaton}}",
    good: "{{> navigation}}")

  static let unescapedText = Rule(
    "unescaped-text", .error, "A template writes a text or a URL unescaped.",
    rationale:
      "A '<' or '&' in the text then becomes markup: at best a broken page, at worst a script of someone else's.",
    remedy: "Write {{name}}. HTML is written as it is that way too, and needs no other tag.",
    bad: "<title>{{{title}}}</title>",
    good: "<title>{{title}}</title>")

  static let unwritableValue = Rule(
    "unwritable-value", .error, "A template writes a flag, a list or a record as if it were text.",
    rationale: "Such a value has no text of its own, so what the page shows there is not what was meant.",
    remedy: "Open a section over it and write the names within.",
    bad: "<p>{{owner}}</p>",
    good: "<p>{{#owner}}{{name}}{{/owner}}</p>")

  static let templateRecursion = Rule(
    "template-recursion", .error, "A template includes itself without a section that could end it.",
    rationale: "Rendering it never comes to an end; it is cut off at a depth of 100.",
    remedy: "Put the partial that leads back into a section over something that runs out, such as children.",
    bad: "<li>{{title}}{{> entry}}</li>",
    good: "<li>{{title}}{{#children}}{{> entry}}{{/children}}</li>")
}

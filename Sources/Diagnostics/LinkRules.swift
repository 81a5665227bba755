// Rules that are checked in the content and in the published files alike.
extension Rule {
  package static let brokenLink = Rule(
    "broken-link", .error, "A link or image leads to nothing that the site publishes.",
    rationale: "A reader who meets one dead end stops trusting the other links.",
    remedy:
      "Write the path of the page's or file's source relative to this file, or from the content folder with a leading '/'.",
    bad: "See [setup](setpu.md).", good: "See [setup](setup.md).")

  package static let brokenAnchor = Rule(
    "broken-anchor", .error, "A link names a part of a page that the page does not have.",
    rationale: "The reader lands at the top of a long page and has to search for what the link promised.",
    remedy: "Use the id of a heading: its text in lower case, spaces as hyphens, punctuation dropped.",
    bad: "[limits](setup.md#Limits!)", good: "[limits](setup.md#limits)")
}

import Bytes

extension ScorecardRule {
  static let links = ScorecardRule(
    "links", .understand, level: 0, "No link on its pages is broken",
    rationale: "A guide is as good as its next step; a link to nothing ends it.",
    remedy: "Run 'portico check' and mend the links that it reports for these pages."
  ) { facts in
    facts.brokenLinks == 0 ? .pass("all lead somewhere") : .fail(Phrase(count: facts.brokenLinks, "broken link"))
  }
}

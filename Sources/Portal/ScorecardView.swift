import Bytes
import Platform
import SiteModel
import Templates

/// The scorecard of one capability.
struct ScorecardView: Sendable {
  let card: Scorecard
  let planner: DomainPlanner
  let context: PlanContext

  init(_ capability: Capability, _ planner: DomainPlanner, _ context: PlanContext) {
    card = Scorecard(CapabilityFacts(capability, planner, context), policy: planner.policy)
    self.planner = planner
    self.context = context
  }

  static let schema = Schema<ScorecardView>(
    "scorecard",
    [
      .text("level") { view in view.card.level.map { view.planner.policy.levels[$0] } },
      .text("next") { view in view.nextLevel.map { view.planner.policy.levels[$0] } },
      .list("missing", ScorecardEntryView.schema) { $0.missing },
      .list("questions", ScorecardGroup.schema) { $0.questions },
      .text("href") { $0.context.link(folder: DomainPlanner.scorecardFolder)?.href },
    ])

  /// The level above the one that was reached; nil at the top.
  private var nextLevel: Int? {
    let next = card.level.map { $0 + 1 } ?? 0
    return next < planner.policy.levels.count ? next : nil
  }

  /// What stands between the capability and its next level.
  private var missing: [ScorecardEntryView] {
    guard let nextLevel else { return [] }
    return card.entries.filter { $0.level <= nextLevel && [.fail, .notMeasured].contains($0.finding.verdict) }.map(view)
  }

  private var questions: [ScorecardGroup] {
    ScorecardQuestion.allCases.map { question in
      ScorecardGroup(question: question, entries: card.entries.filter { $0.rule.question == question }.map(view))
    }.filter { !$0.entries.isEmpty }
  }

  private func view(_ entry: Scorecard.Entry) -> ScorecardEntryView {
    ScorecardEntryView(
      entry: entry, level: planner.policy.levels[entry.level],
      href: context.link(folder: DomainPlanner.scorecardFolder, fragment: entry.rule.id)?.href)
  }
}

/// What one rule says of the capability.
private struct ScorecardEntryView: Sendable {
  let entry: Scorecard.Entry
  let level: String
  /// What the rule is for and what to do.
  let href: String?

  static let schema = Schema<ScorecardEntryView>(
    "scorecard entry",
    [
      .phrase("title") { $0.entry.rule.title },
      .record("verdict", verdictSchema) { $0.entry.finding.verdict },
      .phrase("reason") { $0.entry.finding.reason },
      .phrase("remedy") { $0.entry.rule.remedy },
      .text("level") { $0.level },
      .text("href") { $0.href },
    ])
}

/// The rules of one question.
private struct ScorecardGroup: Sendable {
  let question: ScorecardQuestion
  let entries: [ScorecardEntryView]

  static let schema = Schema<ScorecardGroup>(
    "scorecard question",
    [
      .text("id") { $0.question.rawValue },
      .phrase("title") { $0.question.label },
      .text("passed") { String($0.count(of: .pass)) },
      .text("asked") { String($0.entries.count - $0.count(of: .notApplicable)) },
      .list("entries", ScorecardEntryView.schema) { $0.entries },
    ])

  private func count(of verdict: ScorecardFinding.Verdict) -> Int {
    entries.count { $0.entry.finding.verdict == verdict }
  }
}

let verdictSchema = Schema<ScorecardFinding.Verdict>(
  "verdict", [.text("id") { $0.rawValue }, .phrase("label") { $0.label }])

extension ScorecardQuestion {
  var label: Phrase {
    switch self {
    case .understand: "Can developers understand it?"
    case .trust: "Can they trust it?"
    case .value: "Do they get value quickly?"
    }
  }
}

extension ScorecardFinding.Verdict {
  var label: Phrase {
    switch self {
    case .pass: "Pass"
    case .fail: "Fail"
    case .notApplicable: "Not applicable"
    case .notMeasured: "Not measured"
    }
  }
}

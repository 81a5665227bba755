import Bytes
import Platform
import SiteModel
import Templates

extension DomainPlanner {
  static let scorecardFolder = "scorecard"

  /// The scorecards of all capabilities on one page, with what each rule is for.
  func scorecardPlans() -> [PagePlan] {
    guard !catalogue.capabilities.isEmpty, !policy.rules.isEmpty else { return [] }
    var plan = PagePlan(folder: DomainPlanner.scorecardFolder, title: "Scorecard", layout: "scorecard") { context in
      ScorecardsView.schema.value(ScorecardsView(planner: self, context: context))
    }
    plan.description = "How the capabilities do by what developers need: to understand, to trust, to get value quickly."
    plan.anchors = Set(policy.rules.map(\.rule.id))
    return [plan]
  }
}

/// The scorecards of all capabilities.
struct ScorecardsView: Sendable {
  private let policy: ScorecardPolicy
  private let rows: [ScorecardRow]

  init(planner: DomainPlanner, context: PlanContext) {
    policy = planner.policy
    rows = planner.catalogue.capabilities.map { capability in
      let card = Scorecard(CapabilityFacts(capability, planner, context), policy: planner.policy)
      return ScorecardRow(
        title: capability.metadata.displayName,
        href: context.link(folder: planner.folder(of: capability), fragment: "_scorecard")?.href,
        level: card.level.map { planner.policy.levels[$0] }, entries: card.entries)
    }
  }

  static let schema = Schema<ScorecardsView>(
    "scorecards",
    [
      .list("levels", ScorecardLevel.schema) { $0.levels },
      .list("questions", ScorecardColumns.schema) { view in
        ScorecardQuestion.allCases.map { ScorecardColumns(question: $0, rules: view.rules(of: $0), all: view.rows) }
          .filter { !$0.rules.isEmpty }
      },
      .list("rows", ScorecardRow.schema) { $0.rows },
    ])

  /// From the highest; what reached none comes last.
  private var levels: [ScorecardLevel] {
    let reached = policy.levels.reversed().map { name in
      ScorecardLevel(name: Phrase(verbatim: name), count: rows.count { $0.level == name })
    }
    let none = rows.count { $0.level == nil }
    return reached + (none == 0 ? [] : [ScorecardLevel(name: "No level yet", count: none)])
  }

  private func rules(of question: ScorecardQuestion) -> [ScorecardRuleView] {
    policy.rules.indices.filter { policy.rules[$0].rule.question == question }.map { index in
      ScorecardRuleView(
        rule: policy.rules[index].rule, level: policy.levels[policy.rules[index].level], index: index, rows: rows)
    }
  }
}

/// How many capabilities reached a level.
private struct ScorecardLevel: Sendable {
  let name: Phrase
  let count: Int

  static let schema = Schema<ScorecardLevel>(
    "scorecard level", [.phrase("name") { $0.name }, .text("count") { String($0.count) }])
}

/// A capability with what every rule says of it.
private struct ScorecardRow: Sendable {
  let title: String
  let href: String?
  let level: String?
  let entries: [Scorecard.Entry]

  static let schema = Schema<ScorecardRow>(
    "scorecard row",
    [
      .text("title") { $0.title },
      .text("href") { $0.href },
      .text("level") { $0.level },
      .list("cells", cellSchema) { $0.entries.map(\.finding) },
      .list("questions", tallySchema) { row in ScorecardQuestion.allCases.map { row.tally(of: $0) } },
    ])

  func entries(of question: ScorecardQuestion) -> [Scorecard.Entry] { entries.filter { $0.rule.question == question } }

  private func tally(of question: ScorecardQuestion) -> (passed: Int, asked: Int) {
    let verdicts = entries(of: question).map(\.finding.verdict)
    return (verdicts.count { $0 == .pass }, verdicts.count { $0 != .notApplicable })
  }
}

private let tallySchema = Schema<(passed: Int, asked: Int)>(
  "scorecard tally", [.text("passed") { String($0.passed) }, .text("asked") { String($0.asked) }])

/// A pass needs no reason here, where what lacks should stand out: the capability's own page has it.
private let cellSchema = Schema<ScorecardFinding>(
  "scorecard cell",
  [.record("verdict", verdictSchema) { $0.verdict }, .phrase("reason") { $0.verdict == .pass ? nil : $0.reason }])

/// A question with its rules, and what they say of every capability.
private struct ScorecardColumns: Sendable {
  let question: ScorecardQuestion
  let rules: [ScorecardRuleView]
  let all: [ScorecardRow]

  static let schema = Schema<ScorecardColumns>(
    "scorecard question",
    [
      .text("id") { $0.question.rawValue },
      .phrase("title") { $0.question.label },
      .list("rules", ScorecardRuleView.schema) { $0.rules },
      .list("rows", ScorecardRow.schema) { columns in
        columns.all.map { row in
          ScorecardRow(
            title: row.title, href: row.href, level: row.level, entries: row.entries(of: columns.question))
        }
      },
    ])
}

/// A rule with what it is for, and how the capabilities do by it.
private struct ScorecardRuleView: Sendable {
  let rule: ScorecardRule
  let level: String
  /// Of the rule's entry in every scorecard.
  let index: Int
  let rows: [ScorecardRow]

  static let schema = Schema<ScorecardRuleView>(
    "scorecard rule",
    [
      .text("id") { $0.rule.id },
      .phrase("name") { Phrase(words: Document.readableName($0.rule.id)) },
      .phrase("title") { $0.rule.title },
      .phrase("rationale") { $0.rule.rationale },
      .phrase("remedy") { $0.rule.remedy },
      .text("level") { $0.level },
      .flag("isAsked") { view in view.rows.count > view.capabilities(.notApplicable).count },
      .text("passed") { String($0.capabilities(.pass).count) },
      .text("asked") { view in String(view.rows.count - view.capabilities(.notApplicable).count) },
      .list("failed", ScorecardRow.schema) { $0.capabilities(.fail) },
      .list("unmeasured", ScorecardRow.schema) { $0.capabilities(.notMeasured) },
    ])

  private func capabilities(_ verdict: ScorecardFinding.Verdict) -> [ScorecardRow] {
    rows.filter { $0.entries[index].finding.verdict == verdict }
  }
}

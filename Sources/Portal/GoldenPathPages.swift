import Bytes
import Platform
import SiteModel
import Templates

/// The pages of software templates and of teams.
extension DomainPlanner {
  /// A template in a file of its own name has its folder; any other lies below the index.
  func folder(of template: SoftwareTemplate) -> String {
    let path = documents[template.origin].path
    let folder = ContentPath.folder(of: path)
    let isFirst = catalogue.templates.first { documents[$0.origin].path == path }?.origin == template.origin
    return ContentPath.stem(of: path) == "template" && isFirst && !["", "templates"].contains(folder)
      ? folder : "templates/" + address(template.reference)
  }

  func folder(of team: Team) -> String { "teams/" + address(team.reference) }

  func templatePlans() -> [PagePlan] {
    guard !catalogue.templates.isEmpty else { return [] }
    let index = PagePlan(folder: "templates", title: "Templates", layout: "templates") { context in
      TemplateIndexView.schema.value(TemplateIndexView(planner: self, context: context))
    }
    return [index] + catalogue.templates.map(plan)
  }

  func teamPlans() -> [PagePlan] {
    guard !catalogue.teams.isEmpty else { return [] }
    let index = PagePlan(folder: "teams", title: "Teams", layout: "teams") { context in
      TeamIndexView.schema.value(TeamIndexView(planner: self, context: context))
    }
    return [index] + catalogue.teams.map(plan)
  }

  private func plan(_ template: SoftwareTemplate) -> PagePlan {
    var plan = PagePlan(
      folder: folder(of: template), title: Phrase(verbatim: template.metadata.displayName), layout: "template"
    ) { context in
      TemplateView.schema.value(TemplateView(template: template, planner: self, context: context))
    }
    plan.description = template.metadata.paragraphs.first.map { Phrase(verbatim: $0) }
    plan.source = source(template.origin, template.metadata)
    plan.references = placeholders.references[template.origin]
    plan.anchors = TemplateView.anchors
    return plan
  }

  private func plan(_ team: Team) -> PagePlan {
    var plan = PagePlan(folder: folder(of: team), title: Phrase(verbatim: team.displayName), layout: "team") {
      context in
      TeamView.schema.value(TeamView(team: team, planner: self, context: context))
    }
    plan.description = team.group.metadata.paragraphs.first.map { Phrase(verbatim: $0) }
    plan.source = source(team.group.origin, team.group.metadata)
    plan.references = placeholders.references[team.group.origin]
    plan.anchors = TeamView.anchors
    return plan
  }
}

extension Metadata {
  /// The paragraphs of the description, each on one line.
  var paragraphs: [String] { (description ?? "").paragraphs }
}

extension String {
  /// The runs of lines between blank lines, each on one line.
  var paragraphs: [String] {
    var paragraphs: [[Substring]] = [[]]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    return paragraphs.filter { !$0.isEmpty }.map { lines in
      lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
    }
  }
}

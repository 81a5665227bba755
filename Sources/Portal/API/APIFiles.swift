import Platform
import SiteModel

/// The files of the API that tell of the platform.
extension DomainPlanner {
  /// All of them, so that programs find a list, and be it an empty one, wherever there is a platform.
  var apiFiles: [APIFile] {
    [
      file("capabilities", "Capabilities", catalogue.capabilities, CapabilityEntry.init),
      file("slos", "Service levels", catalogue.serviceLevels, ServiceLevelEntry.init),
      file("roadmap", "Roadmap", catalogue.roadmaps, RoadmapEntry.init),
      file("paths", "Onboarding paths", catalogue.paths, PathEntry.init),
      file("templates", "Software templates", catalogue.templates, TemplateEntry.init),
      file("catalog", "Catalogue entities", catalogue.entities, EntityEntry.init),
      file("teams", "Teams", catalogue.teams, TeamEntry.init),
      file("incidents", "Incidents and planned work", catalogue.records.incidents, IncidentEntry.init),
      file("changes", "Changes", catalogue.records.changes, ChangeEntry.init),
      file("decisions", "Decisions", catalogue.records.decisions, DecisionEntry.init),
    ]
  }

  private func file<Member: Sendable, Entry: APIRecord>(
    _ name: String, _ title: String, _ members: [Member],
    _ entry: @escaping @Sendable (Member, DomainPlanner, PlanContext) -> Entry
  ) -> APIFile {
    APIFile(list: name, title: title) { context in members.map { entry($0, self, context) } }
  }
}

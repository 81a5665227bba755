import Platform
import SiteModel
import YAML

/// The files of the API that tell of the platform.
extension DomainPlanner {
  func apiPlans() -> [FilePlan] { apiFiles.flatMap(\.plans) }

  private var apiFiles: [APIFile] {
    var files: [APIFile] = []
    func add<Member, Entry: APIRecord>(
      _ name: String, _ title: String, _ members: [Member],
      _ entry: @escaping @Sendable (Member, DomainPlanner, PlanContext) -> Entry
    ) where Member: Sendable {
      guard !members.isEmpty else { return }
      files.append(APIFile(list: name, title: title) { context in members.map { entry($0, self, context) } })
    }
    add("capabilities", "Capabilities", catalogue.capabilities, CapabilityEntry.init)
    add("slos", "Service levels", catalogue.serviceLevels, ServiceLevelEntry.init)
    add("roadmap", "Roadmap", catalogue.roadmaps, RoadmapEntry.init)
    add("paths", "Onboarding paths", catalogue.paths, PathEntry.init)
    add("templates", "Software templates", catalogue.templates, TemplateEntry.init)
    add("catalog", "Catalogue entities", catalogue.entities, EntityEntry.init)
    add("teams", "Teams", catalogue.teams, TeamEntry.init)
    return files
  }
}

import Platform
import SiteModel
import Templates

/// An owner by name, with the page of the team where it has one.
struct OwnerLink: Sendable {
  let title: String
  let href: String?

  init(_ reference: String, _ planner: DomainPlanner, _ context: PlanContext) {
    title = planner.catalogue.ownerName(reference)
    href = planner.catalogue.team(reference).flatMap { context.link(folder: planner.folder(of: $0))?.href }
  }

  static let schema = Schema<OwnerLink>("owner", [.text("title") { $0.title }, .text("href") { $0.href }])
}

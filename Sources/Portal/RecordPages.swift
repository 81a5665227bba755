import Bytes
import Diagnostics
import Platform
import SiteModel
import Templates
import YAML

extension RecordPage {
  /// - Returns: nil for a page that is no record.
  init?(_ document: Document) {
    let matter = document.frontMatter
    guard let details = matter.details else { return nil }
    self.init(
      path: document.path, title: document.title, description: matter.description, capability: matter.capability,
      reviewed: matter.reviewed,
      sections: document.textByHeading,
      span: SourceSpan(path: document.displayPath), details: details)
  }
}

/// The pages of incidents and planned work.
extension DomainPlanner {
  var incidentsFolder: String { folder(of: catalogue.records.incidents.map(\.page), otherwise: "incidents") }

  func incidentPlans() -> [PagePlan] {
    let incidents = catalogue.records.incidents
    guard !incidents.isEmpty else { return [] }
    var index = PagePlan(folder: incidentsFolder, title: "Incidents", layout: "incidents") { context in
      IncidentsView.schema.value(IncidentsView(planner: self, context: context))
    }
    index.description = "What went wrong, what is planned, and how long repairs took."
    let plans = incidents.enumerated().map { place, incident in
      var plan = PagePlan(record: incident.page, layout: "incident") { context in
        IncidentView.schema.value(IncidentView(incident: incident, planner: self, context: context))
      }
      plan.weight = place
      return plan
    }
    return [index] + plans.inOrder
  }

  /// The folder that all pages of a kind lie in; the usual one where they lie in several or at the top.
  func folder(of pages: [RecordPage], otherwise usual: String) -> String {
    let folders = Set(
      pages.map { page in
        let folder = ContentPath.folder(of: page.path)
        return ContentPath.stem(of: page.path) == "index" ? ContentPath.folder(of: folder) : folder
      })
    guard folders.count == 1, let folder = folders.first, !folder.isEmpty else { return usual }
    return folder
  }
}

extension [PagePlan] {
  /// The same plans, which navigation and neighbours show in this order.
  var inOrder: [PagePlan] {
    enumerated().map { index, plan in
      var plan = plan
      plan.weight = index
      return plan
    }
  }
}

extension PagePlan {
  /// The page of a record in a layout of its kind.
  init(record: RecordPage, layout: String, data: @escaping @Sendable (PlanContext) -> Value) {
    self.init(folder: ContentPath.folder(of: record.path), title: record.title, layout: layout, data: data)
    document = record.path
  }
}

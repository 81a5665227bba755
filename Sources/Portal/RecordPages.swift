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
      reviewed: matter.reviewed?.value,
      sections: document.textByHeading,
      span: SourceSpan(path: document.displayPath), details: details)
  }
}

/// The pages of incidents, decisions and changes.
extension DomainPlanner {
  var incidentsFolder: String { folder(of: catalogue.records.incidents.map(\.page), otherwise: "incidents") }

  var changesFolder: String { folder(of: catalogue.records.changes.map(\.page), otherwise: "changes") }

  func recordPlans() -> [PagePlan] {
    let records = catalogue.records
    return plans(
      records.incidents, "incident", "What went wrong, what is planned, and how long repairs took.", page: \.page,
      list: { IncidentsView.schema.value(IncidentsView(planner: self, context: $0)) },
      each: { IncidentView.schema.value(IncidentView(incident: $0, planner: self, context: $1)) })
      + plans(
        records.decisions, "decision", "What was decided about the platform, and why.", page: \.page,
        list: { DecisionsView.schema.value(DecisionsView(planner: self, context: $0)) },
        each: { DecisionView.schema.value(DecisionView(decision: $0, planner: self, context: $1)) })
      + plans(
        records.changes, "change", "What is new or different, and what you have to do about it.", page: \.page,
        list: { ChangesView.schema.value(ChangesView(planner: self, context: $0)) },
        each: { ChangeView.schema.value(ChangeView(change: $0, planner: self, context: $1)) })
  }

  /// The list of all records of a kind, and the page of each, which navigation and neighbours show in their order.
  private func plans<Record: Sendable>(
    _ records: [Record], _ kind: String, _ description: Phrase, page: (Record) -> RecordPage,
    list: @escaping @Sendable (PlanContext) -> Value, each: @escaping @Sendable (Record, PlanContext) -> Value
  ) -> [PagePlan] {
    guard !records.isEmpty else { return [] }
    let folder = folder(of: records.map(page), otherwise: kind + "s")
    var index = PagePlan(
      folder: folder, title: Phrase(words: Document.readableName(kind + "s")), layout: kind + "s", data: list)
    index.description = description
    let plans = records.enumerated().map { place, record in
      let page = page(record)
      var plan = PagePlan(document: page.path, title: Phrase(verbatim: page.title), layout: kind) { each(record, $0) }
      plan.weight = place
      return plan
    }
    return [index] + plans
  }

  /// The folder that all pages of a kind lie in; the usual one where they lie in several or at the top.
  private func folder(of pages: [RecordPage], otherwise usual: String) -> String {
    let folders = Set(
      pages.map { page in
        let folder = ContentPath.folder(of: page.path)
        return ContentPath.stem(of: page.path) == "index" ? ContentPath.folder(of: folder) : folder
      })
    guard folders.count == 1, let folder = folders.first, !folder.isEmpty else { return usual }
    return folder
  }
}

import Bytes
import Platform
import SiteModel
import YAML

/// The calendars of the platform: what its users have to know of, for all of it and for each capability, and what its
/// owners have to read again.
///
/// One without an event is left out: the format asks for one at least.
extension DomainPlanner {
  func calendars(for pages: [Document]) -> [Calendar] {
    let records = catalogue.records
    let all = occasions(
      records.incidents, records.changes, catalogue.capabilities,
      calendar: ("feeds/calendar", "Planned work and deadlines", ["", incidentsFolder, changesFolder]))
    let each = catalogue.capabilities.compactMap { capability in
      occasions(
        catalogue.incidents(of: capability), catalogue.changes(of: capability), [capability],
        calendar: (
          "feeds/capabilities/" + capability.metadata.name.value, capability.metadata.displayName,
          [folder(of: capability)]
        ))
    }
    return [all, reviews(of: pages)].compactMap { $0 } + each
  }

  private func occasions(
    _ incidents: [Incident], _ changes: [Change], _ capabilities: [Capability],
    calendar: (path: String, title: String, folders: Set<String>)
  ) -> Calendar? {
    let works = incidents.filter(\.isMaintenance)
    let actions = changes.filter { $0.action?.by != nil }
    let farewells = capabilities.filter { $0.sunset != nil }
    guard !works.isEmpty || !actions.isEmpty || !farewells.isEmpty else { return nil }
    return Calendar(path: calendar.path, title: calendar.title, folders: calendar.folders) { context in
      works.compactMap { event(for: $0, context) } + actions.compactMap { event(for: $0, context) }
        + farewells.compactMap { event(for: $0, context) }
    }
  }

  private func event(for work: Incident, _ context: PlanContext) -> CalendarEvent? {
    guard let window = work.planned, let url = context.link(document: work.page.path)?.href else { return nil }
    return CalendarEvent(
      kind: "maintenance", title: "\(work.page.title) (\(work.severity.label.english.lowercased()))",
      time: .span(window),
      url: url, description: work.page.description)
  }

  private func event(for change: Change, _ context: PlanContext) -> CalendarEvent? {
    guard let action = change.action, let day = action.by, let url = context.link(document: change.page.path)?.href
    else { return nil }
    return CalendarEvent(
      kind: "action", title: "Last day: \(action.what)", time: .day(day), url: url, description: change.page.title)
  }

  private func event(for capability: Capability, _ context: PlanContext) -> CalendarEvent? {
    guard let day = capability.sunset, let url = context.link(folder: folder(of: capability))?.href else { return nil }
    let next = capability.replacedBy.flatMap { catalogue.capability($0.value)?.metadata.displayName }
    return CalendarEvent(
      kind: "sunset", title: "\(capability.metadata.displayName) ends", time: .day(day), url: url,
      description: next.map { "Replaced by \($0)." })
  }

  private func reviews(of pages: [Document]) -> Calendar? {
    let due = pages.compactMap { page in page.frontMatter.reviewedUntil.map { (page: page, day: $0) } }
    guard !due.isEmpty else { return nil }
    return Calendar(path: "feeds/reviews", title: "Reviews due", folders: [Self.scorecardFolder]) { context in
      due.compactMap { page, day in
        context.link(document: page.path).map { link in
          let keeper = page.frontMatter.owner.map { "Owner: \(owner($0.value)?.name ?? $0.value)" }
          return CalendarEvent(
            kind: "review", title: "Review: \(page.title)", time: .day(day), url: link.href, description: keeper)
        }
      }
    }
  }
}

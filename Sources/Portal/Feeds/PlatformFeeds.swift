import Bytes
import Platform
import SiteModel
import YAML

/// The feeds of the platform: what changes, what goes wrong, what comes, and all of it for each capability.
extension DomainPlanner {
  var feeds: [Feed] {
    let records = catalogue.records
    var feeds: [Feed] = []
    if !records.changes.isEmpty {
      feeds.append(
        Feed(path: "feeds/changes", title: "Changes", folder: changesFolder) { entries(of: records.changes, $0) })
    }
    if !records.incidents.isEmpty {
      feeds.append(
        Feed(path: "feeds/incidents", title: "Incidents and planned work", folder: incidentsFolder) {
          entries(of: records.incidents, $0)
        })
    }
    for roadmap in catalogue.roadmaps {
      let folder = folder(of: roadmap)
      feeds.append(
        Feed(path: "feeds/" + folder, title: roadmap.metadata.displayName, folder: folder) { context in
          roadmap.items.compactMap { entry(for: $0, of: roadmap, context) }
        })
    }
    return feeds + catalogue.capabilities.map(feed)
  }

  private func feed(of capability: Capability) -> Feed {
    Feed(
      path: "feeds/capabilities/" + capability.metadata.name.value, title: capability.metadata.displayName,
      folder: folder(of: capability)
    ) { context in
      entries(of: catalogue.incidents(of: capability), context)
        + entries(of: catalogue.changes(of: capability), context)
        + catalogue.roadmapItems(of: capability).compactMap { entry(for: $0.item, of: $0.roadmap, context) }
    }
  }

  private func entries(of changes: [Change], _ context: PlanContext) -> [FeedEntry] {
    changes.compactMap { change in
      FeedEntry(
        change.page, updated: Instant(startOf: change.date), facts: change.facts,
        tags: ["Change"] + (change.isBreaking ? ["Breaking"] : []), context)
    }
  }

  private func entries(of incidents: [Incident], _ context: PlanContext) -> [FeedEntry] {
    incidents.compactMap { incident in
      let state = incident.state(on: context.asOf)
      return FeedEntry(
        incident.page, updated: incident.lastMoment, facts: incident.facts(state),
        tags: [
          incident.isMaintenance ? "Planned work" : "Incident", incident.severity.label.english, state.label.english,
        ], context)
    }
  }

  private func entry(for item: Roadmap.Item, of roadmap: Roadmap, _ context: PlanContext) -> FeedEntry? {
    context.link(folder: folder(of: roadmap), fragment: item.anchor).map { link in
      FeedEntry(
        title: "\(item.horizon.label.english): \(item.title)", url: link.href,
        updated: Instant(startOf: item.shipped ?? roadmap.updated), summary: item.facts(asOf: context.asOf),
        content: nil, tags: ["Roadmap", item.horizon.label.english])
    }
  }
}

extension FeedEntry {
  /// The entry of a record, which is no newer than the day: what is to come was announced before.
  ///
  /// - Returns: nil where its page is not published.
  fileprivate init?(
    _ record: RecordPage, updated: Instant, facts: [String], tags: [String], _ context: PlanContext
  ) {
    guard let link = context.link(document: record.path) else { return nil }
    self.init(
      title: record.title, url: link.href, updated: min(updated, Instant(startOf: context.asOf)),
      summary: ([record.description].compactMap { $0 } + facts).joined(separator: " "),
      content: context.html(document: record.path), tags: tags)
  }
}

extension Change {
  fileprivate var facts: [String] {
    let breaking = isBreaking ? "Breaking." : nil
    let action = action.map { action in
      "What to do\(action.by.map { " by \($0.iso)" } ?? ""): \(action.what)"
    }
    return ["From \(date.iso) on.", breaking, action].compactMap { $0 }
  }
}

extension Incident {
  /// When something last happened to it.
  fileprivate var lastMoment: Instant {
    planned?.lowerBound ?? [detected, declared, repaired, resolved].compactMap { $0 }.max() ?? detected
  }

  fileprivate func facts(_ state: State) -> [String] {
    if let planned {
      return [
        "\(state.label.english): from \(planned.lowerBound.text) to \(planned.upperBound.text). \(severity.label.english)."
      ]
    }
    let lasted = duration.map { " for \($0.secondsInWords)" } ?? ""
    return ["\(state.label.english). \(severity.label.english)\(lasted), from \((started ?? detected).text)."]
  }
}

extension Roadmap.Item {
  /// How the item stands and what it is for, in sentences.
  fileprivate func facts(asOf today: CalendarDate) -> String {
    let late = isLate(asOf: today) ? ", late" : ""
    let status =
      switch horizon {
      case .shipped: shipped.map { "Shipped on \($0.iso)." }
      case .dropped: reason.map { "Dropped: \($0)" }
      case .now, .next, .later: target.map { "Aimed at \($0.text)\(late)." }
      }
    return [status, outcome, "Why: \(problem)"].compactMap { $0 }.joined(separator: " ")
  }
}

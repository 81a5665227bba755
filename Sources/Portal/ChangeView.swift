import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of a change, and the change in lists.
struct ChangeView: Sendable {
  let change: Change
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<ChangeView>(
    "change",
    [
      .text("title") { $0.change.page.title },
      .text("href") { $0.context.link(document: $0.change.page.path)?.href },
      .text("language") { $0.context.recordLanguage },
      .text("description") { $0.change.page.description },
      .phrase("date") { $0.change.date.label },
      .flag("isToCome") { $0.change.date > $0.context.asOf },
      .flag("isBreaking") { $0.change.isBreaking },
      .record("capability", PageLink.schema) { $0.planner.capability(of: $0.change.page, $0.context) },
      .record("action", ActionView.schema) { view in
        view.change.action.map { ActionView(action: $0, today: view.context.asOf) }
      },
    ])
}

/// What users have to do about a change.
private struct ActionView: Sendable {
  let action: Change.Action
  let today: CalendarDate

  static let schema = Schema<ActionView>(
    "action",
    [
      .html("what") { InlineMarkdown.html($0.action.what) },
      .phrase("by") { $0.action.by?.label },
      .flag("isOverdue") { $0.action.isOverdue(asOf: $0.today) },
    ])
}

/// The list of all changes.
struct ChangesView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<ChangesView>(
    "changes",
    [
      .list("due", ChangeView.schema) { $0.planner.views($0.due, $0.context) },
      .list("months", monthSchema) { $0.months },
      .list("years", monthSchema) { RecordGroup.years(of: $0.months) },
    ])

  private static let monthSchema = RecordGroup.schema(ChangeView.schema)

  private var months: [RecordGroup<ChangeView>] {
    RecordGroup.byMonth(planner.views(changes, context)) { $0.change.date }
  }

  private var changes: [Change] { planner.catalogue.records.changes }

  /// What users have to do by a day that is still to come, the soonest first.
  private var due: [Change] {
    let open = changes.reversed().filter { change in
      change.action.map { $0.by != nil && !$0.isOverdue(asOf: context.asOf) } ?? false
    }
    return open.enumerated().sorted { left, right in
      guard let first = left.element.action?.by, let second = right.element.action?.by else { return false }
      return (first, left.offset) < (second, right.offset)
    }.map(\.element)
  }
}

extension DomainPlanner {
  /// Changes as a page shows them.
  func views(_ changes: [Change], _ context: PlanContext) -> [ChangeView] {
    changes.map { ChangeView(change: $0, planner: self, context: context) }
  }

  /// The capability that a record is about; nil where it names none that exists.
  func capability(of page: RecordPage, _ context: PlanContext) -> PageLink? {
    page.capability.flatMap { catalogue.capability($0.value) }.flatMap { context.link(folder: folder(of: $0)) }
  }
}

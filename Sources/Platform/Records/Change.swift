import Diagnostics
package import YAML

/// Something that is different for users from a day on.
package struct Change: Sendable {
  /// What users have to do.
  package struct Action: Sendable {
    package let what: String
    /// The last day for it.
    package let by: CalendarDate?

    /// Whether the last day has passed.
    package func isOverdue(asOf today: CalendarDate) -> Bool { by.map { $0 < today } ?? false }
  }

  package let page: RecordPage
  package let date: CalendarDate
  /// Whether what worked before no longer does.
  package let isBreaking: Bool
  package let action: Action?
}

extension Change {
  static func read(_ page: RecordPage) -> Outcome<Change?> {
    var reader = page.details
    let date = reader.date("date", required: true)
    let isBreaking = reader.bool("breaking")?.value ?? false
    let action = readAction(&reader, date: date?.value)
    reader.finish()
    let change = date.map { Change(page: page, date: $0.value, isBreaking: isBreaking, action: action) }
    return Outcome(change, reader.diagnostics)
  }

  /// A text, or a mapping with the day.
  private static func readAction(_ reader: inout MappingReader, date: CalendarDate?) -> Action? {
    guard let node = reader.node("action") else { return nil }
    guard case .mapping = node.content else {
      return reader.text("action").map { Action(what: $0.value, by: nil) }
    }
    return reader.mapping("action", what: "action") { inner in
      let what = inner.text("what", required: true)?.value
      let by = inner.date("by")
      if let by, let date, by.value < date {
        inner.report(
          Diagnostic(
            .recordTimes, "the last day for the action lies before the change", at: by.span,
            help: "Correct 'by' or the 'date' of the change."))
      }
      return what.map { Action(what: $0, by: by?.value) }
    }
  }
}

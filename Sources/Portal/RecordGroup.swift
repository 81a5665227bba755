import Bytes
import Templates
import YAML

/// The records of one month.
struct RecordGroup<Record: Sendable>: Sendable {
  private let day: CalendarDate
  private var records: [Record]

  /// The records in their order, cut where the month changes.
  static func byMonth(_ records: [Record], day: (Record) -> CalendarDate) -> [RecordGroup] {
    var groups: [RecordGroup] = []
    for record in records {
      let group = RecordGroup(day: day(record), records: [record])
      if groups.last?.id == group.id {
        groups[groups.count - 1].records.append(record)
      } else {
        groups.append(group)
      }
    }
    return groups
  }

  /// The first month of each year; none where there is one year only.
  static func years(of groups: [RecordGroup]) -> [RecordGroup] {
    let firsts = groups.indices.filter { $0 == 0 || groups[$0 - 1].day.year != groups[$0].day.year }
    return firsts.count > 1 ? firsts.map { groups[$0] } : []
  }

  static func schema(_ record: Schema<Record>) -> Schema<RecordGroup> {
    Schema(
      "group of records",
      [
        .text("id") { $0.id }, .phrase("title") { $0.day.monthLabel }, .text("year") { String($0.day.year) },
        .list("records", record) { $0.records },
      ])
  }

  /// `2026-09`.
  private var id: String { String(day.iso.dropLast(3)) }
}

extension CalendarDate {
  private static let months: [Phrase] = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `September 2026`.
  fileprivate var monthLabel: Phrase { "\(CalendarDate.months[month - 1]) \(year)" }
}

import Bytes
import Platform
import SiteModel
import YAML

/// What happens when, for calendars: the format iCalendar (RFC 5545).
struct Calendar: Sendable {
  /// Path below the root without its extension.
  let path: String
  let title: String
  /// The folders of the pages that offer it.
  let folders: Set<String>
  /// Seen from the file, in any order.
  let events: @Sendable (PlanContext) -> [CalendarEvent]

  var plan: FilePlan {
    let path = path + ".ics"
    return FilePlan(path: path, title: title, format: "iCalendar", mediaType: "text/calendar", offeredBy: folders) {
      write(PlanContext(site: $0, file: path))
    }
  }

  private func write(_ context: PlanContext) -> [UInt8] {
    var lines = ContentLines()
    let site = context.site.settings
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Portico//\(site.language.text.uppercased())")
    // The name in RFC 7986, and in what most programs read.
    lines.add("NAME", text: "\(site.title): \(title)")
    lines.add("X-WR-CALNAME", text: "\(site.title): \(title)")
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D")
    let events = events(context).enumerated().sorted { left, right in
      (left.element.time.first, left.offset) < (right.element.time.first, right.offset)
    }
    for event in events { event.element.write(to: &lines, asOf: context.asOf) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }
}

/// Something that happens at a time or on a day.
struct CalendarEvent: Sendable {
  enum Time: Sendable {
    case span(Range<Instant>)
    case day(CalendarDate)

    /// When it begins, to sort by.
    var first: Instant {
      switch self {
      case .span(let range): range.lowerBound
      case .day(let day): Instant(startOf: day)
      }
    }
  }

  /// What of its page it is: `maintenance`; with the address of the page it makes the event one of a kind.
  let kind: String
  let title: String
  let time: Time
  /// Full address of its page.
  let url: String
  let description: String?

  /// - Parameter day: when the calendar says so, which stands for the time of its last change.
  fileprivate func write(to lines: inout ContentLines, asOf day: CalendarDate) {
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(url)#\(kind)")
    lines.add("DTSTAMP", Instant(startOf: day).basic)
    switch time {
    case .span(let range):
      lines.add("DTSTART", range.lowerBound.basic)
      lines.add("DTEND", range.upperBound.basic)
    case .day(let day):
      lines.add("DTSTART;VALUE=DATE", day.basic)
      // The day after the last one.
      lines.add("DTEND;VALUE=DATE", CalendarDate(daysSinceEpoch: day.daysSinceEpoch + 1).basic)
      lines.add("TRANSP", "TRANSPARENT")
    }
    lines.add("SUMMARY", text: title)
    if let description { lines.add("DESCRIPTION", text: description) }
    lines.add("URL", url)
    lines.add("END", "VEVENT")
  }
}

extension CalendarDate {
  /// ISO 8601 without its hyphens: `20260601`.
  fileprivate var basic: String { iso.filter { $0 != "-" } }
}

extension Instant {
  /// ISO 8601 without hyphens and colons: `20260601T123000Z`.
  fileprivate var basic: String { iso.filter { $0 != "-" && $0 != ":" } }
}

/// Lines of `NAME:value`, each ended by CR and LF, and folded so that none is longer than 75 bytes.
private struct ContentLines {
  private var buffer = ByteBuffer()

  var bytes: [UInt8] { buffer.bytes }

  /// Adds a property whose value is a text, which is escaped.
  mutating func add(_ name: String, text: String) {
    var escaped = ""
    // CR and LF make one character.
    for character in text {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += "\\n"
      default: escaped.unicodeScalars += character.unicodeScalars.map { ContentLines.isControl($0) ? "\u{FFFD}" : $0 }
      }
    }
    add(name, escaped)
  }

  /// Adds a property whose value is written as it is.
  mutating func add(_ name: String, _ value: String) {
    var room = 75
    for character in "\(name):\(value)".unicodeScalars {
      let bytes = Array(String(character).utf8)
      if bytes.count > room {
        buffer.append("\r\n ")
        room = 74
      }
      buffer.append(bytes)
      room -= bytes.count
    }
    buffer.append("\r\n")
  }

  /// What a text may not hold besides line breaks.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 0x20 && scalar != "\t") || scalar.value == 0x7F
  }
}

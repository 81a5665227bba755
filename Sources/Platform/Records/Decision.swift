import Diagnostics
package import YAML

/// A decision about the platform, with its reasons (MADR 4, or Nygard's form).
package struct Decision: Sendable {
  package enum Status: String, Sendable, CaseIterable {
    case proposed, accepted, rejected, deprecated, superseded
  }

  package let page: RecordPage
  package let status: Status
  /// What the status names behind "superseded by": a number or a file.
  package let supersededBy: Located<String>?
  /// When it was last decided on.
  package var date: CalendarDate? { dated?.value }
  private let dated: Located<CalendarDate>?
  package let makers: [String]
  package let consulted: [String]
  package let informed: [String]

  /// From the name of the file, `0007-vault.md`, or the title, `7. Vault`; a file may begin with a date instead.
  package var number: Int? {
    let file = page.path.split(separator: "/").last ?? ""
    let numberOfFile = CalendarDate(String(file.prefix(10))) == nil ? Decision.leadingNumber(file) : nil
    return numberOfFile ?? numberOfTitle
  }

  /// The title without the number.
  package var name: String {
    numberOfTitle == nil ? page.title : String(page.title.drop { $0 != "." }.dropFirst(2))
  }

  private var numberOfTitle: Int? {
    let parts = page.title.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].last == "." else { return nil }
    return Int(parts[0].dropLast())
  }

  /// Whether a text such as `0012`, `ADR-0012` or `0012-vault.md` means this decision.
  func isNamed(_ text: String) -> Bool {
    let name = text.split(separator: "/").last ?? ""
    if page.path.hasSuffix("/" + name) || page.path == name { return true }
    let digits = name.drop { !$0.isNumber }
    return Decision.leadingNumber(digits).map { $0 == number } ?? false
  }

  /// Reports a decision that was taken or refused after a day.
  func checkPast(_ day: CalendarDate) -> Diagnostic? {
    guard status != .proposed, let dated, dated.value > day else { return nil }
    return Diagnostic(
      .recordToCome, "the decision has a date that is yet to come, \(dated.value.iso)", at: dated.span,
      help: "Correct it, or build for a later day with --as-of.")
  }

  private static func leadingNumber(_ text: Substring) -> Int? { Int(text.prefix { ("0"..."9").contains($0) }) }
}

extension Decision {
  static func read(_ page: RecordPage) -> Outcome<Decision?> {
    var reader = page.details
    let status = readStatus(&reader, page)
    let date = reader.date("date") ?? page.dateInText
    let makers = reader.texts("decision-makers", aliases: ["deciders"]).map(\.value)
    let consulted = reader.texts("consulted").map(\.value)
    let informed = reader.texts("informed").map(\.value)
    reader.finish()
    let decision = status.map { status in
      Decision(
        page: page, status: status.status, supersededBy: status.by, dated: date, makers: makers, consulted: consulted,
        informed: informed)
    }
    return Outcome(decision, reader.diagnostics)
  }

  /// From the front matter as in MADR, where it is optional, or the section `Status` as in Nygard's form.
  private static func readStatus(
    _ reader: inout MappingReader, _ page: RecordPage
  ) -> (status: Status, by: Located<String>?)? {
    guard let written = reader.text("status") ?? page.statusInText else { return (.accepted, nil) }
    let words = written.value.split(whereSeparator: \.isWhitespace).map(String.init)
    let first = words.first?.lowercased() ?? ""
    if let status = Status(rawValue: first), status != .superseded || words.count > 2 {
      let by = words.dropFirst(2).joined(separator: " ")
      return (status, status == .superseded ? Located(by, at: written.span) : nil)
    }
    let names = Status.allCases.map(\.rawValue)
    let choices = names.map { $0 == "superseded" ? "superseded by NUMBER" : $0 }
    reader.report(
      Diagnostic(
        .invalidValue, "'status' cannot be \(written.value.quoted)", at: written.span,
        help: (names.contains(first) ? nil : DidYouMean.help(for: first, in: names))
          ?? "Write one of: \(choices.joined(separator: ", "))."))
    return nil
  }
}

extension RecordPage {
  /// The first words of the section `Status`.
  fileprivate var statusInText: Located<String>? {
    let section = sections.first { $0.heading?.lowercased() == "status" }
    return section?.text.split(separator: "\n").first.map { Located(String($0), at: span) }
  }

  /// `Date: 2026-01-02` on a line of the text.
  fileprivate var dateInText: Located<CalendarDate>? {
    sections.lazy.flatMap { $0.text.split(separator: "\n") }.filter { $0.hasPrefix("Date: ") }
      .compactMap { CalendarDate(String($0.dropFirst(6))) }.first.map { Located($0, at: span) }
  }
}

/// A text of the interface that is made in Swift: what it says in English, by which its translations are found.
///
/// `"\(count) days"` has the pattern `{} days`. Texts of authors and numbers are put into a translation as they are, other
/// phrases translated.
package struct Phrase: Sendable {
  fileprivate indirect enum Part: Sendable {
    case words(String)
    case text(String)
    /// Digits with a point before decimals and commas between thousands.
    case number(String)
    /// By ISO 8601: a day, or a month.
    case date(String)
    case phrase(Phrase)
  }

  fileprivate var parts: [Part]

  /// A text that is the same in every language, such as a name.
  package init(verbatim text: String) { parts = [.text(text)] }

  /// A text of the interface that stands elsewhere, such as the title of a rule; it is its own pattern.
  package init(words: String) { parts = words.isEmpty ? [] : [.words(words)] }

  /// `1 day`, `3 days`.
  ///
  /// - Parameter unit: a word that is many with an `s`.
  package init(count: Int, _ unit: String) {
    parts = [.number(String(count)), .words(count == 1 ? " " + unit : " \(unit)s")]
  }

  /// The text in English.
  package var english: String { Phrases.english.text(of: self) }

  /// The words, with `{}` for each value between them.
  package var pattern: String {
    parts.reduce(into: "") { pattern, part in
      if case .words(let words) = part { pattern += words } else { pattern += "{}" }
    }
  }

  package var isEmpty: Bool { parts.isEmpty }
}

extension Phrase: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { self.init(words: words) }

  package init(stringInterpolation: Interpolation) { parts = stringInterpolation.parts }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) { parts.reserveCapacity(2 * interpolationCount + 1) }

    package mutating func appendLiteral(_ words: String) { if !words.isEmpty { parts.append(.words(words)) } }

    package mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }

    package mutating func appendInterpolation(_ count: Int) { parts.append(.number(String(count))) }

    package mutating func appendInterpolation(_ phrase: Phrase) { parts.append(.phrase(phrase)) }

    /// - Parameter digits: with a point before decimals and commas between thousands.
    package mutating func appendInterpolation(number digits: String) { parts.append(.number(digits)) }

    /// - Parameter iso: a day or a month, `2026-09-01` or `2026-09`.
    package mutating func appendInterpolation(date iso: String) { parts.append(.date(iso)) }
  }
}

extension Phrase: Equatable {
  /// Two phrases are the same if they say the same in English.
  package static func == (left: Phrase, right: Phrase) -> Bool { left.english == right.english }
}

extension Phrase: CustomStringConvertible {
  package var description: String { english }
}

extension [Phrase] {
  /// The phrases one after the other; what stands between them has to be the same in every language.
  package func joined(separator: String = "") -> Phrase {
    var joined: Phrase.Interpolation = .init(literalCapacity: 0, interpolationCount: 2 * count)
    for (index, phrase) in enumerated() {
      if index > 0 { joined.appendInterpolation(separator) }
      joined.appendInterpolation(phrase)
    }
    return Phrase(stringInterpolation: joined)
  }
}

/// How a language says the phrases of the interface.
package struct Phrases: Sendable {
  private let translations: [String: String]
  private let formats: [String: String]

  /// The phrases as they are.
  package static let english = Phrases([:])

  /// - Parameters:
  ///   - translations: by pattern. `{}` stands for the next value, `{2}` for the second.
  ///   - formats: `decimal`, `thousands` and `minus` are the marks in numbers; `date` and `month` say how these are written, with
  ///     `{1}` for the year, `{2}` for the month and `{3}` for the day.
  package init(_ translations: [String: String], formats: [String: String] = [:]) {
    self.translations = translations
    self.formats = formats
  }

  /// A phrase in the language; in English where there is no translation.
  package func text(of phrase: Phrase) -> String {
    let pattern = phrase.pattern
    return fill(translations[pattern] ?? pattern, with: phrase.parts.compactMap(text))
  }

  /// - Returns: nil for words, which are in the pattern.
  private func text(of part: Phrase.Part) -> String? {
    switch part {
    case .words: nil
    case .text(let text): text
    case .phrase(let phrase): text(of: phrase)
    case .number(let digits): write(digits)
    case .date(let iso): write(date: iso)
    }
  }

  private func write(_ digits: String) -> String {
    digits.reduce(into: "") { text, character in
      switch character {
      case ".": text += formats["decimal"] ?? "."
      case ",": text += formats["thousands"] ?? ","
      case "−": text += formats["minus"] ?? "−"
      default: text.append(character)
      }
    }
  }

  private func write(date iso: String) -> String {
    let parts = iso.split(separator: "-").map(String.init)
    return formats[parts.count == 3 ? "date" : "month"].map { fill($0, with: parts) } ?? iso
  }

  private func fill(_ pattern: String, with values: [String]) -> String {
    guard !values.isEmpty else { return pattern }
    var text = ""
    var next = 0
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let number = rest[rest.index(after: open)..<close]
      let place = number.isEmpty ? next : Int(number).map { $0 - 1 } ?? -1
      if number.isEmpty { next += 1 }
      text += values.indices.contains(place) ? values[place] : String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

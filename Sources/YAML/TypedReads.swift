import Diagnostics

extension MappingReader {
  /// A text as it was written, whatever it looks like.
  package mutating func text(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<String>? {
    guard let entry = entry(key, aliases, required) else { return nil }
    return text(of: entry.value, as: entry.name)
  }

  /// A list of texts, or one text; empty where there is none.
  package mutating func texts(_ key: String, aliases: [String] = []) -> [Located<String>] {
    guard let entry = entry(key, aliases, false) else { return [] }
    guard case .sequence(let items) = entry.value.content else {
      return text(of: entry.value, as: entry.name, or: "a list of texts").map { [$0] } ?? []
    }
    var texts: [Located<String>] = []
    texts.reserveCapacity(items.count)
    for item in items {
      if let text = text(of: item, as: "an entry of \(entry.name)") { texts.append(text) }
    }
    return texts
  }

  /// The keys that nothing has asked for, with their texts, in the order written.
  package mutating func remainingTexts() -> [(key: Located<String>, text: Located<String>)] {
    unread.compactMap { entry in
      let name = entry.key.text ?? ""
      ignore(name)
      return text(of: entry.value, as: name.quoted).map { (Located(name, at: entry.key.span), $0) }
    }
  }

  /// `true` or `false`, in any letter case.
  package mutating func bool(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<Bool>? {
    let form = Form(rule: .wrongType, name: "true or false", help: "Write true or false.")
    return scalar(key, aliases, required, form) { Bool($0.lowercased()) }
  }

  /// A whole number in decimal digits without leading zeros, with or without a sign.
  package mutating func int(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<Int>? {
    let form = Form(rule: .wrongType, name: "a whole number", help: "Write digits only, such as 10.")
    return scalar(key, aliases, required, form) { text in
      let digits = text.utf8.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      // YAML 1.1 reads 010 as eight and YAML 1.2 as ten.
      return digits.first == UInt8(ascii: "0") && digits.count > 1 ? nil : Int(text)
    }
  }

  /// A day: see `CalendarDate.init(_:)`.
  package mutating func date(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<CalendarDate>? {
    let form = Form(rule: .invalidValue, name: "a date", help: "Write year, month and day, such as 2026-06-01.")
    return scalar(key, aliases, required, form) { CalendarDate($0) }
  }

  /// A length of time: see `Period.init(_:)`.
  package mutating func period(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<Period>? {
    let form = Form(rule: .invalidValue, name: "a length of time", help: "Write it such as P6M, PT45M or '6 months'.")
    return scalar(key, aliases, required, form) { Period($0) }
  }

  /// A full URL that a reader may be sent to: `http`, `https` or `mailto`; any other scheme could run a script.
  package mutating func url(_ key: String, aliases: [String] = [], required: Bool = false) -> Located<String>? {
    let form = Form(rule: .invalidValue, name: "a full URL", help: "Write it such as https://example.com/help.")
    return scalar(key, aliases, required, form) { text in
      let isOpen = ["http://", "https://", "mailto:"].contains { text.lowercased().hasPrefix($0) }
      return isOpen ? text : nil
    }
  }

  /// One of the raw values of an enumeration, letter for letter.
  package mutating func choice<C: RawRepresentable & CaseIterable & Sendable>(
    _ key: String, aliases: [String] = [], as type: C.Type, required: Bool = false
  ) -> Located<C>? where C.RawValue == String {
    guard let entry = entry(key, aliases, required), let text = text(of: entry.value, as: entry.name) else {
      return nil
    }
    if let choice = C(rawValue: text.value) { return Located(choice, at: text.span) }
    let choices = C.allCases.map(\.rawValue)
    let listed = "Write one of: \(choices.joined(separator: ", "))."
    let help = DidYouMean.help(for: text.value, in: choices).map { "\($0) \(listed)" } ?? listed
    report(Diagnostic(.invalidValue, "\(entry.name) cannot be \(text.value.quoted)", at: text.span, help: help))
    return nil
  }

  /// A mapping, read by its own reader, which reports the keys that `read` did not ask for.
  ///
  /// - Parameter what: what the mapping describes, for messages.
  package mutating func mapping<T>(
    _ key: String, what: String, required: Bool = false, _ read: (inout MappingReader) -> T?
  ) -> T? {
    guard let entry = entry(key, [], required) else { return nil }
    return mapping(of: entry.value, what: what, read)
  }

  /// A list of mappings, each read as by `mapping`; empty where there is none.
  package mutating func mappings<T>(
    _ key: String, what: String, required: Bool = false, _ read: (inout MappingReader) -> T?
  ) -> [T] {
    guard let entry = entry(key, [], required) else { return [] }
    guard case .sequence(let items) = entry.value.content else {
      reportWrongType(entry.value, entry.name, "a list", help: "Begin each entry with '- '.")
      return []
    }
    var values: [T] = []
    for item in items {
      if let value = mapping(of: item, what: what, read) { values.append(value) }
    }
    return values
  }

  /// A mapping that is at hand, read as by `mapping`; what is none is reported.
  package mutating func mapping<T>(
    of node: YAMLNode, what: String, _ read: (inout MappingReader) -> T?
  ) -> T? {
    var inner = MappingReader(node, what: what)
    let value = inner.isMapping ? read(&inner) : nil
    inner.finish()
    inner.diagnostics.forEach { report($0) }
    return value
  }

  /// What a scalar has to look like.
  private struct Form {
    let rule: Rule
    let name: String
    let help: String
  }

  private mutating func scalar<T>(
    _ key: String, _ aliases: [String], _ required: Bool, _ form: Form, _ parse: (String) -> T?
  ) -> Located<T>? {
    guard let entry = entry(key, aliases, required),
      let text = text(of: entry.value, as: entry.name, or: form.name, help: form.help)
    else { return nil }
    if let value = parse(text.value) { return Located(value, at: text.span) }
    let message = "\(entry.name) must be \(form.name), not \(text.value.quoted)"
    report(Diagnostic(form.rule, message, at: text.span, help: form.help))
    return nil
  }

  private mutating func text(
    of node: YAMLNode, as name: @autoclosure () -> String, or form: String = "a text", help: String? = nil
  ) -> Located<String>? {
    if let text = node.text, !node.isNull { return Located(text, at: node.span) }
    reportWrongType(
      node, name(), form, help: help ?? "Write a single value; put it in quotes if it holds brackets or ': '.")
    return nil
  }

  private mutating func reportWrongType(_ node: YAMLNode, _ name: String, _ form: String, help: String) {
    report(Diagnostic(.wrongType, "\(name) must be \(form), not \(node.kindName)", at: node.span, help: help))
  }
}

extension YAMLNode.Entry {
  /// The key in quotes for messages.
  fileprivate var name: String { (key.text ?? "").quoted }
}

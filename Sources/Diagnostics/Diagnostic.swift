/// One finding: which rule, where, what exactly, and a way out.
package struct Diagnostic: Sendable {
  package let rule: Rule
  package var severity: Severity
  /// What is wrong here, without a full stop, with the offending value in it.
  package var message: String
  /// The place; nil for a finding about the whole build.
  package var span: SourceSpan?
  /// Further facts, a sentence each.
  package var notes: [String]
  /// The remedy, as a sentence: a did-you-mean or what to write.
  package let help: String?
  /// The edit that certainly mends it; nil where a person has to decide.
  package var fix: Replacement?
  /// Whether no report shows the line that the finding is on, since it may hold a secret, or is not on disk as it was read.
  package var hidesSource = false

  package init(
    _ rule: Rule, _ message: String, at span: SourceSpan?, help: String? = nil, notes: [String] = [],
    fix: Replacement? = nil
  ) {
    self.rule = rule
    self.severity = rule.severity
    self.message = message
    self.span = span
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

/// A text to write in place of another.
package struct Replacement: Sendable, Hashable {
  /// What to replace, on one line; of no length where the text is to be inserted.
  package let span: SourceSpan
  /// What must stand there, so that nothing else is ever replaced; nil where that is not known.
  package let original: String?
  package let text: String

  package init(of span: SourceSpan, reading original: String? = nil, with text: String) {
    self.span = span
    self.original = original
    self.text = text
  }
}

extension Diagnostic {
  /// Whether the finding makes a run fail.
  ///
  /// - Parameter strictly: whether warnings do.
  package func fails(strictly: Bool) -> Bool { severity == .error || strictly && !rule.isAdvisory }

  /// Report order: by place, then rule, then message, so that no thread decides it.
  package static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    switch (left.span, right.span) {
    case (nil, .some): return true
    case (.some, nil): return false
    case (let leftSpan?, let rightSpan?) where leftSpan != rightSpan: return leftSpan < rightSpan
    default: return (left.rule.id, left.message) < (right.rule.id, right.message)
    }
  }
}

/// A value together with what was found on the way to it.
///
/// Content never throws: a fault is a diagnostic beside a value.
package struct Outcome<Value: Sendable>: Sendable {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

package import Diagnostics

/// Typed reads of one mapping, which remember what was read and report the rest.
///
/// Every read takes a key and other names for it; where several are there, the first in that order that has a value
/// counts. A key without a value reads as though it were missing.
package struct MappingReader: Sendable {
  /// Where the mapping begins.
  package let span: SourceSpan
  /// What was found so far, in the order of the reads.
  package private(set) var diagnostics: [Diagnostic] = []
  /// Whether there is a mapping to read.
  let isMapping: Bool
  private var what: String
  private let entries: [YAMLNode.Entry]
  private var isKnown: [Bool]
  private var knownKeys: [String] = []

  /// A reader of a mapping, or of nothing, which reads as an empty mapping.
  ///
  /// Other values are a `wrong-type` error.
  ///
  /// - Parameter what: what the mapping describes, for messages: "front matter", "capability".
  package init(_ node: YAMLNode, what: String) {
    self.what = what
    span = node.span
    if case .mapping(let entries) = node.content {
      self.entries = entries
      isMapping = true
    } else {
      entries = []
      isMapping = node.isNull
    }
    isKnown = Array(repeating: false, count: entries.count)
    if !isMapping {
      let help = "Write 'key: value' lines, with a space behind each ':'."
      report(Diagnostic(.wrongType, "\(what) must be a mapping, not \(node.kindName)", at: span, help: help))
    }
  }

  /// The value of a key as it is.
  package mutating func node(_ key: String, aliases: [String] = [], required: Bool = false) -> YAMLNode? {
    entry(key, aliases, required)?.value
  }

  /// Marks keys as known that this reader does not use.
  package mutating func ignore(_ keys: String...) {
    for key in keys { _ = find(key) }
  }

  /// The same reader, without what it found so far, for another to read the keys that are left.
  ///
  /// - Parameter what: what those keys describe, for messages.
  package func handedOn(what: String) -> MappingReader {
    var reader = self
    reader.what = what
    reader.diagnostics = []
    return reader
  }

  /// The entries that nothing has asked for so far.
  package var unread: [YAMLNode.Entry] { zip(entries, isKnown).compactMap { $1 ? nil : $0 } }

  /// Adds a finding of the reader's user.
  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Reports the keys that nothing asked for.
  ///
  /// Call it once, after the last read.
  package mutating func finish() {
    // A did-you-mean compares with every known key: for a file full of strange keys, a few are help enough.
    var helpsLeft = 20
    for (entry, isKnown) in zip(entries, isKnown) where !isKnown {
      let name = entry.key.text ?? ""
      let help = helpsLeft > 0 ? DidYouMean.help(for: name, in: knownKeys) : nil
      helpsLeft -= 1
      report(
        Diagnostic(
          .unknownKey, "\(what) has no key \(name.quoted)", at: entry.key.span,
          help: help ?? "Correct the spelling, or remove the key."))
    }
  }

  /// The entry of the first of some keys that has a value.
  mutating func entry(_ key: String, _ aliases: [String], _ required: Bool) -> YAMLNode.Entry? {
    var found = find(key)
    for alias in aliases {
      let other = find(alias)
      if found?.value.isNull ?? true { found = other ?? found }
    }
    if let found, !found.value.isNull { return found }
    if required, isMapping {
      let message = found == nil ? "\(what) has no '\(key)'" : "'\(key)' of \(what) has no value"
      report(Diagnostic(.missingKey, message, at: found?.key.span ?? span, help: "Add '\(key): …'."))
    }
    return nil
  }

  private mutating func find(_ key: String) -> YAMLNode.Entry? {
    knownKeys.append(key)
    guard let index = entries.firstIndex(where: { $0.key.text == key }) else { return nil }
    isKnown[index] = true
    return entries[index]
  }
}

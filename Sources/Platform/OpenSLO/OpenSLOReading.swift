import Diagnostics
import YAML

extension MappingReader {
  /// Reads a document of OpenSLO: its metadata, and its spec, which is read without a name too, for all its faults.
  static func openSLO<Value>(
    _ node: YAMLNode, _ kind: String, _ read: (inout MappingReader, Metadata?) -> Value?
  ) -> Outcome<Value?> {
    var reader = MappingReader(node, what: kind)
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.readOpenSLO(&reader, required: true)
    let value = reader.mapping("spec", what: "\(kind) spec", required: true) { read(&$0, metadata) }
    reader.finish()
    return Outcome(metadata == nil ? nil : value, reader.diagnostics)
  }

  /// Entries that are parts of their own, with their spec, or name documents under a key.
  mutating func parts<Value>(
    _ key: String, named reference: String, what: String, _ read: (inout MappingReader, Metadata?) -> Value?
  ) -> [Referenced<Value>] {
    mappings(key, what: what) { inner in
      if let name = inner.text(reference) { return .named(name) }
      inner.ignore("apiVersion", "kind")
      let metadata = Metadata.readOpenSLO(&inner, required: false)
      guard inner.node("spec") != nil else {
        inner.report(
          Diagnostic(
            .missingKey, "\(what) has neither '\(reference)' nor 'spec'", at: inner.span,
            help: "Name a document under '\(reference)', or write what it holds under 'spec'."))
        return nil
      }
      return inner.mapping("spec", what: "\(what) spec") { read(&$0, metadata) }.map { .inline($0) }
    }
  }

  /// An OpenSLO duration.
  mutating func duration(_ key: String, required: Bool = false) -> SLODuration? {
    guard let written = text(key, required: required) else { return nil }
    if let duration = SLODuration(written.value) { return duration }
    report(
      Diagnostic(
        .invalidValue, "'\(key)' must be a duration, not '\(written.value)'", at: written.span,
        help: SLODuration.help(for: written.value)))
    return nil
  }

  /// A decimal number.
  mutating func decimal(_ key: String, required: Bool = false) -> Located<ExactDecimal>? {
    guard let written = text(key, required: required) else { return nil }
    if let number = ExactDecimal(written.value) { return Located(number, at: written.span) }
    report(
      Diagnostic(
        .invalidValue, "'\(key)' must be a number, not '\(written.value)'", at: written.span,
        help: "Write digits with at most one point, such as 14.4."))
    return nil
  }
}

extension Metadata {
  /// Reads the `metadata` of an OpenSLO document, whose name is a label of RFC 1123.
  static func readOpenSLO(_ document: inout MappingReader, required: Bool) -> Metadata? {
    document.mapping("metadata", what: "metadata", required: required) { inner in
      let name = inner.text("name", required: true)
      let title = inner.text("displayName")?.value
      let annotations = inner.node("annotations").map(pairs) ?? [:]
      inner.ignore("labels")
      guard let name else { return nil }
      if !isLabel(name.value) {
        inner.report(
          Diagnostic(
            .invalidName, "'\(name.value)' cannot be the name of an OpenSLO document", at: name.span,
            help: "Use lower-case letters, digits and '-', such as '\(suggestion(for: name.value))'."))
      }
      return Metadata(name: name, title: title, annotations: annotations)
    }
  }

  /// RFC 1123: 1 to 63 lower-case letters, digits and `-`, which neither begins nor ends it.
  static func isLabel(_ name: String) -> Bool {
    (1...63).contains(name.utf8.count) && !name.hasPrefix("-") && !name.hasSuffix("-")
      && name.utf8.allSatisfy { isLowerLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isLowerLetterOrDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

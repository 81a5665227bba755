import Diagnostics
package import YAML

/// What every entity says of itself: name, title, description, tags, annotations.
package struct Metadata: Sendable {
  /// As written.
  package var name: Located<String>
  package var namespace = "default"
  package var title: String?
  package var description: String?
  package var tags: [String] = []
  package var annotations: [String: Located<String>] = [:]
  package var links: [Link] = []

  /// An address with what it is called.
  package struct Link: Sendable {
    package let title: String?
    package let url: String
  }

  /// The title, or the name where there is none.
  package var displayName: String { title ?? name.value }

  /// What takes the place of what a descriptor describes, by an annotation of ours.
  package var replacedBy: Located<String>? { annotations["portico/replaced-by"] }

  /// The key of the annotation that says when something ends.
  package static let sunsetAnnotation = "portico/sunset"

  /// The last day that it can be used, by an annotation of ours.
  package var sunset: Located<CalendarDate>? {
    annotations[Metadata.sunsetAnnotation].flatMap { written in
      CalendarDate(written.value).map { Located($0, at: written.span) }
    }
  }

  func reference(kind: String) -> EntityReference {
    EntityReference("\(kind):\(namespace)/\(name.value)", defaultKind: kind)
  }

  /// Reads the `metadata` of a document.
  ///
  /// - Parameters:
  ///   - titleKey: `title` in Backstage and here, `displayName` in OpenSLO.
  ///   - requiredKeys: what an entity of this kind must have besides its name.
  static func read(
    _ document: inout MappingReader, titleKey: String = "title", requiring requiredKeys: Set<String> = []
  )
    -> Metadata?
  {
    document.mapping("metadata", what: "metadata", required: true) { inner in
      let name = inner.text("name", required: true)
      let namespace = inner.text("namespace")?.value
      let title = inner.text(titleKey, required: requiredKeys.contains(titleKey))?.value
      let description = inner.text("description", required: requiredKeys.contains("description"))?.value
      let tags = inner.texts("tags").map(\.value)
      let annotations = inner.node("annotations").map(pairs) ?? [:]
      let links = inner.mappings("links", what: "link") { link -> Link? in
        link.ignore("icon", "type")
        let title = link.text("title")?.value
        return link.text("url", required: true).map { Link(title: title, url: $0.value) }
      }
      inner.ignore("labels", "uid", "etag")
      if let written = annotations[sunsetAnnotation], CalendarDate(written.value) == nil {
        inner.report(
          Diagnostic(
            .invalidValue, "'\(sunsetAnnotation)' must be a date, not '\(written.value)'", at: written.span,
            help: "Write year, month and day, such as 2026-06-01."))
      }
      guard let name else { return nil }
      if !isValid(name.value) {
        inner.report(
          Diagnostic(
            .invalidName, "'\(name.value)' cannot be the name of an entity", at: name.span,
            help: "Use letters and digits joined by single '-', '_' or '.', such as '\(suggestion(for: name.value))'."))
      }
      return Metadata(
        name: name, namespace: namespace ?? "default", title: title, description: description, tags: tags,
        annotations: annotations, links: links)
    }
  }

  static func pairs(_ node: YAMLNode) -> [String: Located<String>] {
    guard case .mapping(let entries) = node.content else { return [:] }
    var pairs: [String: Located<String>] = [:]
    for entry in entries {
      if let key = entry.key.text, let value = entry.value.text { pairs[key] = Located(value, at: entry.value.span) }
    }
    return pairs
  }

  /// The name rule of Backstage: runs of letters and digits separated by one of `-_.`, at most 63 characters.
  package static func isValid(_ name: String) -> Bool {
    guard (1...63).contains(name.utf8.count) else { return false }
    let runs = name.utf8.split(omittingEmptySubsequences: false) { "-_.".utf8.contains($0) }
    return runs.allSatisfy { run in !run.isEmpty && run.allSatisfy(isLetterOrDigit) }
  }

  static func suggestion(for name: String) -> String {
    let runs = name.lowercased().utf8.split { !isLetterOrDigit($0) }
    let joined = runs.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    return joined.isEmpty ? "secrets" : String(joined.prefix(63))
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

package import Diagnostics
package import YAML

/// The Markdown page of an incident, a decision or a change, as the domain sees it.
package struct RecordPage: Sendable {
  /// Identifies the record.
  package let path: String
  package let title: String
  package let description: String?
  package let capability: Located<String>?
  package let reviewed: CalendarDate?
  /// The plain text of its sections, each with its heading.
  package let sections: [(heading: String?, text: String)]
  /// The beginning of the page.
  package let span: SourceSpan
  /// Reads the keys of its kind.
  package let details: MappingReader

  package init(
    path: String, title: String, description: String?, capability: Located<String>?, reviewed: CalendarDate?,
    sections: [(heading: String?, text: String)], span: SourceSpan, details: MappingReader
  ) {
    self.path = path
    self.title = title
    self.description = description
    self.capability = capability
    self.reviewed = reviewed
    self.sections = sections
    self.span = span
    self.details = details
  }
}

package import Bytes
package import Diagnostics

/// Findings as the XML of Checkstyle, which most tools that gather findings read.
///
/// Format: the writer of Checkstyle itself, <https://checkstyle.org>, `XMLLogger`.
package struct CheckstyleReporter: Reporter {
  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var buffer = ByteBuffer()
      buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n")
      for (path, findings) in diagnostics.byFile {
        buffer.append(tag: "file", [("name", path)])
        for finding in findings {
          buffer.append(
            tag: "error",
            [
              ("line", String(finding.place.line)),
              ("column", String(finding.span.map { excerpts.position(of: $0).column } ?? 1)),
              ("severity", finding.severity.rawValue), ("message", finding.sentences.joined(separator: " ")),
              ("source", "portico." + finding.rule.id),
            ], isEmpty: true)
        }
        buffer.append("</file>\n")
      }
      buffer.append("</checkstyle>\n")
      return buffer
    }
  }
}

extension [Diagnostic] {
  /// The findings of each file, in their order.
  var byFile: [(path: String, findings: ArraySlice<Diagnostic>)] {
    var files: [(String, ArraySlice<Diagnostic>)] = []
    var start = startIndex
    while start < endIndex {
      let path = self[start].place.path
      let end = self[start...].firstIndex { $0.place.path != path } ?? endIndex
      files.append((path, self[start..<end]))
      start = end
    }
    return files
  }
}

extension ByteBuffer {
  /// Appends a start tag of XML on a line of its own, or an element without content.
  mutating func append(tag name: String, _ attributes: [(name: String, value: String)], isEmpty: Bool = false) {
    append("<" + name)
    for attribute in attributes {
      append(" \(attribute.name)=\"")
      append(attribute.value, escaping: .xml)
      append("\"")
    }
    append(isEmpty ? "/>\n" : ">\n")
  }
}

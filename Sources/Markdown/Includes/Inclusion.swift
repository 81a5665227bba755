package import Diagnostics

/// A part of a text that stands in another file.
package struct Inclusion: Sendable {
  /// The line, or the part of one, that the part stands in the place of; in the file that includes.
  package let span: SourceSpan
  /// The file that the part comes from, as spans name it.
  package let path: String
  /// The part, each line with a line feed.
  package let text: [UInt8]
  /// For each line of the part its number in the file.
  package let lineNumbers: [Int]
  /// The info string of a part that becomes a block of code; nil for one that goes on with the text around it.
  package let info: String?
  /// The links of the article that stand in the part.
  package let links: Range<Int>
  /// What the part itself includes.
  package let inclusions: [Inclusion]
}

extension Inclusion {
  /// A line that only asks, and leaves nothing behind.
  init(removing span: SourceSpan) {
    self.init(span: span, path: span.path, text: [], lineNumbers: [], info: nil, links: 0..<0, inclusions: [])
  }
}

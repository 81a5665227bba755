package import Diagnostics

/// How a text is written, as far as only its rendering sees it: what rules of writing ask about.
package struct Prose: Sendable {
  /// A piece of the text.
  package struct Passage: Sendable {
    /// As it was written, but for markup.
    package let text: String
    package let span: SourceSpan
  }

  /// Words outside of code.
  package var wordCount = 0
  /// Where the phrases stand that were looked for, each under the spelling that it was asked for by.
  package var phrases: [(phrase: String, passage: Passage)] = []
  /// The text of each link with a destination of its own; empty where there is nothing in the link to read.
  package var linkTexts: [Passage] = []
  /// The heading rows of tables that have nothing in them.
  package var emptyTableHeaders: [SourceSpan] = []
  /// The ids that something above has already.
  package var repeatedIDs: [Passage] = []
}

package import Diagnostics

/// A place in a text for a live piece of the site: `:::slo secrets-read show=budget`.
package struct Embed: Sendable {
  /// A word as it is written, without quotation marks.
  package struct Part: Sendable {
    package let text: String
    package let span: SourceSpan

    package init(_ text: String, at span: SourceSpan) {
      self.text = text
      self.span = span
    }
  }

  /// Which piece is wanted; one of the names that the text was rendered with.
  package let name: Part
  package let argument: Part?
  /// In the order of the text, each name once.
  package let options: [(name: Part, value: Part)]
  /// What stands for the piece in `Article.html`: its line in a paragraph.
  package let range: Range<Int>

  package init(name: Part, argument: Part?, options: [(name: Part, value: Part)], range: Range<Int>) {
    self.name = name
    self.argument = argument
    self.options = options
    self.range = range
  }
}

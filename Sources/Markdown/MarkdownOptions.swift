package import Bytes

/// How a text is rendered.
package struct MarkdownOptions: Sendable {
  /// What becomes of HTML written in Markdown.
  package enum RawHTML: String, Sendable, CaseIterable {
    /// Trusted content: HTML as it is, less the tags that GFM's tag filter disallows.
    case keep
    /// HTML shown as the text that was written.
    case escape
  }

  package var rawHTML: RawHTML
  /// Portal furniture: heading links, focusable code blocks, named scrollable tables.
  ///
  /// Without it the HTML is what
  /// the specification's examples show.
  package var furniture: Bool

  /// Without any, a text is plain GitHub Flavored Markdown.
  package var dialects: Dialects

  /// What `{{ name }}` stands for.
  package var variables: Variables

  /// The names that a line `:::name` may ask a live piece of the site by; other such lines are text.
  package var embeds: [String]

  /// Finds the files that a text includes; nil where it may include none.
  package var includes: IncludeSource?

  /// What to look for in running text; nil where nobody asks for `Article.prose`.
  package var prose: PhraseTable?

  /// Draws the code blocks in its languages; nil to leave them code.
  package var drawer: Drawer?

  /// How the texts that are no author's are said.
  package var phrases = Phrases.english

  package init(
    rawHTML: RawHTML = .keep, furniture: Bool = true, dialects: Dialects = .all, variables: Variables = .init(),
    embeds: [String] = [], includes: IncludeSource? = nil, prose: PhraseTable? = nil, drawer: Drawer? = nil
  ) {
    self.rawHTML = rawHTML
    self.furniture = furniture
    self.dialects = dialects
    self.variables = variables
    self.embeds = embeds
    self.includes = includes
    self.prose = prose
    self.drawer = drawer
  }
}

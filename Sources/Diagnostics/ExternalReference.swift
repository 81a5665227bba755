/// A place that holds the URL of something outside the site.
package struct ExternalReference: Sendable {
  /// As a browser would read it: with its fragment, entities decoded.
  package let url: String
  /// The URL in its file.
  package let span: SourceSpan
  /// Whether another URL may be written over the span: people write that file, and the URL stands there letter for letter.
  package let isRewritable: Bool

  package init(url: String, span: SourceSpan, isRewritable: Bool) {
    self.url = url
    self.span = span
    self.isRewritable = isRewritable
  }
}

import Bytes
package import Diagnostics

/// Renders GitHub Flavored Markdown: the one entry of this module.
package enum MarkdownRenderer {
  /// Renders one text; may be called on any number of threads at once.
  ///
  /// - Parameters:
  ///   - text: the file's bytes without front matter.
  ///   - path: the file as spans name it.
  ///   - firstLine: the line in the file that the text begins on.
  /// - Returns: the article, with `markdown-limit`, `invalid-utf8`, `unsafe-url`, `unknown-embed` and `embed-syntax`
  ///   errors, and warnings of blocks that are not what their author meant. A text beyond the limits is not parsed; its article shows the beginning of its source.
  package static func render(
    _ text: ArraySlice<UInt8>, path: String, firstLine: Int = 1, options: MarkdownOptions = .init()
  ) -> Outcome<Article> {
    let text = WellFormedText(text)
    let lines = LineIndex(text.bytes)
    return unsafe text.bytes.withUnsafeBufferPointer { buffer in
      let view = unsafe ByteView(buffer)
      let source = SourceText(view, lines: lines, path: path, firstLine: firstLine)
      var outcome = render(source, options: options)
      if let offset = text.firstFault { outcome.diagnostics.insert(invalidUTF8(at: offset, in: source), at: 0) }
      return outcome
    }
  }

  private static func render(_ source: SourceText, options: MarkdownOptions) -> Outcome<Article> {
    if let excess = HostileScan.excess(in: source) { return refuse(source, excess) }
    let blocks = Blocks(options: options, source: source)
    let tree = CMark.shared.parse(source.bytes, blocks: blocks)
    blocks?.reportUnclosed()
    var renderer = Renderer(options: options, source: source, blocks: blocks?.blocks ?? [])
    renderer.render(tree.root)
    var outcome = renderer.outcome
    outcome.diagnostics += blocks?.diagnostics ?? []
    return outcome
  }

  /// The beginning of the source as it is, escaped.
  private static func refuse(_ source: SourceText, _ excess: Excess) -> Outcome<Article> {
    var buffer = ByteBuffer()
    buffer.append("<pre>")
    buffer.append(source.bytes.cut(to: 64 << 10), escaping: .html)
    buffer.append("</pre>\n")
    var article = Article()
    article.html = buffer.bytes
    return Outcome(article, [finding(of: excess, in: source)])
  }

  /// Tells of a text that is not parsed.
  static func finding(of excess: Excess, in source: SourceText) -> Diagnostic {
    let line = source.span(of: source.start(ofLine: excess.line)..<source.start(ofLine: excess.line))
    return excess.diagnostic(at: line)
  }

  private static func invalidUTF8(at offset: Int, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .invalidUTF8, "the text is not well-formed UTF-8", at: source.span(of: offset..<offset),
      help: "Save the file as UTF-8.")
  }
}

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
  /// - Returns: the article, with `markdown-limit`, `invalid-utf8` and `unsafe-url` errors. A text beyond the limits
  ///   is not parsed; its article shows the beginning of its source.
  package static func render(
    _ text: ArraySlice<UInt8>, path: String, firstLine: Int = 1, options: MarkdownOptions = .init()
  ) -> Outcome<Article> {
    let bytes = Array(text)
    let lines = LineIndex(bytes)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      let view = unsafe ByteView(buffer)
      let source = SourceText(view, lines: lines, path: path, firstLine: firstLine)
      let tree = CMark.shared.parse(view)
      var renderer = Renderer(options: options, source: source)
      renderer.render(tree.root)
      return renderer.outcome
    }
  }
}

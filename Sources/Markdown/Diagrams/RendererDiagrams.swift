import Bytes
import Diagnostics

extension Renderer {
  /// What a code block draws; nil for one that is code, or that cannot be drawn, which is reported.
  mutating func drawing(of code: ByteView, _ language: ByteView, of node: Node) -> Drawing? {
    guard let drawer = options.drawer, case let name = language.text.lowercased(), drawer.languages.contains(name)
    else { return nil }
    switch drawer.draw(name, code.text) {
    case .success(let drawing): return drawing
    case .failure(.unavailable(let reason)):
      // One finding says it of all diagrams of the page.
      guard missingLibraries.insert(reason).inserted else { return nil }
      diagnostics.append(
        Diagnostic(
          .diagramUnavailable, "diagrams in '\(name)' are shown as code: \(reason)", at: span(ofLine: node.startLine)))
    case .failure(.refused(let reason, let line)):
      diagnostics.append(
        Diagnostic(
          .diagramFailed, "this diagram cannot be drawn: \(reason)", at: span(ofLine: node.startLine + (line ?? 0)),
          help: "Correct it; until then the page shows its source."))
    }
    return nil
  }

  private func span(ofLine line: Int) -> SourceSpan {
    locator.source.span(of: locator.source.contents(ofLine: line))
  }

  /// Writes a picture that scrolls where it is too wide, with its source behind it.
  mutating func write(_ drawing: Drawing, _ code: ByteView, _ fence: FenceInfo, of node: Node) {
    let title = fence.title?.text
    drawingCount += 1
    html.append("<figure class=\"diagram \(drawing.fit.rawValue)\">\n")
    writeCaption(fence)
    html.append("<div role=\"region\" tabindex=\"0\"")
    append(label: "Diagram: \(title ?? drawing.title)")
    html.append(">")
    write(drawing, title: title, at: span(ofLine: node.startLine))
    html.append("</div>\n<details>\n<summary>")
    append("Source of the diagram")
    html.append("</summary>\n")
    writePre(code, fence, of: node)
    html.append("</details>\n</figure>\n")
  }

  private mutating func write(_ drawing: Drawing, title: String?, at span: SourceSpan) {
    var links: [Link] = []
    var unsafe: [String] = []
    drawing.write(to: &html, prefix: "diagram-\(drawingCount)", title: title) { destination, buffer in
      guard UnsafeURL.scheme(of: destination, isImage: false) == nil else { return unsafe.append(destination) }
      let start = buffer.count
      buffer.append(destination, escaping: .attribute)
      links.append(Link(kind: .link, destination: destination, range: start..<buffer.count, span: span))
    }
    self.links += links
    for destination in unsafe { reportUnsafe(destination, at: span) }
  }
}

import Bytes
import Diagnostics

/// What is known of the images of a text so far.
struct ImageState {
  /// Whether one was written that a reader may see first.
  var hasFirst = false
  /// Whether the paragraph is shown as a figure.
  var isInFigure = false
  /// Where the alternative text of the image begins that is being written.
  var alternativeStart = 0
}

extension Renderer {
  mutating func open(image node: Node) {
    html.append("<img src=\"")
    openURL(syntax.variables.substituted(node.url).text, kind: .image)
    html.append("\" alt=\"")
    image = node
    images.alternativeStart = html.count
  }

  mutating func close(image node: Node) {
    let hasAlternative = html.bytes[images.alternativeStart...].contains { !isSpace($0) }
    if !images.isInFigure { writeTitle(of: node) }
    html.append("\"")
    let attributes = edits.attributes(of: node)
    let scheme = options.dialects.isEmpty ? nil : ColourScheme(url: node.url)
    writeAttributes(of: node, class: scheme.map { "only-\($0.rawValue)" })
    if options.furniture, attributes?["loading"] == nil { writeLoading(isVariant: scheme != nil) }
    html.append(" />")
    let index = openLinks.last?.index
    close(link: node)
    guard options.furniture, let index else { return }
    links[index].sizing = Link.Sizing(attributes)
    let isDecoration = ["none", "presentation"].contains(attributes?["role"])
    if !hasAlternative, !isDecoration { reportMissingAlternative(at: links[index].span) }
  }

  /// Images below the first are loaded when a reader comes near them; of two variants, only the one that is shown.
  private mutating func writeLoading(isVariant: Bool) {
    if images.hasFirst || isVariant { html.append(" loading=\"lazy\" decoding=\"async\"") }
    images.hasFirst = true
  }

  private mutating func reportMissingAlternative(at span: SourceSpan) {
    diagnostics.append(
      Diagnostic(
        .missingAlt, "the image has no alternative text", at: span,
        help: "Say in the brackets what a reader learns from it, as in '![The deployment waits for approval](…)'."))
  }

  // MARK: - Figures

  /// Whether a paragraph is an image with a title, which becomes its caption.
  func hasCaption(_ paragraph: Node) -> Bool {
    guard let image = paragraph.firstChild, image.kind == .image, !image.title.isEmpty, options.furniture,
      !options.dialects.isEmpty, paragraph.parent?.kind != .footnoteDefinition
    else { return false }
    return image.next.map { $0 == paragraph.lastChild && isAttributesAlone($0) } ?? true
  }

  mutating func openFigure() {
    images.isInFigure = true
    startLine()
    html.append("<figure>\n")
  }

  mutating func closeFigure(of paragraph: Node) {
    images.isInFigure = false
    html.append("\n<figcaption>")
    if let title = paragraph.firstChild?.title { html.append(title, escaping: .html) }
    html.append("</figcaption>\n</figure>\n")
  }
}

extension Link.Sizing {
  fileprivate init(_ attributes: Attributes?) {
    let pixels = { (text: String) in
      Int(text.hasSuffix("px") ? text.dropLast(2) : text[...]).flatMap { (1...99_999).contains($0) ? $0 : nil }
    }
    switch (attributes?["width"], attributes?["height"]) {
    case (nil, nil): self = .all
    case (let width?, nil): self = pixels(width).map { .height(width: $0) } ?? .nothing
    case (nil, let height?): self = pixels(height).map { .width(height: $0) } ?? .nothing
    default: self = .nothing
    }
  }
}

/// The colour scheme that an image is drawn for, as Material for MkDocs and GitHub name it behind the URL.
private enum ColourScheme: String {
  case light, dark

  init?(url: ByteView) {
    guard url.offset(of: "#") != nil else { return nil }
    if url.hasSuffix("#only-light") || url.hasSuffix("#gh-light-mode-only") {
      self = .light
    } else if url.hasSuffix("#only-dark") || url.hasSuffix("#gh-dark-mode-only") {
      self = .dark
    } else {
      return nil
    }
  }
}

extension ByteView {
  fileprivate func hasSuffix(_ text: String) -> Bool { has(text, at: count - text.utf8.count) }
}

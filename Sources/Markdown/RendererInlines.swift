import Bytes
import Diagnostics

/// A link or image whose end the renderer has not reached.
struct OpenLink {
  /// Its index in the renderer's links; nil for one that does not count.
  let index: Int?
  /// Whether its URL was left out.
  var isUnsafe = false
  let destination: String
  /// Whether only another language knows the destination.
  var isForeign = false
  /// Where its text begins in the running text.
  let proseStart: Int
}

extension String {
  /// Whether a destination is a term of a glossary: `term:error-budget`.
  fileprivate var isTerm: Bool { utf8.count > 5 && prefix(5).lowercased() == "term:" }
}

extension Renderer {
  mutating func write(break markup: String) {
    html.append(markup)
    plain.append(" ")
    prose?.addSpace()
  }

  /// Writes what stands for a node below an image in the image's alternative text.
  mutating func writeAlternative(_ node: Node) {
    switch node.kind {
    case .text: write(alternative: node)
    case .code, .html:
      html.append(node.literal, escaping: .html)
      plain.append(node.literal)
      prose?.addOpaque()
    case .softBreak, .lineBreak:
      html.append(" ")
      plain.append(" ")
      prose?.addSpace()
    default: break
    }
  }

  /// Writes a part of a text, with the URLs that stand bare in it as links.
  ///
  /// - Parameter isCutOff: whether a construct of another language comes next, which a URL may go on with.
  mutating func write(_ part: Range<Int>, of node: Node, isCutOff: Bool = false) {
    let text = node.literal[part]
    plain.append(text)
    var written = 0
    if openLinks.isEmpty {
      var bareLinks = BareLinks(text, mayBegin: part.lowerBound > 0 || mayBeginWWW(node))
      while let match = bareLinks.next() {
        let behind = text[match.range.upperBound..<text.count]
        if isCutOff, behind.prefix(while: { !isSpace($0) }).count == behind.count { break }
        html.append(text[written..<match.range.lowerBound], escaping: .html)
        let range = match.range.lowerBound + part.lowerBound..<match.range.upperBound + part.lowerBound
        prose?.add(part.lowerBound + written..<range.lowerBound, of: node)
        prose?.addOpaque()
        write(range, prefix: match.prefix, of: node)
        written = match.range.upperBound
      }
    }
    html.append(text[written..<text.count], escaping: .html)
    prose?.add(part.lowerBound + written..<part.upperBound, of: node)
  }

  /// Whether what stands before a text lets `www.` begin a link: a space, an emphasis delimiter or nothing.
  private func mayBeginWWW(_ node: Node) -> Bool {
    switch node.previous?.kind {
    case nil, .softBreak, .lineBreak, .emphasis, .strong, .strikethrough: true
    default: false
    }
  }

  private mutating func write(_ range: Range<Int>, prefix: String, of node: Node) {
    let text = node.literal[range]
    html.append("<a href=\"")
    let start = html.count
    html.append(prefix)
    html.append(href: text)
    let span = locator.place(of: range, in: node)
    if templateDepth == 0 {
      links.append(Link(kind: .link, destination: prefix + text.text, range: start..<html.count, span: span))
    }
    html.append("\">")
    html.append(text, escaping: .html)
    html.append("</a>")
  }

  // MARK: - Links

  mutating func open(link node: Node) {
    if isForeign(node) { return open(foreignLink: node) }
    let destination = syntax.variables.substituted(node.url).text
    openLink(.link, to: destination)
    writeTitle(of: node)
    html.append("\"")
    writeAttributes(of: node)
    html.append(">")
    if node.firstChild == nil, let index = openLinks.last?.index { links[index].title = html.count..<html.count }
  }

  /// Writes the beginning of a link up to the end of its URL.
  mutating func openLink(_ kind: Link.Kind, to destination: String) {
    let isTerm = isTerm(destination)
    if isTerm { html.append("<span class=\"term\">") }
    html.append(isTerm ? "<a aria-describedby=\"term-\(termCount + 1)\" href=\"" : "<a href=\"")
    openURL(destination, kind: kind)
  }

  /// Writes the end of the link that was opened last.
  mutating func endLink() {
    if openLinks.last?.isForeign == true { return }
    html.append("</a>")
    guard let open = openLinks.last, isTerm(open.destination) else { return }
    termCount += 1
    html.append("<span class=\"term-definition\" role=\"tooltip\" id=\"term-\(termCount)\">")
    if let index = open.index { links[index].definition = html.count..<html.count }
    html.append("</span></span>")
  }

  private func isTerm(_ destination: String) -> Bool { syntax.dialects.contains(.portico) && destination.isTerm }

  mutating func writeTitle(of node: Node) {
    guard !node.title.isEmpty else { return }
    html.append("\" title=\"")
    html.append(node.title, escaping: .html)
  }

  mutating func openURL(_ destination: String, kind: Link.Kind) {
    guard UnsafeURL.scheme(of: destination, isImage: kind == .image) == nil else {
      openLinks.append(
        OpenLink(index: nil, isUnsafe: true, destination: destination, proseStart: prose?.count ?? 0))
      return
    }
    let start = html.count
    html.append(href: destination)
    let isInTemplate = templateDepth > 0
    openLinks.append(
      OpenLink(index: isInTemplate ? nil : links.count, destination: destination, proseStart: prose?.count ?? 0))
    if isInTemplate { return }
    // Its place in the source is known once the whole link is read: the destination comes after the text.
    let unknown = locator.source.span(of: 0..<0)
    links.append(Link(kind: kind, destination: destination, range: start..<html.count, span: unknown))
  }

  mutating func close(link node: Node) {
    let span = locator.destination(of: node)
    report(syntax.variables.substituted(node.url).unknown, at: span)
    if node.kind == .link, let text = locator.linkText, let open = openLinks.last, !takesTitle(node, open) {
      // Of an empty link the brackets.
      let shown = text.isEmpty ? text.lowerBound - 1..<text.upperBound + 1 : text
      prose?.addLink(from: open.proseStart, at: locator.source.span(of: shown))
    }
    if openLinks.last?.isForeign == true { close(foreignLink: node, at: span) } else { place(link: span) }
  }

  /// Whether the title of what a link leads to becomes its text, which only what the site knows has.
  private func takesTitle(_ node: Node, _ open: OpenLink) -> Bool {
    node.firstChild == nil && !open.destination.contains("//") && !open.destination.hasPrefix("mailto:")
  }

  /// Tells where the destination of the link that was opened last stands.
  mutating func place(link span: SourceSpan) {
    guard let open = openLinks.popLast() else { return }
    if open.isUnsafe { reportUnsafe(open.destination, at: span) }
    if let index = open.index { links[index].span = span }
  }

  mutating func reportUnsafe(_ destination: String, at span: SourceSpan) {
    diagnostics.append(
      Diagnostic(
        .unsafeURL, "the URL '\(destination.prefix(80))' may not stand in a page", at: span,
        help: "Link to an https: URL or to a file of the site."))
  }
}

import Bytes

extension Renderer {
  /// Takes the ids of the footnotes before a heading can.
  mutating func claimFootnoteIDs(in root: Node) {
    var definition = root.lastChild
    while let node = definition, node.kind == .footnoteDefinition {
      definition = node.previous
    }
    var number = 0
    var next = definition == nil ? root.firstChild : definition?.next
    while let node = next {
      number += 1
      claim(countedID: "fn-\(includes.footnotePrefix)\(number)")
      for reference in 1...max(node.referenceCount, 1) {
        claim(countedID: "fnref-\(includes.footnotePrefix)\(referenceName(number: "\(number)", reference))")
      }
      next = node.next
    }
  }

  /// `1` for the first reference to footnote 1, `1-2` for the second.
  private func referenceName(number: String, _ reference: Int) -> String {
    reference > 1 ? "\(number)-\(reference)" : number
  }

  mutating func write(footnoteReference node: Node) {
    guard let definition = node.footnoteDefinition else { return }
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn-\(includes.footnotePrefix)")
    append(nameOf: definition, number: node.literal)
    html.append("\" id=\"fnref-\(includes.footnotePrefix)")
    append(nameOf: definition, number: node.literal)
    if node.referenceNumber > 1 { html.append("-\(node.referenceNumber)") }
    html.append(options.furniture ? "\">" : "\" data-footnote-ref>")
    html.append(node.literal)
    html.append("</a></sup>")
  }

  /// The library names footnotes by their labels, where `[^a]`, referenced twice, and `[^a-2]` would meet in one id;
  /// the portal names them by their numbers.
  private mutating func append(nameOf definition: Node, number: ByteView) {
    if options.furniture { html.append(number) } else { html.append(href: definition.literal) }
  }

  mutating func open(footnote node: Node) {
    if footnoteCount == 0 {
      html.append("<section class=\"footnotes\"")
      if options.furniture { append(label: "Footnotes") } else { html.append(" data-footnotes") }
      html.append(">\n<ol>\n")
    }
    footnoteCount += 1
    hasBackLink = false
    html.append("<li id=\"fn-\(includes.footnotePrefix)")
    appendName(of: node)
    html.append("\">\n")
  }

  private mutating func appendName(of definition: Node) {
    if options.furniture { html.append("\(footnoteCount)") } else { html.append(href: definition.literal) }
  }

  mutating func close(footnote node: Node) {
    if !hasBackLink {
      writeBackLinks(to: node)
      html.append("\n")
    }
    html.append("</li>\n")
  }

  /// One link back to each reference; the library's way at most once a footnote.
  mutating func writeBackLinks(to node: Node) {
    guard !hasBackLink else { return }
    hasBackLink = true
    for reference in 1...max(node.referenceCount, 1) {
      html.append(reference > 1 ? " <a href=\"#fnref-" : "<a href=\"#fnref-")
      html.append(includes.footnotePrefix)
      appendName(of: node)
      if reference > 1 { html.append("-\(reference)") }
      html.append("\" class=\"footnote-backref\"")
      if options.furniture {
        append(label: "Back to reference \(referenceName(number: "\(footnoteCount)", reference))")
        html.append(">↩")
      } else {
        html.append(" data-footnote-backref aria-label=\"Back to content\">↩")
      }
      html.append(reference > 1 ? "<sup class=\"footnote-ref\">\(reference)</sup></a>" : "</a>")
    }
  }
}

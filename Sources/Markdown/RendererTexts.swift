import Bytes

/// Texts of the interface, in the language of the page.
extension Renderer {
  mutating func append(_ phrase: Phrase) { html.append(options.phrases.text(of: phrase), escaping: .html) }

  /// An attribute that names an element.
  mutating func append(label phrase: Phrase) {
    html.append(" aria-label=\"")
    append(phrase)
    html.append("\"")
  }
}

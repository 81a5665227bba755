/// A construct of a language that Portico does not run, in a text outside of code.
///
/// What stands for text that is not there is shown as it was written; what opens, closes or sets something is left out.
struct ForeignConstruct {
  enum Language: Int, CaseIterable {
    /// `{% if x %}` of Liquid and Jinja.
    case tag
    /// `{{ f(x) }}`, `{{ x | filter }}` of Liquid, Jinja and Go templates.
    case expression
    /// `{{< name >}}`, `{{% name %}}` of Hugo.
    case shortcode
    /// `<%= x %>` of Embedded Ruby.
    case embeddedRuby
    /// `<<name()>>` and `<<name>>` of mkdocs-macros with markers of its own.
    case macro
    /// `<Tabs items={x}>` of JSX.
    case component
    /// `import …` and `export …` of MDX.
    case module
    /// `<MY-APP>`, which a browser takes for a tag.
    case placeholder
  }

  let language: Language
  let end: Int
  let isShown: Bool

  /// The construct that begins at an offset; nil where none does.
  ///
  /// - Parameter missing: ends that were looked for in vain, so that no text is read twice for one.
  init?(_ text: ByteView, at start: Int, missing: inout Set<String>) {
    guard let (language, opening, closing) = ForeignConstruct.markers(text, at: start),
      let end = text.end(of: closing, from: start + opening, missing: &missing)
    else { return nil }
    self.language = language
    self.end = end
    isShown = ForeignConstruct.isShown(language, text[start + opening..<end - closing.utf8.count])
  }

  init(_ language: Language, end: Int, isShown: Bool) {
    self.language = language
    self.end = end
    self.isShown = isShown
  }

  /// The first construct in the destination of a link.
  static func first(in destination: ByteView) -> (language: Language, range: Range<Int>)? {
    var missing: Set<String> = []
    for index in 0..<destination.count where "<{".utf8.contains(destination[index]) {
      if let construct = ForeignConstruct(destination, at: index, missing: &missing) {
        return (construct.language, index..<construct.end)
      }
    }
    return nil
  }

  private static func markers(_ text: ByteView, at start: Int) -> (Language, opening: Int, closing: String)? {
    if text.has("{{<", at: start) { return (.shortcode, 3, ">}}") }
    if text.has("{{%", at: start) { return (.shortcode, 3, "%}}") }
    if text.has("{{", at: start) {
      // A name alone is one of a variable, and the expressions of GitHub's workflows are text that pages speak of.
      let isText = VariableReference(text, at: start) != nil || start > 0 && text[start - 1] == UInt8(ascii: "$")
      return isText ? nil : (.expression, 2, "}}")
    }
    if text.has("{%", at: start) { return (.tag, 2, "%}") }
    if text.has("<%", at: start) { return (.embeddedRuby, 2, "%>") }
    guard text.has("<<", at: start) else { return nil }
    let name = text[start + 2..<text.count].prefix { isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    let behind = start + 2 + name.count
    return !name.isEmpty && (text.has("(", at: behind) || text.has(">>", at: behind)) ? (.macro, 2, ">>") : nil
  }

  private static func isShown(_ language: Language, _ inner: ByteView) -> Bool {
    var start = 0
    while start < inner.count, isSpace(inner[start]) || inner[start] == UInt8(ascii: "-") { start += 1 }
    let rest = inner[start..<inner.count]
    let word = rest.prefix { isLetter($0) || $0 == UInt8(ascii: "_") }.text
    return switch language {
    case .tag: !word.hasPrefix("end") && !controlWords.contains(word)
    case .shortcode: !rest.has("/", at: 0)
    case .embeddedRuby: inner.has("=", at: 0)
    default: true
    }
  }

  /// Tags that stand for no text.
  private static let controlWords: Set<String> = [
    "assign", "autoescape", "block", "break", "call", "capture", "case", "comment", "continue", "cycle", "decrement",
    "do", "elif", "else", "elseif", "elsif", "extends", "filter", "for", "from", "if", "import", "increment", "macro",
    "raw", "set", "tablerow", "unless", "verbatim", "when", "with",
  ]
}

extension ByteView {
  /// The offset behind the next of some bytes; nil if they do not come.
  fileprivate func end(of closing: String, from start: Int, missing: inout Set<String>) -> Int? {
    guard !missing.contains(closing) else { return nil }
    var position = start
    while position < count {
      if has(closing, at: position) { return position + closing.utf8.count }
      position += 1
    }
    missing.insert(closing)
    return nil
  }
}

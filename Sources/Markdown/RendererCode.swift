import Bytes
import Diagnostics
import Highlighting

extension Renderer {
  mutating func write(codeBlock node: Node) {
    startLine()
    guard options.furniture else { return writeBare(codeBlock: node) }
    guard let code = codeWithIncludes(of: node) else { return write(node.code, info: node.info, of: node) }
    unsafe code.withUnsafeBufferPointer { write(unsafe ByteView($0), info: node.info, of: node) }
  }

  /// Writes a block of code that stands in the place of a node.
  mutating func write(_ code: ByteView, info: ByteView, of node: Node) {
    let fence = FenceInfo(info, hasAttributes: !options.dialects.isEmpty)
    if let drawing = drawing(of: code, fence.language, of: node) {
      write(drawing, code, fence, of: node)
    } else {
      if fence.title != nil { html.append("<figure class=\"code\">\n") }
      writeCaption(fence)
      writePre(code, fence, of: node)
      if fence.title != nil { html.append("</figure>\n") }
    }
    for fault in fence.faults { report(.codeAttribute, fault.message, fault.range, of: node, help: fault.help) }
  }

  mutating func writeCaption(_ fence: FenceInfo) {
    guard let title = fence.title else { return }
    html.append("<figcaption>")
    html.append(title, escaping: .html)
    html.append("</figcaption>\n")
  }

  mutating func writePre(_ code: ByteView, _ fence: FenceInfo, of node: Node) {
    hasCode = true
    openPre(fence)
    if fence.fillsVariables {
      fillVariables(in: code, of: node, fence)
    } else {
      write(code: code, fence, of: node)
    }
    html.append("</code></pre>\n")
  }

  private mutating func fillVariables(in code: ByteView, of node: Node, _ fence: FenceInfo) {
    var (code, unknown) = syntax.variables.substituted(code)
    code.withUTF8 { unsafe write(code: ByteView($0), fence, of: node) }
    let source = locator.source
    report(unknown, at: source.span(of: source.contents(ofLine: node.startLine)))
  }

  /// As the specification's examples have it.
  private mutating func writeBare(codeBlock node: Node) {
    html.append("<pre>")
    openCode(language: node.info.prefix { !isSpace($0) }, isNamed: !node.info.isEmpty)
    html.append(node.code, escaping: .html)
    html.append("</code></pre>\n")
    plain.append(node.code)
  }

  private mutating func openPre(_ fence: FenceInfo) {
    html.append("<pre")
    if let id = fence.id {
      html.append(" id=\"")
      html.append(id, escaping: .html)
      html.append("\"")
      claim(id: id.text)
    }
    if fence.wraps || !fence.classes.isEmpty {
      html.append(fence.wraps ? " class=\"wrap" : " class=\"")
      for (index, name) in fence.classes.enumerated() {
        if index > 0 || fence.wraps { html.append(" ") }
        html.append(name, escaping: .html)
      }
      html.append("\"")
    }
    html.append(" tabindex=\"0\">")
    openCode(language: fence.language, isNamed: !fence.language.isEmpty)
  }

  private mutating func openCode(language: ByteView, isNamed: Bool) {
    html.append("<code")
    if isNamed {
      html.append(" class=\"language-")
      html.append(language, escaping: .html)
      html.append("\"")
    }
    html.append(">")
  }

  // MARK: - Lines

  private mutating func write(code: ByteView, _ fence: FenceInfo, of node: Node) {
    let notes = options.dialects.isEmpty ? 0 : itemsOfNotes(below: node)
    let hasComments = !options.dialects.isEmpty && CodeLines.mayHaveComments(code)
    guard hasComments || fence.isDiff || !fence.marks.isEmpty || fence.firstNumber != nil || notes > 0 else {
      var tokens = TokenReader(code, in: language(fence.language, of: node))
      write(0..<code.count, of: code, &tokens)
      plain.append(code)
      return
    }
    var block = CodeLines(code)
    if fence.isDiff { block.takeSigns() }
    let language = language(block.hasSigns ? fence.inner : fence.language, of: node)
    var tokens = block.hasSigns ? TokenReader(block.withoutSigns, in: language) : TokenReader(code, in: language)
    if hasComments { block.applyComments() }
    if notes > 0 { block.takeNotes(upTo: notes) }
    let outside = block.apply(fence.marks)
    if let mark = outside.first {
      let count = block.lines.count
      report(
        .codeAttribute, "the block has no line \(mark.lines.upperBound)", mark.range, of: node,
        help: count == 1 ? "It has one line." : "It has \(count) lines; the first is 1.")
    }
    if let list = node.next, block.lines.contains(where: { !$0.notes.isEmpty }) { self.notes.begin(list) }
    write(block, code, &tokens, firstNumber: fence.firstNumber)
  }

  private mutating func write(
    _ block: CodeLines, _ code: ByteView, _ tokens: inout TokenReader, firstNumber: Int?
  ) {
    let hasFocus = block.hasFocus
    var open = LineElement.none
    for (index, line) in block.lines.enumerated() {
      let element = LineElement(line.style, hasFocus: hasFocus, number: firstNumber.map { $0 + index })
      if !element.goesOn(open) {
        close(open)
        self.open(element)
        open = element
      }
      if line.hasGap { html.append(" ") }
      write(line.text, of: code, &tokens)
      write(notes: line.notes)
      html.append("\n")
      plain.append(code[line.text])
      plain.append("\n")
    }
    close(open)
  }

  private mutating func open(_ element: LineElement) {
    guard let name = element.name else { return }
    html.append("<")
    html.append(name)
    if element.isDimmed { html.append(" class=\"dim\"") }
    if let number = element.number { html.append(" data-n=\"\(number)\"") }
    html.append(">")
  }

  private mutating func close(_ element: LineElement) {
    guard let name = element.name else { return }
    html.append("</")
    html.append(name)
    html.append(">")
  }

  // MARK: - Languages

  /// The language that a block names; one that is not known is reported.
  private mutating func language(_ name: ByteView, of node: Node) -> Language? {
    guard !name.isEmpty else { return nil }
    let language = Language.named(name.text)
    let isDrawn = options.drawer?.languages.contains(name.text.lowercased()) ?? false
    if language == nil, !isDrawn, let start = node.info.offset(of: name.text) {
      let help = DidYouMean.help(for: name.text, in: Language.names)
      report(
        .unknownLanguage, "there is no language \(name.text.quoted) to colour", start..<start + name.count, of: node,
        help: help ?? "The block is shown as plain text, which a site may call it: 'text'.")
    }
    return language
  }

  /// Writes a part of a code, its tokens as elements; parts must come in the order of the code.
  private mutating func write(_ part: Range<Int>, of code: ByteView, _ tokens: inout TokenReader) {
    var position = part.lowerBound
    while let (kind, range) = tokens.next(in: position..<part.upperBound) {
      html.append(code[position..<range.lowerBound], escaping: .html)
      html.append("<span class=\"")
      html.append(kind.rawValue)
      html.append("\">")
      html.append(code[range], escaping: .html)
      html.append("</span>")
      position = range.upperBound
    }
    html.append(code[position..<part.upperBound], escaping: .html)
  }

  /// Writes a code span, coloured where it begins with `#!name` or `:::name`, as in PyMdown.
  mutating func write(code node: Node) {
    let text = node.literal
    let mark = options.dialects.contains(.mkdocs) ? ["#!", ":::"].first { text.has($0, at: 0) } : nil
    let name = mark.map { text[$0.utf8.count..<text.count].prefix { !isSpace($0) } }
    html.append("<code")
    let start = (mark?.utf8.count ?? 0) + (name?.count ?? 0) + 1
    if let name, start < text.count, let language = Language.named(name.text) {
      let code = text[start..<text.count]
      hasCode = true
      writeAttributes(of: node, class: "language-" + language.name)
      html.append(">")
      var tokens = TokenReader(code, in: language)
      write(0..<code.count, of: code, &tokens)
      plain.append(code)
    } else {
      writeAttributes(of: node)
      html.append(">")
      html.append(text, escaping: .html)
      plain.append(text)
    }
    html.append("</code>")
    prose?.addOpaque()
  }

  // MARK: - Notes

  /// How many items a list has that the marks of a code block can refer to; 0 without such a list right below it.
  private func itemsOfNotes(below node: Node) -> Int {
    guard let list = node.next, list.kind == .list, !list.isBulletList, list.listStart == 1 else { return 0 }
    return list.children.reduce(0) { count, _ in count + 1 }
  }

  private mutating func write(notes numbers: [Int]) {
    for number in numbers {
      html.append(" <a class=\"note\" href=\"#note-\(notes.count).\(number)\"")
      append(label: "Note \(number)")
      html.append(">\(number)</a>")
    }
  }

  /// A dot, which the id of no heading has, keeps the ids apart.
  mutating func writeNoteID() {
    guard var list = notes.open.popLast() else { return }
    list.items += 1
    html.append(" id=\"note-\(list.number).\(list.items)\"")
    notes.open.append(list)
  }

  // MARK: - Findings

  private mutating func report(
    _ rule: Rule, _ message: String, _ range: Range<Int>, of node: Node, help: String
  ) {
    let line = locator.source.contents(ofLine: node.startLine)
    let info = node.info.text
    // Where the info string was written with escapes, only its line is known.
    let offset = locator.source.bytes[line].offset(of: info)
    let start = line.lowerBound + (offset ?? 0)
    let span = locator.source.span(of: offset == nil ? line : start + range.lowerBound..<start + range.upperBound)
    diagnostics.append(Diagnostic(rule, message, at: span, help: help))
  }
}

/// The lists that code blocks right above them refer to.
struct CodeNotes {
  /// A list with its number and how many of its items were written.
  struct List {
    let list: Node
    let number: Int
    var items = 0
  }

  /// Those that were begun and not yet left, innermost last.
  var open: [List] = []
  private(set) var count = 0

  mutating func begin(_ list: Node) {
    count += 1
    open.append(List(list: list, number: count))
  }
}

/// The element that a line, or several alike, are wrapped in.
private struct LineElement: Equatable {
  static let none = LineElement([], hasFocus: false, number: nil)

  /// nil for lines that need none.
  let name: String?
  let isDimmed: Bool
  let number: Int?

  init(_ style: LineStyle, hasFocus: Bool, number: Int?) {
    isDimmed = hasFocus && !style.contains(.focused)
    self.number = number
    name =
      if style.contains(.inserted) {
        "ins"
      } else if style.contains(.deleted) {
        "del"
      } else if style.contains(.highlighted) {
        "mark"
      } else {
        isDimmed || number != nil ? "span" : nil
      }
  }

  /// Whether a line can stand in the element of the line before it: each inserted or deleted one shows a sign.
  func goesOn(_ other: LineElement) -> Bool {
    self == other && number == nil && name != "ins" && name != "del"
  }
}

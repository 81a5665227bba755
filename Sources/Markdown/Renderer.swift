import Bytes
import Diagnostics

/// Writes the tree of one text as HTML, and gathers what an `Article` holds beside it.
struct Renderer {
  let options: MarkdownOptions
  /// What the nodes are that other dialects brought.
  var blocks: [Block]
  var html: ByteBuffer
  var links: [Link] = []
  var embeds: [Embed] = []
  var headings: [Heading] = []
  var sections: [Section] = []
  var anchors: Set<String> = []
  var countedAnchors: Set<String> = []
  var diagnostics: [Diagnostic] = []
  var ignores: [IgnoreComment] = []
  /// Plain text, of which the section that is being read begins at `sectionStart`.
  var plain: ByteBuffer
  private var sectionStart = 0
  var locator: Locator
  /// What the dialects add to the texts of the block that is being written, and what tells whether there is any.
  var edits = InlineEdits()
  var syntax: InlineSyntax
  let starters: ByteSet
  var candidates: InlineCandidates
  /// Icons that were left out: how many, and the first of them.
  var icons: (count: Int, first: (name: String, span: SourceSpan)?) = (0, nil)
  var foreign = ForeignSyntax()
  /// Of the paragraph that is being written: where it began, where its text did, and what had been left out by then.
  private var paragraph = (start: 0, text: 0, leftOut: 0)
  /// A block that nothing is written of.
  private var hidden: Node?
  /// Links and images that were entered and not yet left, innermost last.
  var openLinks: [OpenLink] = []
  /// The image whose alternative text is being written.
  var image: Node?
  var images = ImageState()
  /// Footnotes written so far, and whether the last one has its links back.
  var footnoteCount = 0
  var hasBackLink = false
  /// Elements `template` of raw HTML that are open: no reader sees what is in them.
  var templateDepth = 0
  /// Nil where nobody asks how the text is written.
  var prose: ProseRecorder?
  var definitions = DefinitionRecorder()
  /// Links to terms written so far.
  var termCount = 0
  /// Sets of tabs that were begun: those not yet ended, innermost last, and all of them.
  var tabSets: [TabSet] = []
  var tabSetCount = 0
  private var slugs = UniqueSlugs()
  private var table = TableState()
  /// The tables below the last heading, which count the headings before them.
  private var tables = (headings: 0, count: 0)
  var notes = CodeNotes()
  var hasCode = false
  /// Diagrams drawn so far, and why some could not be, of which each is reported once.
  var drawingCount = 0
  var missingLibraries: Set<String> = []
  var includes: IncludeState

  private struct TableState {
    var alignments: [UInt8] = []
    var isInHeader = false
    var hasBody = false
    var column = 0
  }

  init(options: MarkdownOptions, source: SourceText, blocks: [Block]) {
    self.options = options
    self.blocks = blocks
    html = ByteBuffer(capacity: source.bytes.count * 3 / 2)
    plain = ByteBuffer(capacity: source.bytes.count)
    locator = Locator(source)
    syntax = InlineSyntax(dialects: options.dialects, variables: options.variables)
    starters = syntax.starters
    candidates = options.dialects.isEmpty ? InlineCandidates() : InlineCandidates(in: source)
    prose = options.prose.map { ProseRecorder($0) }
    includes = IncludeState(open: [source.path])
  }

  /// What was rendered.
  var outcome: Outcome<Article> {
    var article = Article()
    article.html = html.bytes
    article.links = links
    article.embeds = embeds
    article.headings = headings
    article.sections = sections
    article.definitions = definitions.definitions
    article.anchors = anchors
    article.countedAnchors = countedAnchors
    article.hasCode = hasCode
    article.prose = prose?.prose
    article.inclusions = includes.done
    article.foreignFiles = foreign.files
    article.ignores = ignores
    return Outcome(article, diagnostics)
  }

  /// Renders the tree of the page's text, or of one that it includes.
  mutating func render(_ root: Node) {
    if options.furniture { claimFootnoteIDs(in: root) }
    readAbbreviations(in: root)
    let isIncluded = includes.open.count > 1
    if !isIncluded { readIncludedAbbreviations(in: root) }
    var walk = TreeWalk(root)
    while let (event, node) = walk.next() {
      if let image {
        guard event == .leave, node == image else {
          if event == .enter { writeAlternative(node) }
          continue
        }
        self.image = nil
      }
      if let hidden {
        if event == .leave, node == hidden { self.hidden = nil }
        continue
      }
      if event == .enter { enter(node) } else { leave(node) }
    }
    if footnoteCount > 0 { html.append("</ol>\n</section>\n") }
    guard !isIncluded else { return }
    endSection()
    reportIcons()
    diagnostics += foreign.findings
  }

  // MARK: - Nodes

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: write(text: node)
    case .softBreak: write(break: "\n")
    case .lineBreak: write(break: "<br />\n")
    case .code: write(code: node)
    case .html: write(inlineHTML: node)
    case .emphasis: open("em", of: node)
    case .strong: open("strong", of: node)
    case .strikethrough: open(strikethroughTag(of: node), of: node)
    case .link: open(link: node)
    case .image: open(image: node)
    case .footnoteReference: write(footnoteReference: node)
    case .paragraph: open(paragraph: node)
    case .heading: open(heading: node)
    case .codeBlock: write(codeBlock: node)
    case .htmlBlock: write(htmlBlock: node)
    case .directive: write(directive: node)
    case .blockTitle: open(blockTitle: node)
    case .thematicBreak: startLine(); html.append("<hr />\n")
    case .blockQuote, .block: open(block: node)
    case .list: open(list: node)
    case .item: open(item: node)
    case .table: open(table: node)
    case .tableRow: open(row: node)
    case .tableCell: open(cell: node)
    case .footnoteDefinition: open(footnote: node)
    case .document, .other: break
    }
  }

  private mutating func leave(_ node: Node) {
    switch node.kind {
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .strikethrough: html.append("</\(strikethroughTag(of: node))>")
    case .link: endLink(); close(link: node)
    case .image: close(image: node)
    case .paragraph: close(paragraph: node)
    case .heading: close(heading: node)
    case .blockQuote, .block: close(block: node)
    case .list: close(list: node)
    case .blockTitle: close(blockTitle: node)
    case .item: html.append("</li>\n")
    case .table: closeTable()
    case .tableRow: close(row: node)
    case .tableCell: close(cell: node)
    case .footnoteDefinition: close(footnote: node)
    default: break
    }
  }

  /// Ends the line of HTML that something was written on.
  mutating func startLine() {
    if let last = html.bytes.last, last != UInt8(ascii: "\n") { html.append("\n") }
  }

  // MARK: - Paragraphs

  private mutating func open(paragraph node: Node) {
    begin(node)
    guard !hides(node) else {
      hidden = node
      return
    }
    if hasCaption(node) { return openFigure() }
    paragraph = (html.count, html.count, foreign.leftOut)
    guard !node.isTightParagraph else { return }
    startLine()
    open("p", of: node)
    paragraph.text = html.count
  }

  private mutating func close(paragraph node: Node) {
    prose?.end(node, &locator)
    plain.append("\n")
    if images.isInFigure { return closeFigure(of: node) }
    guard !node.isTightParagraph else { return }
    if foreign.leftOut > paragraph.leftOut, html.bytes[paragraph.text...].allSatisfy(isSpace) {
      return html.truncate(to: paragraph.start)
    }
    if let parent = node.parent, parent.kind == .footnoteDefinition, node.next == nil {
      html.append(" ")
      writeBackLinks(to: parent)
    }
    html.append("</p>\n")
  }

  // MARK: - Headings and sections

  private mutating func open(heading node: Node) {
    begin(node)
    startLine()
    html.append("<h\(node.level)")
    if options.furniture {
      endSection()
      let heading = makeHeading(node)
      headings.append(heading)
      html.append(" id=\"\(heading.id)\"")
    }
    writeAttributes(of: node)
    html.append(">")
  }

  /// Takes an id, or the first free one of that name.
  @discardableResult mutating func claim(id: String) -> String {
    let id = slugs.claim(id)
    anchors.insert(id)
    return id
  }

  /// The same for an id with a number in it that says how many came before.
  @discardableResult mutating func claim(countedID id: String) -> String {
    let id = claim(id: id)
    countedAnchors.insert(id)
    return id
  }

  private mutating func makeHeading(_ node: Node) -> Heading {
    let outline = HeadingText(node, edits)
    let wanted = edits.attributes(of: node)?.id
    let id = claim(id: wanted ?? Slug.github(outline.slugText))
    let source = locator.source
    let start = source.start(ofLine: node.startLine) + node.startColumn - 1
    let span = source.span(of: start..<max(start, source.contents(ofLine: node.startLine).upperBound))
    if prose?.take(id: wanted ?? id) == false { prose?.add(repeatedID: wanted ?? id, at: span) }
    return Heading(level: node.level, id: id, text: outline.text, html: outline.html, span: span)
  }

  private mutating func close(heading node: Node) {
    prose?.end(node, &locator)
    if options.furniture, let heading = headings.last {
      html.append("<a class=\"heading-link\" href=\"#\(heading.id)\"")
      append(label: "Link to this section: \(heading.text)")
      html.append("></a>")
      // The heading has its own text; the section's begins below it.
      sectionStart = plain.count
    } else {
      plain.append("\n")
    }
    html.append("</h\(node.level)>\n")
  }

  private mutating func endSection() {
    let heading = headings.isEmpty ? nil : headings.count - 1
    if heading != nil || plain.count > sectionStart {
      let text = String(decoding: plain.bytes[sectionStart...], as: UTF8.self)
      sections.append(Section(heading: heading, text: text))
    }
    sectionStart = plain.count
  }

  // MARK: - Lists

  private mutating func open(list node: Node) {
    startLine()
    html.append(node.isBulletList ? "<ul" : "<ol")
    if !node.isBulletList, node.listStart != 1 { html.append(" start=\"\(node.listStart)\"") }
    if node == notes.open.last?.list { html.append(" class=\"notes\"") }
    if options.furniture, node.children.contains(where: \.isTask) { html.append(" class=\"tasks\"") }
    html.append(">\n")
  }

  private mutating func close(list node: Node) {
    html.append(node.isBulletList ? "</ul>\n" : "</ol>\n")
    if node == notes.open.last?.list { notes.open.removeLast() }
  }

  private mutating func open(item node: Node) {
    startLine()
    guard node.isTask else {
      html.append("<li")
      if let list = notes.open.last?.list, node.parent == list { writeNoteID() }
      html.append(">")
      return
    }
    html.append(options.furniture ? "<li class=\"task\">" : "<li>")
    html.append(
      node.isDone ? "<input type=\"checkbox\" checked=\"\" disabled=\"\"" : "<input type=\"checkbox\" disabled=\"\"")
    if options.furniture { append(label: node.isDone ? "Done" : "To do") }
    html.append(" /> ")
  }

  // MARK: - Tables

  private mutating func open(table node: Node) {
    startLine()
    if options.furniture {
      tables = (headings.count, tables.headings == headings.count ? tables.count + 1 : 1)
      let name: Phrase = tables.count > 1 ? "Table \(tables.count)" : "Table"
      html.append("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"")
      let heading = headings.last.map { Phrase(verbatim: $0.text) }
      append(label: [name, heading].compactMap(\.self).joined(separator: ": "))
      html.append(">\n")
    }
    html.append("<table>")
    table = TableState(alignments: node.alignments)
  }

  private mutating func open(row node: Node) {
    startLine()
    table.column = 0
    if node.isHeaderRow {
      table.isInHeader = true
      noteEmptyHeader(node)
      html.append("<thead>\n")
    } else if !table.hasBody {
      table.hasBody = true
      html.append("<tbody>\n")
    }
    html.append("<tr>")
  }

  private mutating func noteEmptyHeader(_ row: Node) {
    guard prose != nil, let table = row.parent, row.children.allSatisfy({ $0.firstChild == nil }) else { return }
    let source = locator.source
    let line = source.contents(ofLine: RowCells.line(of: row, in: table))
    let start = line.first { source.bytes[$0] == UInt8(ascii: "|") } ?? line.lowerBound
    prose?.add(emptyTableHeader: source.span(of: start..<line.upperBound))
  }

  private mutating func open(cell node: Node) {
    begin(node)
    startLine()
    html.append(table.isInHeader ? "<th" : "<td")
    if options.furniture, table.isInHeader { html.append(" scope=\"col\"") }
    if table.column < table.alignments.count, let name = alignmentName(table.alignments[table.column]) {
      html.append(options.furniture ? " class=\"align-" : " align=\"")
      html.append(name)
      html.append("\"")
    }
    writeAttributes(of: node)
    html.append(">")
    table.column += 1
  }

  private func alignmentName(_ alignment: UInt8) -> String? {
    switch alignment {
    case UInt8(ascii: "l"): "left"
    case UInt8(ascii: "c"): "center"
    case UInt8(ascii: "r"): "right"
    default: nil
    }
  }

  private mutating func close(cell node: Node) {
    prose?.end(node, &locator)
    plain.append(" ")
    html.append(table.isInHeader ? "</th>" : "</td>")
  }

  private mutating func close(row node: Node) {
    plain.append("\n")
    startLine()
    html.append("</tr>")
    guard node.isHeaderRow else { return }
    html.append("\n</thead>")
    table.isInHeader = false
  }

  private mutating func closeTable() {
    startLine()
    if table.hasBody { html.append("</tbody>\n") }
    html.append(options.furniture ? "</table>\n</div>\n" : "</table>\n")
  }
}

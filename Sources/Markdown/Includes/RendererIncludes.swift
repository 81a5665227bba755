import Bytes
import Diagnostics

/// What a page has come through by way of includes.
struct IncludeState {
  /// The files that are being read, the page's first, as spans name them.
  var open: [String]
  /// What the text that is being rendered has included so far.
  var done: [Inclusion] = []
  var count = 0
  var bytes = 0
  /// The folder that links start from; nil for the page's own.
  var linkFolder: String?
  /// What stands before the numbers of footnotes in ids, and how many included texts have footnotes.
  var footnotePrefix = ""
  var footnotedTexts = 0
}

/// What a page may include at most: a few files that include one another twice each would make a page without end.
private enum IncludeLimits {
  static let depth = 8
  static let count = 1_000
  static let bytes = 4 << 20
}

extension Renderer {
  /// Writes the texts that an include asks for; its lines themselves where they cannot be had.
  mutating func write(include node: Node) {
    let lines = node.literal.lines.map(\.trimmedStart.trimmedEnd)
    let isList = lines.count > 1
    for (index, line) in lines.enumerated() {
      let span = locator.source.span(of: place(of: line, onLine: node.startLine + index))
      if isList, line.isComment || SnippetLine(line)?.isScissors == true {
        includes.done.append(Inclusion(removing: span))
        continue
      }
      do {
        let request = try IncludeRequest.read(line, isListed: isList)
        if !write(request, of: node, at: span) { write(asText: line) }
      } catch {
        report(.includeSyntax, error.message, at: span, help: error.help)
        write(asText: line)
      }
    }
  }

  private func place(of text: ByteView, onLine line: Int) -> Range<Int> {
    let contents = locator.source.contents(ofLine: line)
    let offset = contents.lowerBound + (locator.source.bytes[contents].offset(of: text.text) ?? 0)
    return offset..<offset + text.count
  }

  private mutating func write(asText line: ByteView) {
    startLine()
    html.append("<p>")
    html.append(line, escaping: .html)
    html.append("</p>\n")
  }

  /// - Returns: false where there is nothing to write, which was reported.
  private mutating func write(_ request: IncludeRequest, of node: Node, at span: SourceSpan) -> Bool {
    guard let (file, lines) = read(request, at: span) else { return false }
    guard request.form == .file, !file.isMarkdown else {
      render(lines, of: file, at: span, linksStartInFolder: request.form == .file)
      return true
    }
    let info = Array(file.codeInfo.utf8)
    let code = lines.dedented
    unsafe info.withUnsafeBufferPointer { info in
      unsafe code.withUnsafeBufferPointer { write(unsafe ByteView($0), info: unsafe ByteView(info), of: node) }
    }
    note(code, lines, of: file, at: span, info: file.codeInfo)
    return true
  }

  // MARK: - Reading

  /// The lines that a request means; what keeps them from being had is reported.
  private mutating func read(_ request: IncludeRequest, at span: SourceSpan) -> (IncludedFile, IncludedLines)? {
    guard let find = options.includes else { return nil }
    includes.count += 1
    guard includes.count <= IncludeLimits.count else {
      return refuse("a page may include no more than \(IncludeLimits.count) texts", at: span)
    }
    guard includes.open.count <= IncludeLimits.depth else {
      return refuse("includes may be no more than \(IncludeLimits.depth) deep", at: span)
    }
    switch find(request.path, locator.source.path) {
    case .missing(let nearest):
      report(
        .includeMissing, "no file '\(request.path)' to include", at: span,
        help: nearest.map { "Did you mean '\($0)'?" }
          ?? "Write its path from the content folder, from a folder under 'snippets', or from this file with './'.")
    case .outside:
      report(
        .includeOutside, "'\(request.path)' leads out of the folders that may be included from", at: span,
        help: "Move the file into the content folder, or name its folder under 'snippets' in portico.yaml.")
    case .unreadable(let reason):
      report(.includeMissing, "'\(request.path)' cannot be read: \(reason)", at: span, help: "Look at the file.")
    case .file(let file) where includes.open.contains(file.path):
      let way = (includes.open.drop { $0 != file.path } + [file.path]).joined(separator: "' includes '")
      report(
        .includeCircle, "the file includes itself", at: span, help: "Remove one of the includes.",
        notes: ["'\(way)'."])
    case .file(let file): return lines(request, of: file, at: span).map { (file, $0) }
    }
    return nil
  }

  private mutating func lines(_ request: IncludeRequest, of file: IncludedFile, at span: SourceSpan) -> IncludedLines? {
    do {
      let lines = try IncludedLines(request.part, of: file)
      includes.bytes += lines.bytes.count
      guard includes.bytes <= IncludeLimits.bytes else {
        return refuse("a page may include no more than \(IncludeLimits.bytes) bytes", at: span)
      }
      return lines
    } catch {
      report(error, of: request, in: file, at: span)
      return nil
    }
  }

  private mutating func report(
    _ fault: IncludedLines.Fault, of request: IncludeRequest, in file: IncludedFile, at span: SourceSpan
  ) {
    switch fault {
    case .noRegion(let name, let known):
      report(
        .includeMissing, "'\(request.path)' has no region '\(name)'", at: span,
        help: DidYouMean.help(for: name, in: known)
          ?? (known.isEmpty
            ? "Mark it in the file with '--8<-- [start:\(name)]' and '--8<-- [end:\(name)]'."
            : "It has: \(known.joined(separator: ", "))."))
    case .endlessRegion(let name, let line):
      report(
        .includeMissing, "the region '\(name)' of '\(request.path)' does not end", at: span,
        help: "Mark its end in the file.", notes: ["It begins in line \(line)."])
    case .noLine(let number, let count):
      report(
        .includeMissing, "'\(request.path)' has no line \(number)", at: span,
        help: count == 1 ? "It has one line." : "Its last line is \(count).")
    }
  }

  private mutating func refuse<Value>(_ message: String, at span: SourceSpan) -> Value? {
    report(.includeLimit, message, at: span, help: "Divide the page, or write the text out.")
    return nil
  }

  private mutating func report(
    _ rule: Rule, _ message: String, at span: SourceSpan, help: String, notes: [String] = []
  ) {
    diagnostics.append(Diagnostic(rule, message, at: span, help: help, notes: notes))
  }

  // MARK: - Markdown

  /// Renders an included text as its own tree, with its own definitions and footnotes, in the place of the include.
  private mutating func render(
    _ lines: IncludedLines, of file: IncludedFile, at span: SourceSpan, linksStartInFolder: Bool
  ) {
    let outer = includes
    let firstLink = links.count
    includes.open.append(file.path)
    includes.done = []
    if linksStartInFolder { includes.linkFolder = file.folder }
    let text = WellFormedText(lines.bytes[...])
    let index = LineIndex(text.bytes)
    unsafe text.bytes.withUnsafeBufferPointer { buffer in
      let source = SourceText(unsafe ByteView(buffer), lines: index, path: file.path, lineNumbers: lines.numbers)
      render(source)
    }
    for index in firstLink..<links.count where links[index].folder == nil {
      links[index].folder = includes.linkFolder
    }
    let inclusion = Inclusion(
      span: span, path: file.path, text: lines.bytes, lineNumbers: lines.numbers, info: nil,
      links: firstLink..<links.count, inclusions: includes.done)
    includes.done = outer.done + [inclusion]
    includes.open = outer.open
    includes.linkFolder = outer.linkFolder
    includes.footnotePrefix = outer.footnotePrefix
  }

  private mutating func note(
    _ code: [UInt8], _ lines: IncludedLines, of file: IncludedFile, at span: SourceSpan, info: String?
  ) {
    includes.done.append(
      Inclusion(
        span: span, path: file.path, text: code, lineNumbers: lines.numbers, info: info, links: 0..<0, inclusions: []))
  }

  private mutating func render(_ source: SourceText) {
    if let excess = HostileScan.excess(in: source) {
      diagnostics.append(MarkdownRenderer.finding(of: excess, in: source))
      return
    }
    let parsed = Blocks(options: options, source: source)
    let tree = CMark.shared.parse(source.bytes, blocks: parsed)
    let outer = (
      locator, blocks, candidates, syntax.abbreviations, footnotes: (footnoteCount, hasBackLink), lists: notes.open
    )
    locator = Locator(source)
    blocks = parsed?.blocks ?? []
    candidates = InlineCandidates(in: source)
    footnoteCount = 0
    notes.open = []
    if tree.root.lastChild?.kind == .footnoteDefinition {
      includes.footnotedTexts += 1
      includes.footnotePrefix = "\(includes.footnotedTexts)."
    }
    render(tree.root)
    (locator, blocks, candidates, syntax.abbreviations) = (outer.0, outer.1, outer.2, outer.3)
    (footnoteCount, hasBackLink) = outer.footnotes
    notes.open = outer.lists
    diagnostics += parsed?.diagnostics ?? []
  }

  /// Takes over what the texts that a page includes define: in MkDocs a list of abbreviations is included on many pages.
  mutating func readIncludedAbbreviations(in root: Node) {
    guard let find = options.includes, options.dialects.contains(.mkdocs), !blocks.isEmpty else { return }
    var budget = IncludeLimits.bytes
    for node in root.children where block(of: node)?.isInclude == true {
      for line in node.literal.lines.map(\.trimmedStart.trimmedEnd) where budget > 0 {
        budget -= IncludeLimits.bytes / IncludeLimits.count
        // What keeps it from being read is reported when it is written.
        guard let request = try? IncludeRequest.read(line, isListed: false), request.form == .text,
          case .file(let file) = find(request.path, locator.source.path),
          let lines = try? IncludedLines(request.part, of: file)
        else { continue }
        budget -= lines.bytes.count
        readAbbreviations(in: lines, of: file)
      }
    }
  }

  private mutating func readAbbreviations(in lines: IncludedLines, of file: IncludedFile) {
    let text = WellFormedText(lines.bytes[...])
    let index = LineIndex(text.bytes)
    unsafe text.bytes.withUnsafeBufferPointer { buffer in
      let source = SourceText(unsafe ByteView(buffer), lines: index, path: file.path, lineNumbers: lines.numbers)
      guard source.bytes.offset(of: "*[") != nil, HostileScan.excess(in: source) == nil else { return }
      let tree = CMark.shared.parse(source.bytes, blocks: nil)
      syntax.abbreviations.read(of: tree.root)
    }
  }

  // MARK: - Code

  /// The text of a code block with the lines in it that ask for files replaced by them; nil where none does.
  mutating func codeWithIncludes(of node: Node) -> [UInt8]? {
    let code = node.code
    guard options.includes != nil, options.dialects.contains(.mkdocs),
      code.offset(of: "8<-") != nil || code.offset(of: "{!") != nil
    else { return nil }
    var buffer = ByteBuffer(capacity: code.count)
    // The fence stands above the text; an indented block has none.
    let first = node.isFenced ? node.startLine + 1 : node.startLine
    for (index, line) in code.lines.enumerated() {
      write(codeLine: line, onLine: first + index, to: &buffer)
    }
    return buffer.bytes
  }

  private mutating func write(codeLine line: ByteView, onLine number: Int, to buffer: inout ByteBuffer) {
    let text = line.trimmedStart
    let indent = line[0..<line.count - text.count]
    if let code = read(codeLine: text.trimmedEnd, onLine: number) {
      for part in code.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
        if !part.isEmpty { buffer.append(indent) }
        buffer.append(part)
        buffer.append("\n")
      }
      return
    }
    buffer.append(indent)
    let isEscaped = SnippetLine(text.trimmedEnd)?.isEscaped ?? false
    buffer.append(isEscaped ? text[1..<text.count] : text)
    buffer.append("\n")
  }
}

extension Renderer {
  /// What a line of code asks for; nil for an ordinary line, and for what cannot be had.
  private mutating func read(codeLine text: ByteView, onLine line: Int) -> [UInt8]? {
    do {
      guard let request = try IncludeRequest.read(codeLine: text) else { return nil }
      let span = locator.source.span(of: place(of: text, onLine: line))
      guard let (file, lines) = read(request, at: span) else { return nil }
      let code = lines.dedented
      note(code, lines, of: file, at: span, info: nil)
      return code
    } catch {
      let span = locator.source.span(of: place(of: text, onLine: line))
      report(.includeSyntax, error.message, at: span, help: error.help)
      return nil
    }
  }
}

extension Block {
  fileprivate var isInclude: Bool { if case .include = content { true } else { false } }
}

extension SnippetLine {
  fileprivate var isScissors: Bool { if case .scissors = self { true } else { false } }
  fileprivate var isEscaped: Bool { if case .escaped = self { true } else { false } }
}

extension ByteView {
  /// Its lines without their line ends.
  fileprivate var lines: [ByteView] {
    var lines: [ByteView] = []
    var start = 0
    while start < count {
      let end = lineEnd(from: start)
      lines.append(self[start..<end])
      start = end + (has("\r\n", at: end) ? 2 : 1)
    }
    return lines
  }

  fileprivate var trimmedStart: ByteView { self[endOfBlanks(from: 0)..<count] }

  /// Whether a line of a list of files is none of them.
  fileprivate var isComment: Bool { isEmpty || self[0] == UInt8(ascii: ";") }
}

extension IncludedFile {
  fileprivate var isMarkdown: Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }

  /// The info string of a code block that shows the file.
  fileprivate var codeInfo: String {
    let name = ContentPath.name(of: path)
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"{}\\`".utf8.contains($0) }
    let language = ContentPath.fileExtension(of: path)
    return (language.isEmpty ? "text" : language) + (isPlain ? " title=\"\(name)\"" : "")
  }
}

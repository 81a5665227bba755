import Diagnostics

/// The containers of Docusaurus and VitePress, `:::note Title`, and those of Portico, `:::tabs`, `:::cards`, `:::steps`.
///
/// A line of as many colons closes one; so does one of more, where no other container is as long. What a name stands for
/// that nobody knows is shown all the same.
extension Blocks {
  /// Opens what a line of colons begins: a definition, an embed, or a container.
  func openColons(at line: BlockLine) -> Node? {
    if let definition = openDefinition(at: line) ?? openEnd(at: line) { return definition }
    let directive = DirectiveLine(line.text)
    if let embed = openEmbed(directive, at: line) { return embed }
    if directive.colons >= 3, !directive.name.isEmpty, !isNearEmbed(directive),
      let content = content(of: directive, line)
    {
      return openFenced(content, at: line, count: directive.colons, title: directive.title)
    }
    return report(unused: directive, at: line)
  }

  /// - Returns: nil where the site reads no containers, and for what is none.
  private func content(of directive: DirectiveLine, _ line: BlockLine) -> Block.Content? {
    guard !containerNames.isEmpty else { return nil }
    let name = directive.nameText.lowercased()
    if options.dialects.contains(.portico), let content = Blocks.portico[name] { return content }
    if options.dialects.contains(.docusaurus), let kind = Callout.Kind(type: name) {
      var callout = Callout(kind: kind, type: name)
      if directive.title != nil { callout.heading = .title }
      if name == "details" { callout.folding = directive.isOpen ? .open : .closed }
      return .callout(callout)
    }
    let guess = DidYouMean.help(for: name, in: containerNames)
    // With no end to it either, it is a leaf of some other tool's, or text.
    guard guess != nil || ends.last(directive.colons, in: source) > line.number else { return nil }
    report(
      .unknownBlock, "there is no container \(directive.nameText.quoted)", directive.name, of: line,
      help: guess ?? "Its text is shown as it would be without a container.")
    return .plain
  }

  /// The names that a container may have in the dialects of a site.
  static func containerNames(in dialects: Dialects) -> [String] {
    (dialects.contains(.docusaurus) ? Callout.Kind.typeNames : [])
      + (dialects.contains(.portico) ? portico.keys.sorted() : [])
  }

  private static let portico: [String: Block.Content] = [
    "tabs": .plain, "tab": .tab(Tab()), "cards": .cards, "card": .card, "steps": .steps,
  ]
}

/// Where the lines are that close containers; looked for once, and only where it matters.
struct EndLines {
  /// The last line of at least as many colons as its index says.
  private var lastLines: [Int]?

  /// The last line of the text that may close a container of some colons; 0 where there is none.
  mutating func last(_ colons: Int, in source: SourceText) -> Int {
    let lines = lastLines ?? EndLines.lastLines(in: source)
    lastLines = lines
    return lines[min(colons, lines.count - 1)]
  }

  private static func lastLines(in source: SourceText) -> [Int] {
    var lines = Array(repeating: 0, count: 64)
    for number in 1...source.lineCount {
      let line = source.bytes[source.contents(ofLine: number)].trimmedEnd
      let start = (0..<line.count).first { !isSpace(line[$0]) && line[$0] != UInt8(ascii: ">") } ?? line.count
      let colons = line[start..<line.count].prefix { $0 == UInt8(ascii: ":") }.count
      if colons >= 3, start + colons == line.count { lines[min(colons, 63)] = number }
    }
    for index in lines.indices.dropLast().reversed() { lines[index] = max(lines[index], lines[index + 1]) }
    return lines
  }
}

extension DirectiveLine {
  /// The title behind the name, `Title` or `[Title]`; nil where there is none.
  var title: Range<Int>? {
    let text = line[0..<rest.upperBound]
    let start = text.endOfBlanks(from: rest.lowerBound)
    guard start < text.count else { return nil }
    let end = start + text[start..<(attributes?.lowerBound ?? text.count)].trimmedEnd.count
    let isBracketed = start < end && text[start] == UInt8(ascii: "[") && text.endOfBrackets(from: start) == end
    let title = isBracketed ? start + 1..<end - 1 : start..<end
    return title.isEmpty ? nil : title
  }

  /// What stands in braces at the end of the line, `{open}`, with them.
  private var attributes: Range<Int>? {
    guard rest.upperBound > rest.lowerBound, line[rest.upperBound - 1] == UInt8(ascii: "}") else { return nil }
    return rest.last { line[$0] == UInt8(ascii: "{") }.map { $0..<rest.upperBound }
  }

  /// Whether the attributes ask for a note that is not folded.
  var isOpen: Bool {
    attributes.map { line[$0].text.dropFirst().dropLast().split(separator: " ").contains("open") } ?? false
  }
}

extension ByteView {
  /// Past the bracket that closes the one at an offset.
  fileprivate func endOfBrackets(from start: Int) -> Int? {
    var depth = 0
    for index in start..<count {
      if self[index] == UInt8(ascii: "[") { depth += 1 }
      if self[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return nil
  }
}

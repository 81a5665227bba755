import Diagnostics

/// Why a whole text is refused.
struct Refusal: Error {
  let diagnostic: Diagnostic

  init(_ message: String, at span: SourceSpan) {
    diagnostic = Diagnostic(
      .yamlLimit, message, at: span, help: "Split the file, or nest less and repeat values without aliases.")
  }
}

/// A finished value and what another copy of it costs.
struct Subtree {
  let node: YAMLNode
  /// Values in it with aliases expanded, itself included.
  var count = 1
  /// Collections inside one another.
  var depth = 0
  /// Merge keys behind one another.
  var mergeChain = 0
}

/// Builds the documents of a text from libyaml's events, with aliases expanded and all that grows bounded.
///
/// An alias shares the storage of its anchor, but is charged what a reader who visits every value would pay.
struct TreeBuilder {
  private(set) var documents: [YAMLNode] = []
  private(set) var diagnostics: [Diagnostic] = []
  private var cursor: SourceCursor
  private var open: [OpenCollection] = []
  private var root: YAMLNode?
  private var anchors: [String: Subtree] = [:]
  private var valueCount = 0
  private var aliasCount = 0

  init(_ cursor: SourceCursor) {
    self.cursor = cursor
  }

  /// The place of the last character that begins the innermost open collection: its bracket, if it has one.
  var innermostStart: Int? { open.last?.start }

  mutating func take(_ event: Event) throws(Refusal) {
    cursor.move(to: event.start)
    switch event.kind {
    case .documentStart: anchors.removeAll()
    case .documentEnd: if let root { documents.append(root) }
    case .streamStart, .streamEnd: break
    case .collectionEnd: try closeCollection()
    case .sequenceStart: try openCollection(isMapping: false, event)
    case .mappingStart: try openCollection(isMapping: true, event)
    case .alias(let name): try alias(name, at: cursor.span(characters: event.end - event.start))
    case .scalar(let text, let isPlain):
      let span = cursor.span(characters: event.end - event.start)
      try count(1, at: span)
      add(Subtree(node: YAMLNode(content: .scalar(text, isPlain: isPlain), span: span)), anchor: event.anchor)
    }
  }

  private mutating func count(_ values: Int, at span: SourceSpan) throws(Refusal) {
    valueCount += values
    guard valueCount <= 100_000 else { throw Refusal("more than 100,000 values once aliases are expanded", at: span) }
  }

  private func checkDepth(adding levels: Int, at span: SourceSpan) throws(Refusal) {
    guard open.count + levels <= 64 else { throw Refusal("more than 64 levels of nesting", at: span) }
  }

  private mutating func openCollection(isMapping: Bool, _ event: Event) throws(Refusal) {
    let span = cursor.span(characters: event.end - event.start)
    try checkDepth(adding: 1, at: span)
    try count(1, at: span)
    open.append(
      OpenCollection(
        isMapping: isMapping, start: event.end - 1, span: span, anchor: event.anchor, valuesBefore: valueCount - 1))
  }

  private mutating func closeCollection() throws(Refusal) {
    guard let collection = open.popLast() else { return }
    guard collection.mergeChain <= 16 else {
      throw Refusal("more than 16 merge keys ('<<') in a chain", at: collection.span)
    }
    let subtree = collection.subtree(count: valueCount - collection.valuesBefore, diagnostics: &diagnostics)
    add(subtree, anchor: collection.anchor)
  }

  private mutating func alias(_ name: String, at span: SourceSpan) throws(Refusal) {
    aliasCount += 1
    guard aliasCount <= 1000 else { throw Refusal("more than 1,000 aliases", at: span) }
    let target = anchors[name] ?? unknown(name, at: span)
    try checkDepth(adding: target.depth, at: span)
    try count(target.count, at: span)
    add(target, anchor: nil)
  }

  /// Nothing in place of an anchor that is not there.
  private mutating func unknown(_ name: String, at span: SourceSpan) -> Subtree {
    let alias = "*\(name)".quoted
    if open.contains(where: { $0.anchor == name }) {
      let help = "Remove it: a value cannot hold itself."
      diagnostics.append(
        Diagnostic(.yamlSyntax, "the alias \(alias) stands inside the value that it names", at: span, help: help))
    } else {
      // A thousand aliases against many thousand anchors would take a minute to compare.
      let near = anchors.count <= 100 ? DidYouMean.help(for: name, in: anchors.keys) : nil
      let help =
        near
        ?? "Put the value in quotes if '*' is part of it, or name a value before it with '&'."
      diagnostics.append(Diagnostic(.yamlSyntax, "no anchor comes before the alias \(alias)", at: span, help: help))
    }
    return Subtree(node: YAMLNode(content: .scalar("", isPlain: true), span: span))
  }

  private mutating func add(_ subtree: Subtree, anchor: String?) {
    if let anchor { anchors[anchor] = subtree }
    if open.isEmpty {
      root = subtree.node
    } else {
      open[open.count - 1].add(subtree, diagnostics: &diagnostics)
    }
  }
}

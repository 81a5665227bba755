import Diagnostics

/// Which end tag belongs to which opening one.
struct TagPairs {
  /// How deep sections, blocks and parents may be nested in one source.
  ///
  /// With the depth of calls it bounds the stack that rendering takes.
  static let maximumDepth = 16

  /// For each opening tag, by its index, the index of its end tag.
  private(set) var ends: [Int: Int] = [:]
  /// The first fault; after it no pair can be relied on.
  private(set) var fault: Diagnostic?

  init(_ tags: [Tag], in source: SourceText) {
    var open: [Int] = []
    for (index, tag) in tags.enumerated() {
      if tag.opens {
        open.append(index)
        if open.count > TagPairs.maximumDepth { fault = TagPairs.tooDeep(tag, in: source) }
      } else if tag.kind == .end {
        if let start = open.last, tags[start].name == tag.name {
          open.removeLast()
          ends[start] = index
        } else {
          fault = TagPairs.mismatch(tag, opened: open.last.map { tags[$0] }, in: source)
        }
      }
      if fault != nil { return }
    }
    fault = open.last.map { TagPairs.unclosed(tags[$0], in: source) }
  }

  private static func mismatch(_ end: Tag, opened: Tag?, in source: SourceText) -> Diagnostic {
    let text = source.excerpt(end.range)
    guard let opened else {
      return Diagnostic(
        .templateSyntax, "'\(text)' closes nothing", at: source.span(end.range),
        help: "Remove it, or write '{{#\(end.name.excerpt)}}' where it is to begin.")
    }
    let place = source.span(opened.range)
    let beginning = source.excerpt(opened.range)
    return Diagnostic(
      .templateSyntax, "'\(text)' does not close '\(beginning)'", at: source.span(end.range),
      help: "Write '{{/\(opened.name.excerpt)}}' first.",
      notes: ["'\(beginning)' begins at line \(place.line), column \(place.column)."])
  }

  private static func unclosed(_ tag: Tag, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(source.excerpt(tag.range))' is never closed", at: source.span(tag.range),
      help: "Write '{{/\(tag.name.excerpt)}}' where it is to end.")
  }

  private static func tooDeep(_ tag: Tag, in source: SourceText) -> Diagnostic {
    Diagnostic(
      .templateSyntax, "'\(source.excerpt(tag.range))' is nested deeper than \(maximumDepth) levels",
      at: source.span(tag.range), help: "Move the inner part into a partial.")
  }
}

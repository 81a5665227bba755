import CCMarkGFM
import Diagnostics

/// The library's block extension for directives, made for one parse, since the names that it claims differ by site.
///
/// A directive is a leaf: a raw block of its line, and of the line of as many colons that may close it. A name that
/// nobody claims leaves the line to the library, whatever its dialect means by it.
@safe final class Directives {
  let pointer: OpaquePointer
  /// What is wrong with lines that are left as text but look like a directive of a known name.
  private(set) var diagnostics: [Diagnostic] = []
  private let names: [String]
  private let source: SourceText
  /// The colons of the last directive, until a line closes it.
  private var unclosed: Int?
  /// How many directives of other dialects a line of colons may close.
  private var foreign = 0

  /// - Returns: nil without names, when there is nothing to find.
  init?(names: [String], source: SourceText) {
    guard !names.isEmpty, let pointer = unsafe cmark_syntax_extension_new("directives") else { return nil }
    unsafe self.pointer = unsafe pointer
    self.names = names
    self.source = source
    unsafe cmark_syntax_extension_set_open_block_func(pointer, openDirective)
    unsafe cmark_syntax_extension_set_match_block_func(pointer, continueDirective)
    unsafe cmark_syntax_extension_set_private(pointer, Unmanaged.passUnretained(self).toOpaque(), nil)
  }

  deinit { unsafe cmark_syntax_extension_free(cmark_get_default_mem_allocator(), pointer) }

  /// What stands behind the extension that the library hands to its functions.
  fileprivate static func of(_ pointer: OpaquePointer?) -> Directives? {
    unsafe cmark_syntax_extension_get_private(pointer).map {
      unsafe Unmanaged<Directives>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// The line that the parser is at, from its first byte that is no blank, and where that is in the text.
  fileprivate func line(of parser: OpaquePointer?) -> (line: DirectiveLine, offset: Int) {
    let number = unsafe Int(cmark_parser_get_line_number(parser))
    let offset = unsafe source.start(ofLine: number) + Int(cmark_parser_get_first_nonspace(parser))
    return (DirectiveLine(source.bytes[offset..<source.contents(ofLine: number).upperBound]), offset)
  }

  // MARK: - Lines

  /// Whether a line that no other block begins with begins a directive.
  fileprivate func begins(with line: DirectiveLine, at offset: Int) -> Bool {
    if line.colons >= 3, line.isNameAlone, names.contains(line.nameText) {
      unclosed = line.colons
      return true
    }
    if line.isEnd { reportEnd(line, at: offset) } else { reportNearMiss(line, at: offset) }
    return false
  }

  /// Whether the line below a directive closes it.
  fileprivate func closes(with line: DirectiveLine) -> Bool {
    guard line.isEnd, line.colons == unclosed else { return false }
    unclosed = nil
    return true
  }

  // MARK: - Findings

  private func reportEnd(_ line: DirectiveLine, at offset: Int) {
    guard foreign == 0 else {
      foreign -= 1
      return
    }
    guard line.colons == unclosed else { return }
    unclosed = nil
    report(
      .embedSyntax, "these colons close nothing: the embed above them ended with its line",
      offset..<offset + line.colons, help: "Remove the line; an embed holds no text.")
  }

  private func reportNearMiss(_ line: DirectiveLine, at offset: Int) {
    let name = line.nameText
    let range = offset + line.name.lowerBound..<offset + line.name.upperBound
    let isKnown = names.contains(name)
    if line.colons >= 3, !isKnown { foreign += 1 }
    if isKnown, line.colons >= 3 {
      report(
        .embedSyntax, "the name of the embed '\(name)' goes on with other text", range,
        help: "Write a blank behind it, then the argument and options: ':::\(name) argument key=value'.")
    } else if isKnown, line.colons == 2, line.isNameAlone {
      report(.embedSyntax, "an embed begins with three colons", offset..<offset + 2, help: "Write ':::\(name)'.")
    } else if line.colons >= 3, let help = DidYouMean.help(for: name, in: names) {
      report(.unknownEmbed, "there is no embed '\(name)'", range, help: help)
    }
  }

  private func report(_ rule: Rule, _ message: String, _ range: Range<Int>, help: String) {
    diagnostics.append(Diagnostic(rule, message, at: source.span(of: range), help: help))
  }
}

// MARK: - Functions of the extension

private func openDirective(
  _ syntax: OpaquePointer?, _ isIndented: Int32, _ parser: OpaquePointer?, _ parent: UnsafeMutablePointer<cmark_node>?,
  _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32
) -> UnsafeMutablePointer<cmark_node>? {
  let start = unsafe cmark_parser_get_first_nonspace(parser)
  // Most lines end here, so it asks for nothing that costs.
  guard isIndented == 0, start < length, unsafe input?[Int(start)] == UInt8(ascii: ":"),
    let directives = unsafe Directives.of(syntax)
  else { return nil }
  let (line, offset) = unsafe directives.line(of: parser)
  guard directives.begins(with: line, at: offset) else { return nil }
  // As raw HTML the library keeps the line as it is, and does not take it for the blank one that loosens a list.
  let node = unsafe cmark_parser_add_child(parser, parent, CMARK_NODE_HTML_BLOCK, start + 1)
  unsafe cmark_node_set_syntax_extension(node, syntax)
  return unsafe node
}

private func continueDirective(
  _ syntax: OpaquePointer?, _ parser: OpaquePointer?, _ input: UnsafeMutablePointer<UInt8>?, _ length: Int32,
  _ container: UnsafeMutablePointer<cmark_node>?
) -> Int32 {
  guard let start = unsafe container?.pointee.start_line, unsafe cmark_parser_get_line_number(parser) == start + 1,
    unsafe cmark_parser_get_indent(parser) < 4, let directives = unsafe Directives.of(syntax)
  else { return 0 }
  return unsafe directives.closes(with: directives.line(of: parser).line) ? 1 : 0
}

import Diagnostics

/// What was seen of the lines that ask for live pieces, and of those that may close them.
struct EmbedLines {
  /// The colons of the last embed, until a line closes it.
  var unclosed: Int?
  /// How many directives of other dialects a line of colons may close.
  var foreign = 0
}

extension Blocks {
  /// Opens an embed: a leaf of its line, and of the line of as many colons that may close it.
  ///
  /// A name that nobody claims leaves the line to the library, whatever its dialect means by it.
  func openDirective(at line: BlockLine) -> Node? {
    let directive = DirectiveLine(line.text)
    if directive.colons >= 3, directive.isNameAlone, options.embeds.contains(directive.nameText) {
      embeds.unclosed = directive.colons
      return openLine(Block(content: .embed, extent: .line), at: line)
    }
    if directive.isEnd { reportEnd(directive, of: line) } else { reportNearMiss(directive, of: line) }
    return nil
  }

  /// Whether the line below an embed closes it.
  func closesEmbed(_ line: BlockLine) -> Bool {
    let directive = DirectiveLine(line.text)
    guard directive.isEnd, directive.colons == embeds.unclosed else { return false }
    embeds.unclosed = nil
    return true
  }

  // MARK: - Findings

  private func reportEnd(_ directive: DirectiveLine, of line: BlockLine) {
    guard embeds.foreign == 0 else {
      embeds.foreign -= 1
      return
    }
    guard directive.colons == embeds.unclosed else { return }
    embeds.unclosed = nil
    report(
      .embedSyntax, "these colons close nothing: the embed above them ended with its line", 0..<directive.colons,
      of: line, help: "Remove the line; an embed holds no text.")
  }

  private func reportNearMiss(_ directive: DirectiveLine, of line: BlockLine) {
    let names = options.embeds
    guard !names.isEmpty else { return }
    let name = directive.nameText
    let isKnown = names.contains(name)
    if directive.colons >= 3, !isKnown { embeds.foreign += 1 }
    if isKnown, directive.colons >= 3 {
      report(
        .embedSyntax, "the name of the embed '\(name)' goes on with other text", directive.name, of: line,
        help: "Write a blank behind it, then the argument and options: ':::\(name) argument key=value'.")
    } else if isKnown, directive.colons == 2, directive.isNameAlone {
      report(.embedSyntax, "an embed begins with three colons", 0..<2, of: line, help: "Write ':::\(name)'.")
    } else if directive.colons >= 3, let help = DidYouMean.help(for: name, in: names) {
      report(.unknownEmbed, "there is no embed '\(name)'", directive.name, of: line, help: help)
    }
  }
}

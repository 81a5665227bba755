import Diagnostics

/// What was seen of the lines that ask for live pieces, and of those that may close them.
struct EmbedLines {
  /// The colons of the last embed, until a line closes it.
  var unclosed: Int?
  /// How many directives that were left as text a line of colons may close.
  var foreign = 0
}

extension Blocks {
  /// Opens an embed: a leaf of its line, and of the line of as many colons that may close it.
  func openEmbed(_ directive: DirectiveLine, at line: BlockLine) -> Node? {
    guard directive.colons >= 3, directive.isNameAlone, options.embeds.contains(directive.nameText) else { return nil }
    embeds.unclosed = directive.colons
    return openLine(Block(content: .embed, extent: .line), at: line)
  }

  /// Whether the line below an embed closes it.
  func closesEmbed(_ line: BlockLine) -> Bool {
    let directive = DirectiveLine(line.text)
    guard directive.isEnd, directive.colons == embeds.unclosed else { return false }
    embeds.unclosed = nil
    return true
  }

  /// Whether a directive's name is that of an embed, or nearer to one than to that of any container.
  func isNearEmbed(_ directive: DirectiveLine) -> Bool {
    let name = directive.nameText
    guard !options.embeds.contains(name) else { return true }
    guard !containerNames.contains(name.lowercased()) else { return false }
    return DidYouMean.nearest(to: name, in: options.embeds + containerNames).map(options.embeds.contains) ?? false
  }

  // MARK: - Findings

  /// Reports a line of colons that begins and ends nothing, but looks as if it were meant to.
  ///
  /// - Returns: the block that stands for an end where there are containers; nil leaves the line as text.
  func report(unused directive: DirectiveLine, at line: BlockLine) -> Node? {
    guard directive.isEnd else {
      reportNearMiss(directive, of: line)
      return nil
    }
    guard embeds.foreign == 0 else {
      embeds.foreign -= 1
      return nil
    }
    if directive.colons == embeds.unclosed {
      embeds.unclosed = nil
      report(
        .embedSyntax, "these colons close nothing: the embed above them ended with its line", 0..<directive.colons,
        of: line, help: "Remove the line; an embed holds no text.")
    } else if !containerNames.isEmpty {
      report(
        .strayEnd, "these colons close nothing", 0..<directive.colons, of: line,
        help: "Remove the line, or open a container of as many colons above.")
    }
    return containerNames.isEmpty ? nil : openLine(Block(content: .end, extent: .line), at: line)
  }

  private func reportNearMiss(_ directive: DirectiveLine, of line: BlockLine) {
    let names = options.embeds
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

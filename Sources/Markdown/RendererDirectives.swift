import Bytes
import Diagnostics

extension Renderer {
  /// Writes the line of a directive as text, which the piece that it asks for takes the place of.
  mutating func write(directive node: Node) {
    if case .include? = block(of: node)?.content { return write(include: node) }
    let source = locator.source
    let start = source.start(ofLine: node.startLine) + node.startColumn - 1
    let text = source.bytes[start..<source.contents(ofLine: node.startLine).upperBound]
    startLine()
    let begin = html.count
    html.append("<p>")
    html.append(text.trimmedEnd, escaping: .html)
    html.append("</p>\n")
    do {
      let reader = EmbedReader(line: DirectiveLine(text), text: text, start: start, source: source)
      embeds.append(try reader.embed(at: begin..<html.count))
    } catch {
      let range = start + error.range.lowerBound..<start + error.range.upperBound
      diagnostics.append(Diagnostic(.embedSyntax, error.message, at: source.span(of: range), help: error.help))
    }
  }
}

/// Reads a directive's line as an embed.
private struct EmbedReader {
  let line: DirectiveLine
  let text: ByteView
  /// Where the line's text begins in the source.
  let start: Int
  let source: SourceText

  func embed(at range: Range<Int>) throws(DirectiveLine.Fault) -> Embed {
    var argument: Embed.Part?
    var options: [(name: Embed.Part, value: Embed.Part)] = []
    var seen: Set<String> = []
    for word in try line.words() {
      if let key = word.key {
        let name = part(key)
        guard seen.insert(name.text).inserted else {
          throw DirectiveLine.Fault(
            message: "the option \(name.text.quoted) stands here twice", range: key, help: "Remove one of the two.")
        }
        options.append((name, part(word.value)))
      } else if argument == nil {
        argument = part(word.value)
      } else {
        throw DirectiveLine.Fault(
          message: "\(text[word.value].text.quoted) is one argument too many", range: word.extent,
          help: "Put an argument of several words into quotation marks; write an option as key=value.")
      }
    }
    return Embed(name: part(line.name), argument: argument, options: options, range: range)
  }

  private func part(_ range: Range<Int>) -> Embed.Part {
    Embed.Part(text[range].text, at: source.span(of: start + range.lowerBound..<start + range.upperBound))
  }
}

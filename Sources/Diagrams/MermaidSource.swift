/// What the source of a Mermaid diagram says of itself.
struct MermaidSource {
  /// The source without the tags of HTML that labels may hold elsewhere: they would be shown as they are written.
  let text: String

  init(_ text: String) {
    guard text.utf8.contains(UInt8(ascii: "<")) else {
      self.text = text
      return
    }
    var parts = text.split(separator: "<", omittingEmptySubsequences: false)[...]
    self.text =
      parts.popFirst().map(String.init).map { first in
        parts.reduce(into: first) { $0 += MermaidSource.tagEnd($1).map { String($0) } ?? "<" + $1 }
      } ?? ""
  }

  /// What follows a tag that only changes how a label looks, or makes it a link; nil for anything else.
  ///
  /// - Parameter part: what follows a `<`.
  private static func tagEnd(_ part: Substring) -> Substring? {
    let name = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    guard tags.contains(name.lowercased()), let end = part.firstIndex(of: ">") else { return nil }
    return part[part.index(after: end)...]
  }

  private static let tags: Set<String> = [
    "a", "b", "i", "u", "em", "strong", "code", "small", "span", "sub", "sup", "font", "div", "center",
  ]

  /// The line that a byte stands on, one-based.
  func line(at offset: Int) -> Int {
    text.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The title that the author gives it, else what kind of diagram it is.
  var title: String {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }
    for keyword in ["accTitle:", "title:", "title ", "pie title "] {
      guard let line = lines.first(where: { $0.hasPrefix(keyword) }) else { continue }
      let title = line.dropFirst(keyword.count).trimmed.unquoted
      if !title.isEmpty { return String(title) }
    }
    return kind(lines)
  }

  private func kind(_ lines: [Substring]) -> String {
    var lines = lines.filter { !$0.isEmpty && !$0.hasPrefix("%%") }[...]
    if lines.first == "---" { lines = lines.dropFirst().drop { $0 != "---" }.dropFirst() }
    let word = (lines.first ?? "").prefix { $0.isLetter || $0.isNumber }
    return MermaidSource.kinds[word.lowercased()] ?? "Diagram"
  }

  /// By the word that a diagram begins with, in lower case.
  private static let kinds = [
    "flowchart": "Flowchart", "graph": "Flowchart", "sequencediagram": "Sequence diagram",
    "classdiagram": "Class diagram", "statediagram": "State diagram", "erdiagram": "Entity relationship diagram",
    "gantt": "Gantt chart", "pie": "Pie chart", "gitgraph": "Git graph", "mindmap": "Mind map", "timeline": "Timeline",
    "journey": "User journey", "quadrantchart": "Quadrant chart", "xychart": "Chart", "block": "Block diagram",
    "c4context": "C4 context diagram", "c4container": "C4 container diagram", "c4component": "C4 component diagram",
    "c4dynamic": "C4 dynamic diagram", "c4deployment": "C4 deployment diagram", "sankey": "Sankey diagram",
    "requirementdiagram": "Requirement diagram", "architecture": "Architecture diagram", "kanban": "Kanban board",
    "packet": "Packet diagram", "radar": "Radar chart", "treemap": "Treemap",
  ]
}

extension StringProtocol {
  /// Without white space at either end.
  var trimmed: SubSequence {
    let start = drop { $0.isWhitespace }
    return start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)]
  }
}

extension Substring {
  fileprivate var unquoted: Substring {
    count > 1 && hasPrefix("\"") && hasSuffix("\"") ? dropFirst().dropLast() : self
  }
}

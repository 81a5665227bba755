/// Tells the lines of a script in MDX, `import Tabs from '@theme/Tabs';`, from prose that begins with these words.
enum ModuleLines {
  /// Whether all lines of a paragraph are statements of a script.
  static func make(up text: ByteView) -> Bool {
    var position = 0
    guard begins(text, at: position) else { return false }
    while position < text.count {
      guard begins(text, at: position), let end = endOfStatement(text, from: position) else { return false }
      position = end
      while position < text.count, isSpace(text[position]) { position += 1 }
    }
    return true
  }

  private static func begins(_ text: ByteView, at start: Int) -> Bool {
    [
      "import ", "import{", "export default ", "export const ", "export let ", "export function ", "export {",
      "export * ",
    ]
    .contains { text.has($0, at: start) }
  }

  /// An import ends with the line that names its module; an export goes on to the end of the paragraph.
  private static func endOfStatement(_ text: ByteView, from start: Int) -> Int? {
    guard text.has("import", at: start) else { return text.count }
    var lineStart = start
    while lineStart < text.count {
      let lineEnd = text.lineEnd(from: lineStart)
      if namesModule(text[lineStart..<lineEnd], isFirst: lineStart == start) { return lineEnd }
      lineStart = lineEnd + 1
    }
    return nil
  }

  private static func namesModule(_ line: ByteView, isFirst: Bool) -> Bool {
    var line = line.trimmedEnd
    if line.has(";", at: line.count - 1) { line = line[0..<line.count - 1].trimmedEnd }
    guard line.count > 2, "'\"".utf8.contains(line[line.count - 1]),
      let quote = (0..<line.count - 1).last(where: { line[$0] == line[line.count - 1] })
    else { return false }
    let before = line[0..<quote].trimmedEnd
    return before.has("from", at: before.count - 4) || isFirst && before.text == "import"
  }
}

package import Bytes

extension TextEdits {
  /// What the replacements change, as `patch -p1` and `git apply` read it; nothing where they change nothing.
  ///
  /// - Parameter path: of the file, as the reader may name it.
  package func unifiedDiff(of path: String) -> ByteBuffer {
    var diff = ByteBuffer()
    let old = TextEdits.lines(of: original)
    let new = TextEdits.lines(of: edited)
    // No replacement makes or takes a line, so both have as many.
    let changed = old.indices.filter { !old[$0].elementsEqual(new[$0]) }
    guard !changed.isEmpty else { return diff }
    let isAbsolute = path.hasPrefix("/")
    diff.append("--- \(isAbsolute ? "" : "a/")\(path)\n+++ \(isAbsolute ? "" : "b/")\(path)\n")
    var rest = changed[...]
    while let first = rest.first {
      var last = first
      rest = rest.dropFirst()
      while let next = rest.first, next - last <= 2 * TextEdits.context + 1 {
        last = next
        rest = rest.dropFirst()
      }
      write(max(0, first - TextEdits.context)..<min(old.count, last + TextEdits.context + 1), old, new, to: &diff)
    }
    return diff
  }

  /// Lines that are shown before and behind those that change.
  private static let context = 3

  /// Lines with their line feeds, by which alone programs that read a diff tell them apart.
  private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in text.indices where text[index] == 0x0A {
      lines.append(text[start...index])
      start = index + 1
    }
    return start < text.count ? lines + [text[start...]] : lines
  }

  private func write(
    _ hunk: Range<Int>, _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>], to diff: inout ByteBuffer
  ) {
    let place = "\(hunk.lowerBound + 1),\(hunk.count)"
    diff.append("@@ -\(place) +\(place) @@\n")
    func write(_ mark: String, _ line: ArraySlice<UInt8>) {
      diff.append(mark)
      diff.append(line)
      if line.last != 0x0A { diff.append("\n\\ No newline at end of file\n") }
    }
    var index = hunk.lowerBound
    while index < hunk.upperBound {
      let end = (index..<hunk.upperBound).first { old[$0].elementsEqual(new[$0]) } ?? hunk.upperBound
      for changed in index..<end { write("-", old[changed]) }
      for changed in index..<end { write("+", new[changed]) }
      if end < hunk.upperBound { write(" ", old[end]) }
      index = end + 1
    }
  }
}

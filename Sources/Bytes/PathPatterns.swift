/// Patterns of paths as Git's ignore files have them (<https://git-scm.com/docs/gitignore>), one a line.
///
/// The last pattern that matches a path, or a folder that it lies in, decides.
package struct PathPatterns: Sendable {
  /// The patterns as they were written.
  package let lines: [String]
  private let patterns: [Pattern]

  private struct Pattern: Sendable {
    let segments: [[UInt8]]
    let isNegated: Bool
    let matchesFoldersOnly: Bool
  }

  package init(_ lines: [String] = []) {
    self.lines = lines
    patterns = lines.compactMap(PathPatterns.pattern)
  }

  package var isEmpty: Bool { patterns.isEmpty }

  /// Whether the patterns mean a file.
  ///
  /// - Parameter path: a content path.
  package func match(_ path: String) -> Bool {
    guard !isEmpty else { return false }
    let components = path.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    let deciding = patterns.last { pattern in
      let longest = pattern.matchesFoldersOnly ? components.count - 1 : components.count
      return (1...max(longest, 1)).contains { length in
        length <= longest && PathPatterns.matches(pattern.segments, components[..<length])
      }
    }
    return deciding.map { !$0.isNegated } ?? false
  }

  // MARK: - Reading

  private static func pattern(_ line: String) -> Pattern? {
    var text = Substring(line)
    while text.hasSuffix(" ") && !text.hasSuffix("\\ ") || text.hasSuffix("\r") || text.hasSuffix("\t") {
      text.removeLast()
    }
    guard !text.isEmpty, !text.hasPrefix("#") else { return nil }
    let isNegated = text.hasPrefix("!")
    if isNegated || text.hasPrefix("\\#") || text.hasPrefix("\\!") { text.removeFirst() }
    let matchesFoldersOnly = text.hasSuffix("/")
    if matchesFoldersOnly { text.removeLast() }
    var segments = text.utf8.split(separator: UInt8(ascii: "/")).map(Array.init)
    guard !segments.isEmpty else { return nil }
    // Without a slash before its end, a pattern means a name in any folder.
    if !text.contains("/") { segments.insert(Array("**".utf8), at: 0) }
    return Pattern(segments: segments, isNegated: isNegated, matchesFoldersOnly: matchesFoldersOnly)
  }

  // MARK: - Matching

  /// Goes back to the last `**` alone where a segment does not match, so that the time is bounded by the product of both.
  private static func matches(_ pattern: [[UInt8]], _ path: ArraySlice<[UInt8]>) -> Bool {
    let anyDepth = Array("**".utf8)
    var (position, index) = (0, path.startIndex)
    var retry: (position: Int, index: Int)?
    while index < path.endIndex {
      if position < pattern.count, pattern[position] == anyDepth {
        retry = (position + 1, index)
        position += 1
      } else if position < pattern.count, name(path[index], matches: pattern[position]) {
        (position, index) = (position + 1, index + 1)
      } else if let last = retry {
        retry = (last.position, last.index + 1)
        (position, index) = (last.position, last.index + 1)
      } else {
        return false
      }
    }
    return position == pattern.count
  }

  /// Whether one name matches a pattern of letters, `?`, `*`, `[a-z]` and `\` before a letter that stands for itself.
  private static func name(_ name: [UInt8], matches pattern: [UInt8]) -> Bool {
    var (position, index) = (0, 0)
    var retry: (position: Int, index: Int)?
    while index < name.count {
      if position < pattern.count, pattern[position] == UInt8(ascii: "*") {
        retry = (position + 1, index)
        position += 1
      } else if let next = step(pattern, at: position, over: name[index]) {
        (position, index) = (next, index + 1)
      } else if let last = retry {
        retry = (last.position, last.index + 1)
        (position, index) = (last.position, last.index + 1)
      } else {
        return false
      }
    }
    return pattern[position...].allSatisfy { $0 == UInt8(ascii: "*") }
  }

  /// - Returns: where the pattern goes on behind what matches one byte; nil if it does not match.
  private static func step(_ pattern: [UInt8], at position: Int, over byte: UInt8) -> Int? {
    guard position < pattern.count else { return nil }
    switch pattern[position] {
    case UInt8(ascii: "?"): return position + 1
    case UInt8(ascii: "\\") where position + 1 < pattern.count:
      return pattern[position + 1] == byte ? position + 2 : nil
    case UInt8(ascii: "["):
      guard let end = pattern[position...].dropFirst(2).firstIndex(of: UInt8(ascii: "]")) else { fallthrough }
      return set(pattern[position + 1..<end], holds: byte) ? end + 1 : nil
    default: return pattern[position] == byte ? position + 1 : nil
    }
  }

  private static func set(_ set: ArraySlice<UInt8>, holds byte: UInt8) -> Bool {
    let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
    var rest = isNegated ? set.dropFirst() : set
    var isHeld = false
    while let first = rest.popFirst() {
      if rest.first == UInt8(ascii: "-"), let last = rest.dropFirst().first {
        isHeld = isHeld || first <= byte && byte <= last
        rest = rest.dropFirst(2)
      } else {
        isHeld = isHeld || first == byte
      }
    }
    return isHeld != isNegated
  }
}

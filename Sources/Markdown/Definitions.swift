/// `[label]: destination "title"`, read as the library reads it.
struct Definition {
  let label: Range<Int>
  let destination: Range<Int>
  /// After the line that it ends on.
  let end: Int

  init?(in source: ByteView, at start: Int, to limit: Int) {
    guard start < limit, source[start] == UInt8(ascii: "["),
      let bracket = source.endOfLabel(from: start + 1, to: limit), bracket > start + 1,
      source.has(":", at: bracket + 1)
    else { return nil }
    let destinationStart = source.skipSpaceAndPrefixes(from: bracket + 2, to: limit)
    guard let destination = source.definedDestination(from: destinationStart, to: limit) else { return nil }
    let afterDestination = destination.upperBound + (source.has(">", at: destination.upperBound) ? 1 : 0)
    guard let end = source.endOfDefinition(from: afterDestination, to: limit) else { return nil }
    label = start + 1..<bracket
    self.destination = destination
    self.end = end
  }
}

/// The reference definitions of a text, in its order.
struct Definitions {
  private let source: ByteView
  private var byLabel: [String: [Range<Int>]] = [:]

  init(of source: ByteView) {
    self.source = source
    var position = 0
    while position < source.count {
      let start = source.skipMarkers(from: position)
      let definition = Definition(in: source, at: start, to: source.count)
      if let definition {
        byLabel[source[definition.label].normalizedLabel, default: []].append(definition.destination)
      }
      position = definition?.end ?? source.endOfLine(from: start)
    }
  }

  /// Where a destination is defined that a label led to.
  func destination(_ url: ByteView, label: ByteView) -> Range<Int>? {
    byLabel[label.normalizedLabel]?.first { range in
      var end = range.lowerBound
      return source.matchDestination(url, from: &end, to: source.count) != nil
    }
  }
}

extension ByteView {
  fileprivate func definedDestination(from start: Int, to limit: Int) -> Range<Int>? {
    guard start < limit else { return nil }
    let isAngled = self[start] == UInt8(ascii: "<")
    let first = isAngled ? start + 1 : start
    var end = first
    while end < limit, isAngled ? self[end] != UInt8(ascii: ">") && self[end] != 0x0A : !isSpace(self[end]) {
      end += self[end] == UInt8(ascii: "\\") && end + 1 < limit && isPunctuation(self[end + 1]) ? 2 : 1
    }
    if isAngled { return end < limit && self[end] == UInt8(ascii: ">") ? first..<end : nil }
    return end > first ? first..<end : nil
  }

  /// Past the rest of a definition: nothing or a title, then the end of a line.
  fileprivate func endOfDefinition(from offset: Int, to limit: Int) -> Int? {
    let next = skipSpaceAndPrefixes(from: offset, to: limit)
    if next > offset, let title = endOfTitle(from: next, to: limit), let end = endOfBlankLine(from: title, to: limit) {
      return end
    }
    return endOfBlankLine(from: offset, to: limit)
  }

  private func endOfBlankLine(from offset: Int, to limit: Int) -> Int? {
    var end = offset
    while end < limit, self[end] == 0x20 || self[end] == 0x09 { end += 1 }
    guard end < limit else { return limit }
    return self[end] == 0x0A || self[end] == 0x0D ? endOfLine(from: end) : nil
  }

  /// Past the end of the line that an offset is on.
  fileprivate func endOfLine(from offset: Int) -> Int {
    let end = lineEnd(from: offset)
    return min(end + (has("\r\n", at: end) ? 2 : 1), count)
  }

  /// Past what may stand before a definition on its line: blanks and the markers of block quotes and list items.
  fileprivate func skipMarkers(from offset: Int) -> Int {
    var position = offset
    while position < count {
      switch self[position] {
      case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."),
        UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        position += 1
      default: return position
      }
    }
    return position
  }
}

/// The lines of an included file that a request means, each with its number in the file.
struct IncludedLines {
  /// Each line with a line feed.
  private(set) var bytes: [UInt8] = []
  private(set) var numbers: [Int] = []

  enum Fault: Error {
    case noRegion(String, known: [String])
    case endlessRegion(String, line: Int)
    case noLine(Int, count: Int)
  }

  /// Lines that mark regions are left out, those of editors (`#region`) only where a part is asked for.
  init(_ part: IncludeRequest.Part, of file: IncludedFile) throws(Fault) {
    let lines = file.text.split(separator: 0x0A, omittingEmptySubsequences: false)
    // A line feed ends a line, and does not begin another.
    let count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
    let last = file.firstLine + count - 1
    if case .lines(let ranges) = part,
      let beyond = ranges.lazy.flatMap({ [$0.lowerBound, $0.upperBound] }).first(where: { $0 > last && $0 != .max })
    {
      throw .noLine(beyond, count: last)
    }
    var regions = RegionReader(wanted: part.region)
    for (index, line) in lines.prefix(count).enumerated() {
      let number = file.firstLine + index
      let marker = RegionMarker(line)
      if let marker { regions.read(marker, at: number) }
      let isMeant =
        switch part {
        case .all: marker?.isOfEditor ?? true
        case .region: marker == nil && regions.isInside
        case .lines(let ranges): marker == nil && ranges.contains { $0.contains(number) }
        }
      guard isMeant else { continue }
      bytes += line
      bytes.append(0x0A)
      numbers.append(number)
    }
    guard let name = part.region else { return }
    guard let start = regions.start else { throw .noRegion(name, known: regions.names) }
    if regions.isInside { throw .endlessRegion(name, line: start) }
  }

  /// The text without the indent that all its lines share.
  var dedented: [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let indent = lines.filter { !$0.allSatisfy(isSpace) }.map { $0.prefix { $0 == 0x20 || $0 == 0x09 } }
    guard var shared = indent.first else { return bytes }
    for other in indent { shared = shared.prefix(zip(shared, other).prefix { $0 == $1 }.count) }
    return Array(lines.map { $0.dropFirst(min(shared.count, $0.count)) }.joined(separator: [0x0A]))
  }
}

extension IncludeRequest.Part {
  fileprivate var region: String? {
    if case .region(let name) = self { name } else { nil }
  }
}

/// A line that begins or ends a region: `--8<-- [start:name]`, or what editors fold, `// #region name`.
private struct RegionMarker {
  let isStart: Bool
  /// Empty for an end that names nothing.
  let name: String
  let isOfEditor: Bool

  init?(_ line: ArraySlice<UInt8>) {
    guard line.contains(UInt8(ascii: "<")) || line.contains(UInt8(ascii: "#")) else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    if let scissors = text.firstRange(of: "8<-") {
      self.init(behind: text[scissors.upperBound...], before: text[..<scissors.lowerBound])
    } else {
      self.init(ofEditor: text)
    }
  }

  private init?(behind rest: Substring, before: Substring) {
    let rest = rest.drop { $0 == "-" }.drop(while: \.isWhitespace)
    let hyphens = before.reversed().prefix { $0 == "-" }.count
    guard hyphens > 0, before.dropLast(hyphens).last != ";", rest.first == "[", let end = rest.firstIndex(of: "]")
    else {
      return nil
    }
    let parts = rest[..<end].dropFirst().split(separator: ":").map { $0.filter { !$0.isWhitespace } }
    guard parts.count == 2, ["start", "end"].contains(parts[0].lowercased()) else { return nil }
    (isStart, name, isOfEditor) = (parts[0].lowercased() == "start", parts[1], false)
  }

  /// As Visual Studio Code and VitePress have it for each language: behind the sign of a comment, with a `#`.
  private init?(ofEditor text: String) {
    let rest = text.drop { "/*#<!-;:%\"' \t".contains($0) }
    guard text[..<rest.startIndex].contains("#") else { return nil }
    let words = rest.split(whereSeparator: \.isWhitespace).map { $0.lowercased() == "pragma" ? "" : String($0) }
      .filter { !$0.isEmpty }
    switch words.first?.lowercased() {
    case "region": isStart = true
    case "endregion": isStart = false
    default: return nil
    }
    name = words.dropFirst().first.map { $0.hasPrefix("*/") || $0.hasPrefix("-->") ? "" : $0 } ?? ""
    isOfEditor = true
  }
}

/// Follows the regions of a file, of which one is wanted.
private struct RegionReader {
  let wanted: String?
  private(set) var names: [String] = []
  /// The line that the wanted region begins on.
  private(set) var start: Int?
  private(set) var isInside = false
  /// The regions of editors that are open, which end in reverse order.
  private var open: [String] = []

  init(wanted: String?) { self.wanted = wanted }

  mutating func read(_ marker: RegionMarker, at line: Int) {
    if marker.isStart {
      if !marker.name.isEmpty { names.append(marker.name) }
      if marker.isOfEditor { open.append(marker.name) }
      if start == nil, marker.name == wanted { (start, isInside) = (line, true) }
      return
    }
    let name = marker.isOfEditor ? open.popLast() ?? marker.name : marker.name
    if name == wanted { isInside = false }
  }
}

import Bytes
import Markup

/// The parts of pages that links name.
enum Anchors {
  /// The anchor that a fragment asks a page for.
  ///
  /// - Returns: nil for a fragment that no id need answer: text for the browser to find, lines of code, a place that the
  ///   script of an application knows.
  static func wanted(by fragment: Substring) -> String? {
    let directive = fragment.firstRange(of: ":~:")?.lowerBound ?? fragment.endIndex
    let anchor = PercentEncoding.decode(String(fragment[..<directive]))
    if anchor.isEmpty || anchor.lowercased() == "top" { return nil }
    if anchor.contains(where: { "=/&?! ".contains($0) }) { return nil }
    if anchor.first == "L", anchor.dropFirst().first?.isNumber == true { return nil }
    // Applications give comments, messages and records the numbers of their data bases.
    return anchor.reversed().prefix(while: \.isNumber).count >= 4 ? nil : anchor
  }

  /// Those of some anchors that a page certainly does not have.
  static func missing(_ wanted: Set<String>, in page: [UInt8]) -> Set<String> {
    let facts = MarkupFacts(of: page, as: .html)
    let pieces = facts.ids + facts.names
    let ids = Set(pieces.map { String(decoding: facts.value(of: $0, in: page), as: UTF8.self) })
    if ids.count < fewestIDs, contains(page, "<script") { return [] }
    return wanted.filter { anchor in
      // GitHub puts a word before the ids that come from a text, and its script finds them all the same.
      !ids.contains(anchor) && !ids.contains("user-content-" + anchor) && !isMentioned(anchor, in: page)
    }
  }

  /// A page with a script and fewer ids is taken to be made in the browser.
  private static let fewestIDs = 5

  /// Whether an anchor is named in a link, an attribute or a script, which may make it.
  private static func isMentioned(_ anchor: String, in page: [UInt8]) -> Bool {
    ["\"", "'", "#", "user-content-"].contains { contains(page, $0 + anchor) }
  }

  private static func contains(_ page: [UInt8], _ text: String) -> Bool {
    let text = Array(text.utf8)
    var rest = page[...]
    while let start = rest.firstIndex(of: text[0]) {
      if page[start...].starts(with: text) { return true }
      rest = page[(start + 1)...]
    }
    return false
  }
}

package import Diagnostics
package import YAML

/// What kind of reading a page is, after Diátaxis (<https://diataxis.fr>).
package enum PageType: String, Sendable, CaseIterable {
  case tutorial
  case howTo = "how-to"
  case reference
  case explanation
}

/// The settings at the head of a page (formats.md, "Page front matter").
package struct FrontMatter: Sendable {
  package var title: String?
  package var navigationTitle: String?
  package var description: String?
  /// Takes the place of the file's name in the address: from the root with a leading slash, else from the file's folder.
  package var slug: String?
  /// The name of the page for other pages, which is part of its address in Docusaurus.
  package var id: String?
  package var type: PageType?
  package var capability: Located<String>?
  package var owner: Located<String>?
  package var audience: [String] = []
  package var tags: [String] = []
  /// Lower comes first; pages without one come last.
  package var weight: Int?
  package var isDraft = false
  package var isHidden = false
  package var aliases: [Located<String>] = []
  package var showsContents = true
  package var reviewed: Located<CalendarDate>?
  package var reviewIn: Period?
  /// Patterns of the files of the repository that the page describes.
  package var covers: [Located<String>] = []
  package var template: Located<String>?
  /// The kind of record that the page is, such as an incident; nil for one that no source of pages reads.
  package var kind: String?
  /// Reads the keys that only pages of this kind have.
  package var details: MappingReader?

  package init() {}

  /// The kind of a page whose headings are the terms of the site's glossary.
  static let glossaryKind = "glossary"

  /// The last day on which the review holds; nil if the page never says.
  package var reviewedUntil: CalendarDate? { reviewed.flatMap { day in reviewIn.map { day.value.adding($0) } } }

  /// Reads the mapping at the head of a page, with the names that other generators give the same keys.
  ///
  /// - Parameter kinds: the kinds of pages whose further keys a source of pages reads.
  package static func read(_ node: YAMLNode, kinds: [String] = []) -> Outcome<FrontMatter> {
    var reader = MappingReader(node, what: "front matter")
    var matter = FrontMatter()
    matter.title = reader.text("title")?.value
    matter.navigationTitle = reader.text("sidebar_label")?.value
    matter.description = reader.text("description")?.value
    matter.slug = reader.text("slug")?.value
    matter.id = reader.text("id")?.value
    matter.type = reader.choice("type", aliases: ["diataxis_content_type"], as: PageType.self)?.value
    matter.capability = reader.text("capability")
    matter.owner = reader.text("owner", aliases: ["owner_slack", "content_owner"])
    matter.audience = reader.texts("audience").map(\.value)
    matter.tags = reader.texts("tags").map(\.value)
    matter.weight = reader.int("weight", aliases: ["nav_order", "sort_order", "sidebar_position"])?.value
    matter.isDraft = reader.bool("draft")?.value ?? false
    matter.isHidden = reader.bool("hidden", aliases: ["hide_in_navigation", "unlisted"])?.value ?? false
    matter.aliases = reader.texts("aliases", aliases: ["redirect_from", "old_paths"])
    matter.showsContents = reader.bool("toc")?.value ?? !(reader.bool("hide_table_of_contents")?.value ?? false)
    matter.reviewed = reader.date("reviewed", aliases: ["last_reviewed_on", "last_review_date"])
    matter.reviewIn = reader.period("reviewIn", aliases: ["review_in"])?.value
    matter.covers = reader.texts("covers")
    matter.template = reader.text("template")
    matter.readKind(kinds, section: node["section"]?.text, &reader)
    return Outcome(matter, reader.diagnostics)
  }

  /// Leaves the keys of a kind to its source; on any other page they are unknown.
  ///
  /// - Parameter section: what cState calls the kind; other generators mean something else by it.
  private mutating func readKind(_ kinds: [String], section: String?, _ reader: inout MappingReader) {
    let aliases = section.map(kinds.contains) == true ? ["section"] : []
    guard let written = reader.text("kind", aliases: aliases) else { return reader.finish() }
    if written.value == FrontMatter.glossaryKind {
      kind = written.value
      return reader.finish()
    }
    if kinds.contains(written.value) {
      kind = written.value
      details = reader.handedOn(what: written.value)
      return
    }
    let known = kinds + [FrontMatter.glossaryKind]
    reader.report(
      Diagnostic(
        .unknownPageKind, "there is no kind of page '\(written.value)'", at: written.span,
        help: DidYouMean.help(for: written.value, in: known) ?? "Write one of: \(known.joined(separator: ", "))."))
    reader.finish()
  }
}

/// Where the front matter of a file ends and its text begins.
struct FrontMatterBounds {
  /// The YAML between the lines of three hyphens; nil where there is none.
  let yaml: Range<Int>?
  /// Offset of the text.
  let body: Int
  /// One-based line that the text begins on.
  let bodyLine: Int
  /// Whether an opening line has no closing one.
  let isUnclosed: Bool

  /// Front matter opens with `---` on the very first line, behind a byte order mark at most, and closes with `---` or `...`.
  ///
  /// An opening line that no closing one follows is a thematic break of CommonMark unless a key stands under it.
  init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lineStart = start
    var line = 1
    var yamlStart: Int?
    while lineStart < bytes.count {
      let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
      let next = min(lineEnd + 1, bytes.count)
      let text = FrontMatterBounds.trimmed(bytes[lineStart..<lineEnd])
      if let yamlStart {
        if text.elementsEqual("---".utf8) || text.elementsEqual("...".utf8) {
          (yaml, body, bodyLine, isUnclosed) = (yamlStart..<lineStart, next, line + 1, false)
          return
        }
      } else if text.elementsEqual("---".utf8) {
        yamlStart = next
      } else {
        break
      }
      lineStart = next
      line += 1
    }
    let looksLikeKeys = yamlStart.map { FrontMatterBounds.beginsWithKey(bytes[$0...]) } ?? false
    (yaml, body, bodyLine, isUnclosed) = (nil, 0, 1, looksLikeKeys)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D { line.removeLast() }
    return line
  }

  private static func beginsWithKey(_ bytes: ArraySlice<UInt8>) -> Bool {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else { return false }
    let isMapping = line[(colon + 1)...].first.map { $0 == 0x20 || $0 == 0x09 } ?? true
    return isMapping && line[..<colon].allSatisfy { $0 > 0x20 }
  }
}

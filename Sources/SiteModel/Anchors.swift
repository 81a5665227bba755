import Bytes
import Markdown

/// The ids of a page, found by the names that authors know them by.
struct Anchors {
  private let page: Page

  init(of page: Page) { self.page = page }

  /// A fragment as the id that it names and the directive behind it, such as `:~:text=…`, which names no id.
  static func split(_ fragment: String) -> (id: String, directive: String) {
    guard let start = fragment.firstRange(of: ":~:")?.lowerBound else { return (fragment, "") }
    return (String(fragment[..<start]), String(fragment[start...]))
  }

  /// The id on the page that a fragment names: itself, with the prefix that GitHub gives the ids of user content or without,
  /// or the heading that Python-Markdown would give that id, so that documents written for either keep their links.
  func id(for fragment: String) -> String? {
    if let id = known(fragment) { return id }
    let prefix = "user-content-"
    return fragment.hasPrefix(prefix) ? known(String(fragment.dropFirst(prefix.count))) : nil
  }

  private func known(_ fragment: String) -> String? {
    // Every page answers these two with its top (HTML, "find a potential indicated element").
    if fragment.isEmpty || fragment.lowercased() == "top" { return fragment }
    // As the page spells it: to a browser, two normal forms of Unicode are two ids.
    for ids in [page.document?.article.anchors, page.plan?.anchors].compactMap(\.self) {
      if let index = ids.firstIndex(of: fragment) { return ids[index] }
    }
    return page.pythonMarkdownIDs[fragment]
  }

  /// The ids of headings by those that Python-Markdown would give them.
  static func pythonMarkdownIDs(of headings: [Heading]) -> [String: String] {
    var taken: [String: Int] = [:]
    let ids = headings.map { heading in
      let slug = Anchors.pythonMarkdownSlug(heading.text)
      let repeats = taken[slug, default: 0]
      taken[slug] = repeats + 1
      return (repeats == 0 ? slug : "\(slug)_\(repeats)", heading.id)
    }
    return Dictionary(ids) { first, _ in first }
  }

  /// `toc.slugify` of Python-Markdown for ASCII: word characters, spaces and hyphens in lower case, trimmed of spaces, and
  /// runs of spaces and hyphens as one hyphen.
  private static func pythonMarkdownSlug(_ text: String) -> String {
    var slug: [UInt8] = []
    var hasSpace = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
        if hasSpace, !slug.isEmpty, slug.last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
        hasSpace = false
        if byte == UInt8(ascii: "-"), slug.last == byte { continue }
        slug.append((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte)
      case 0x20, 0x09: hasSpace = true
      default: continue
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }
}

import Bytes
package import Markdown

/// A section of the site on one page, to print it or to read it in one go: the texts of its own page and of all below it.
///
/// It says nothing that other pages do not say, so it is no page of the site: neither navigation nor search has it.
package struct PrintedSection: Sendable {
  /// The section's own page.
  package let page: Int
  package let sitePath: String
  /// The pages with a text, in reading order; the section's own comes first, where it has one.
  package let pages: [Int]
  private let parts: [Int: Int]

  /// A browser is slow to show more than so many pages at once.
  package static let mostPages = 500

  private init(page: Int, sitePath: String, pages: [Int]) {
    self.page = page
    self.sitePath = sitePath
    self.pages = pages
    parts = Dictionary(uniqueKeysWithValues: zip(pages, 1...))
  }

  /// What the ids of a page begin with in the document; alone, the id of the page itself.
  package func id(ofPage page: Int) -> String? { parts[page].map { "page-\($0)" } }

  /// What stands between that and an id of the page.
  package static let separator = "."
}

extension PrintedSection {
  /// The sections of documents that have two pages or more.
  static func all(in pages: [Page], _ navigations: [NavigationTree], claims: inout OutputClaims) -> [PrintedSection] {
    var texts: [String: [Int]] = [:]
    for index in navigations.flatMap(\.readingOrder) where pages[index].isPrinted {
      var folder = pages[index].folder
      texts[folder, default: []].append(index)
      while folder != pages[index].language.folder {
        folder = ContentPath.folder(of: folder)
        texts[folder, default: []].append(index)
      }
    }
    return pages.enumerated().compactMap { index, page in
      guard page.isFolderPage, page.plan == nil, page.isListed, let texts = texts[page.folder],
        (2...mostPages).contains(texts.count)
      else { return nil }
      let folder = ContentPath.folder(of: SitePath.outputFile(page.sitePath))
      let sitePath = ContentPath.join(folder, "print.html")
      let collision = claims.claim(sitePath, name: "", span: nil, help: "")
      return collision == nil ? PrintedSection(page: index, sitePath: sitePath, pages: texts) : nil
    }
  }
}

extension Page {
  /// Whether the page is a text alone, which loses nothing on another page.
  fileprivate var isPrinted: Bool { isListed && plan == nil && !(document?.article.html.isEmpty ?? true) }
}

extension Site {
  /// The innermost section that has a page in its document; nil for a page that is in none.
  package func printedSection(ofPage index: Int) -> PrintedSection? {
    let page = pages[index]
    var folder = page.folder
    while true {
      if let section = printedSection(atFolder: folder), section.page == index || section.id(ofPage: index) != nil {
        return section
      }
      if folder == page.language.folder { return nil }
      folder = ContentPath.folder(of: folder)
    }
  }

  private func printedSection(atFolder folder: String) -> PrintedSection? {
    map.page(atFolder: folder).flatMap { sectionsOfPages[$0] }.map { printedSections[$0] }
  }

  /// What takes the places of the links of a page's text in the document of a section: those to its pages stay in it.
  ///
  /// - Parameter root: what leads to the root of the site.
  package func fillings(ofPage index: Int, in section: PrintedSection, root: String) -> [LinkFilling] {
    zip(fillings(ofPage: index, root: root), links.links[index]).map { filling, target in
      var filling = filling
      if let target, !target.isFullURL, let address = address(of: target, in: section) { filling.url = address }
      return filling
    }
  }

  private func address(of target: LinkTarget, in section: PrintedSection) -> String? {
    guard let page = target.page, let id = section.id(ofPage: page) else { return nil }
    guard !target.suffix.isEmpty else { return "#" + id }
    guard target.suffix.hasPrefix("#") else { return nil }
    let fragment = target.suffix.dropFirst()
    let isThere = pages[page].document?.article.anchors.contains(PercentEncoding.decode(String(fragment))) ?? false
    return "#" + id + (isThere ? PrintedSection.separator + fragment : "")
  }
}

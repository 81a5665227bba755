import Bytes

/// Which pages say the same in different languages: those at the same path below the folders of their languages.
package struct Translations: Sendable {
  /// By path below the language's folder, the page in each language.
  private var pages: [String: [String: Int]] = [:]
  private let keys: [String]

  init(of pages: [Page], _ settings: SiteSettings) {
    guard settings.allLanguages.count > 1 else {
      keys = []
      return
    }
    keys = pages.map(Translations.key)
    for (index, page) in pages.enumerated() {
      self.pages[keys[index], default: [:]][page.language.folder] = index
    }
  }

  /// What a page is in another language, or the page itself in its own; nil if nobody has translated it.
  package func page(_ index: Int, in language: SiteLanguage) -> Int? {
    keys.isEmpty ? index : pages[keys[index]]?[language.folder]
  }

  /// The page of the same kind that is nearest to a page in another language: the page itself, or that of a folder round it.
  package func nearest(to index: Int, in language: SiteLanguage) -> Int? {
    if let page = page(index, in: language) { return page }
    var folder = keys[index]
    while !folder.isEmpty {
      folder = ContentPath.folder(of: folder)
      if let page = pages[folder]?[language.folder] { return page }
    }
    return nil
  }

  /// Folders and pages have different keys: that of a page has its extension no more, but a mark that no folder has.
  private static func key(of page: Page) -> String {
    let folder = below(page.language.folder, page.folder)
    if page.isFolderPage { return folder }
    let path = page.document?.path ?? page.sitePath
    return ContentPath.join(folder, ContentPath.pageName(of: path)) + "\0"
  }

  private static func below(_ ancestor: String, _ folder: String) -> String {
    ancestor.isEmpty ? folder : String(folder.dropFirst(ancestor.count + 1))
  }
}

import Bytes

/// The pages of a site by the names of their files and by their titles, without regard to letter case and punctuation.
struct PageNames: Sendable {
  private var pages: [String: [Int]] = [:]

  /// Nothing has a name.
  init() {}

  init(_ pages: [Page]) {
    for (index, page) in pages.enumerated() where !page.isNotFoundPage {
      let path = page.isFolderPage ? page.folder : page.document?.path ?? page.folder
      for name in Set([ContentPath.stem(of: path), page.title].map(Slug.github)) where !name.isEmpty {
        self.pages[name, default: []].append(index)
      }
    }
  }

  /// The pages of a name or title.
  subscript(name: String) -> [Int] { pages[Slug.github(name)] ?? [] }

  /// All names, as slugs.
  var all: Dictionary<String, [Int]>.Keys { pages.keys }
}

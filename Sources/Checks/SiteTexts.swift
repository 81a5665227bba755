import Markdown
import SiteModel

extension Site {
  /// The texts of all pages, in the order of the pages.
  var articles: [Article] { pages.compactMap { $0.document?.article } }

  /// The pages that are texts and nothing else: neither made from data nor a record.
  var textPages: [(page: Page, matter: FrontMatter)] {
    pages.compactMap { page in
      guard page.plan == nil, !page.isNotFoundPage, let matter = page.document?.frontMatter, matter.kind == nil else {
        return nil
      }
      return (page, matter)
    }
  }
}

extension Article {
  var repeatedIDs: [Prose.Passage] { prose?.repeatedIDs ?? [] }
  var linkTexts: [Prose.Passage] { prose?.linkTexts ?? [] }
  var phrases: [(phrase: String, passage: Prose.Passage)] { prose?.phrases ?? [] }
}

extension SiteSettings {
  /// Whether lists of English words apply.
  var isEnglish: Bool { language.language == "en" }
}

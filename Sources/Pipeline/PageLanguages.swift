import SiteModel
import Templates

/// A language as a page offers it.
struct LanguageEntry: Sendable {
  let language: SiteLanguage
  let href: String
  let isCurrent: Bool
  /// False where the link leads to the nearest page round this one, since nobody has translated the page itself.
  let isTranslated: Bool

  static let schema = Schema<LanguageEntry>(
    "language",
    [
      .text("name") { $0.language.name }, .text("tag") { $0.language.tag.text },
      .text("direction") { $0.language.tag.direction }, .text("href") { $0.href }, .flag("isCurrent") { $0.isCurrent },
      .flag("isTranslated") { $0.isTranslated },
    ])
}

/// An address of the same text in some language, for programs.
struct TranslationEntry: Sendable {
  /// A language tag, or `x-default` for readers of any other language.
  let tag: String
  let href: String

  static let schema = Schema<TranslationEntry>(
    "translation", [.text("tag") { $0.tag }, .text("href") { $0.href }])
}

extension PageContext {
  /// All languages of the site; none where it has but one, or this page is shown at addresses of any language.
  var languages: [LanguageEntry] {
    let all = site.settings.allLanguages
    guard all.count > 1, !page.isNotFoundPage else { return [] }
    return all.compactMap { language in
      site.translations.nearest(to: index, in: language).map { target in
        LanguageEntry(
          language: language, href: site.pages[target].href(root: root), isCurrent: target == index,
          isTranslated: site.translations.page(index, in: language) != nil)
      }
    }
  }

  /// This page and what it is in other languages, with the full addresses that search engines ask for.
  ///
  /// Source: <https://developers.google.com/search/docs/specialty/international/localized-versions>.
  var translations: [TranslationEntry] {
    guard let baseURL = site.settings.baseURL, page.isListed else { return [] }
    let found = site.settings.allLanguages.compactMap { language in
      site.translations.page(index, in: language).map {
        (language: language, href: site.pages[$0].href(root: baseURL))
      }
    }
    guard found.count > 1 else { return [] }
    let general = found.first { $0.language.folder.isEmpty }.map { TranslationEntry(tag: "x-default", href: $0.href) }
    return found.map { TranslationEntry(tag: $0.language.tag.text, href: $0.href) } + [general].compactMap { $0 }
  }
}

package import Bytes
package import Diagnostics
import YAML

/// A language that a site has pages in.
package struct SiteLanguage: Sendable {
  package let tag: LanguageTag
  /// What the language calls itself: `Deutsch`.
  package var name: String
  /// The content folder that its pages are in; empty for the language of the site.
  package var folder: String
  /// The title and description of the site, where they differ from those of its own language.
  var title: String?
  var description: String?
  /// Nil for the navigation of the site, with the pages of this language where there are some.
  var navigation: [NavigationItem]?
  /// Where the settings name it.
  package var span: SourceSpan?

  init(_ tag: LanguageTag, name: String? = nil, folder: String = "", span: SourceSpan? = nil) {
    self.tag = tag
    self.name = name ?? tag.text
    self.folder = folder
    self.span = span
  }
}

extension SiteLanguage {
  /// Reads `languages`: tags with their names, or with what else there is to say of them.
  ///
  /// - Parameter main: the language of the site, whose pages have no folder of their own.
  static func readAll(_ node: YAMLNode, main: LanguageTag, _ reader: inout MappingReader) -> [SiteLanguage] {
    guard case .mapping(let entries) = node.content else {
      reader.report(
        Diagnostic(
          .wrongType, "'languages' must be a mapping, not \(node.kindName)", at: node.span,
          help: "Write a line for each, such as 'de: Deutsch'."))
      return []
    }
    let languages = entries.compactMap { read($0, main: main, &reader) }
    if !languages.contains(where: { $0.tag == main }) {
      reader.report(
        Diagnostic(
          .settingValue, "the languages lack \(main.text.quoted), which the site itself is in", at: node.span,
          help: "Add it with its name, such as 'en: English', or correct 'language'."))
    }
    return languages
  }

  private static func read(_ entry: YAMLNode.Entry, main: LanguageTag, _ reader: inout MappingReader) -> SiteLanguage? {
    guard let tag = LanguageTag.read(Located(entry.key.text ?? "", at: entry.key.span), &reader) else { return nil }
    var language = SiteLanguage(
      tag, name: entry.value.text, folder: tag == main ? "" : tag.text, span: entry.key.span)
    if entry.value.text == nil {
      reader.mapping(of: entry.value, what: "the language '\(tag.text)'") { inner in
        language.name = inner.text("name", required: true)?.value ?? tag.text
        language.title = inner.text("title")?.value
        language.description = inner.text("description")?.value
        language.navigation = inner.node("navigation").map { NavigationItem.readAll($0, &inner) }
      }
    }
    return language
  }
}

extension LanguageTag {
  static func read(_ written: Located<String>, _ reader: inout MappingReader) -> LanguageTag? {
    let tag = LanguageTag(written.value)
    if tag == nil {
      reader.report(
        Diagnostic(
          .settingValue, "\(written.value.quoted) is not a language tag", at: written.span,
          help: "Write one such as 'en', 'de' or 'pt-BR'."))
    }
    return tag
  }
}

extension SiteSettings {
  /// The language of what is in a content folder.
  package func language(ofFolder folder: String) -> SiteLanguage {
    let top = folder.prefix { $0 != "/" }
    return languages.first { !$0.folder.isEmpty && $0.folder == top } ?? mainLanguage
  }

  /// The language of the site itself.
  package var mainLanguage: SiteLanguage {
    languages.first { $0.folder.isEmpty } ?? SiteLanguage(language, span: languageSpan)
  }

  /// All languages of the site, in the order that they are offered in.
  package var allLanguages: [SiteLanguage] {
    languages.contains { $0.folder.isEmpty } ? languages : [mainLanguage] + languages
  }

  /// How a language of the site says what is not in templates.
  package func phrases(in language: SiteLanguage) -> Phrases { phrases[language.tag] ?? .english }

  /// The title of the site in one of its languages.
  package func title(in language: SiteLanguage) -> String { language.title ?? title }

  /// The description of the site in one of its languages.
  package func description(in language: SiteLanguage) -> String? { language.description ?? description }
}

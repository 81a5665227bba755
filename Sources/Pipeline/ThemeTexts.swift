import Bytes
import Diagnostics
import Files
import SiteModel
import Templates
import YAML

/// The texts of a chain of themes: `strings/en.yaml` and a file for each other language.
///
/// Each text is the partial `text/KEY`, or says what templates do not hold: a phrase by its English, or how a number or a
/// date is written. One that a language lacks is shown in English.
struct ThemeTexts {
  fileprivate enum Group: String {
    case partials, phrases, formats
  }

  fileprivate struct Text {
    let group: Group
    let key: Located<String>
    let text: Located<String>
    let layer: Int
  }

  static let folder = "strings"
  private static let fallback = "en"

  private let layers: [FileTree]
  /// By the name of a file, the texts of all layers in the order of these.
  private var files: [String: [Text]] = [:]
  /// How each language that templates were compiled for says what is not in them.
  private(set) var phrases: [LanguageTag: Phrases] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter layers: folders of themes, the one that counts first at the front.
  init(_ layers: [FileTree]) {
    self.layers = layers
    read(ThemeTexts.fallback)
  }

  /// Compiles templates with the texts of a language.
  mutating func compile(_ sources: [TemplateSource], for language: SiteLanguage) -> Outcome<TemplateSet> {
    let texts = texts(in: language)
    let partials = texts.filter { $0.group == .partials }.map { entry in
      TemplateSource(
        name: "partials/text/" + entry.key.value, path: entry.text.span.path, bytes: Array(entry.text.value.utf8),
        origin: entry.text.span)
    }
    func values(_ group: Group) -> [String: String] {
      Dictionary(uniqueKeysWithValues: texts.filter { $0.group == group }.map { ($0.key.value, $0.text.value) })
    }
    let phrases = Phrases(values(.phrases), formats: values(.formats))
    self.phrases[language.tag] = phrases
    return TemplateSet.compile(sources + partials, phrases: phrases)
  }

  /// What counts in a language, each once.
  private mutating func texts(in language: SiteLanguage) -> [Text] {
    let names = [language.tag.text, language.tag.language].filter { $0 != ThemeTexts.fallback }
    for name in names { read(name) }
    let own = names.flatMap { files[$0] ?? [] }
    let english = files[ThemeTexts.fallback] ?? []
    if language.tag.language != ThemeTexts.fallback { reportMissing(own, english, language) }
    var seen: [Group: Set<String>] = [:]
    return (own + english).filter { seen[$0.group, default: []].insert($0.key.value).inserted }
  }

  /// Reports what the site's folder, or else the theme in use, overrides though no theme shows it.
  ///
  /// - Parameter isShown: whether a template has a tag for a key.
  func unknownTexts(isShown: (_ key: String) -> Bool) -> [Diagnostic] {
    let texts = files.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.layer == 0 }
    let english = Dictionary(grouping: (files[ThemeTexts.fallback] ?? []).filter { $0.layer > 0 }, by: \.group)
    let keys = english.mapValues { $0.map(\.key.value) }
    return texts.compactMap { entry in
      let known = keys[entry.group] ?? []
      let isPartial = entry.group == .partials
      guard !known.contains(entry.key.value), isPartial ? !isShown(entry.key.value) : !known.isEmpty else { return nil }
      return Diagnostic(
        .unknownText, "\(isPartial ? "no template" : "nothing") shows a text \(entry.key.value.quoted)",
        at: entry.key.span,
        help: DidYouMean.help(for: entry.key.value, in: known)
          ?? (isPartial ? "Remove it, or show it with {{> text/…}}." : "Remove it."))
    }
  }

  private mutating func read(_ name: String) {
    guard files[name] == nil else { return }
    var texts: [Text] = []
    for (index, layer) in layers.enumerated() {
      let path = "\(ThemeTexts.folder)/\(name).yaml"
      guard let bytes = try? layer.read(path) else { continue }
      let parsed = YAMLParser.parse(bytes, path: layer.displayPath(path))
      diagnostics += parsed.diagnostics
      guard let root = parsed.value.first else { continue }
      var reader = MappingReader(root, what: path)
      let others = [Group.phrases, .formats].flatMap { group in
        reader.mapping(group.rawValue, what: "'\(group.rawValue)'") { $0.texts(group, layer: index) } ?? []
      }
      texts += reader.texts(.partials, layer: index) + others
      diagnostics += reader.diagnostics
    }
    files[name] = texts
  }

  private mutating func reportMissing(
    _ own: [Text], _ english: [Text], _ language: SiteLanguage
  ) {
    let translated = Dictionary(grouping: own, by: \.group).mapValues { Set($0.map(\.key.value)) }
    let missing = english.filter { translated[$0.group]?.contains($0.key.value) != true }.map(\.key.value)
    guard !missing.isEmpty else { return }
    let file = "\(ThemeTexts.folder)/\(language.tag.language).yaml"
    guard let first = own.first else {
      diagnostics.append(
        Diagnostic(
          .missingTranslation, "the theme has no texts in \(language.tag.text.quoted), and shows those in English",
          at: language.span,
          help: "Write them to 'theme/\(file)' of the content; 'strings/en.yaml' of the theme has all keys."))
      return
    }
    let keys = missing.prefix(5).map(\.quoted).joined(separator: ", ") + (missing.count > 5 ? " …" : "")
    diagnostics.append(
      Diagnostic(
        .missingTranslation, "\(missing.count) of the theme's texts have no translation: \(keys)",
        at: SourceSpan(path: first.key.span.path), help: "Add the keys to a file '\(file)'."))
  }
}

extension MappingReader {
  /// The entries that are left; a phrase without a text is said as it stands.
  fileprivate mutating func texts(_ group: ThemeTexts.Group, layer: Int) -> [ThemeTexts.Text] {
    var texts: [(key: Located<String>, text: Located<String>)] = []
    for entry in unread where group == .phrases && entry.value.isNull {
      let phrase = Located(entry.key.text ?? "", at: entry.key.span)
      ignore(phrase.value)
      texts.append((phrase, phrase))
    }
    return (texts + remainingTexts()).map { ThemeTexts.Text(group: group, key: $0, text: $1, layer: layer) }
  }
}

import Diagnostics
import Files
import SiteModel
import Templates
import YAML

/// The texts of a chain of themes: `strings/en.yaml` and a file for each other language.
///
/// Each text is the partial `text/KEY`. One that a language lacks is shown in English.
struct ThemeTexts {
  private struct Text {
    let key: Located<String>
    let text: Located<String>
    let layer: Int
  }

  static let folder = "strings"
  private static let fallback = "en"

  private let layers: [FileTree]
  /// By the name of a file, the texts of all layers in the order of these.
  private var files: [String: [Text]] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter layers: folders of themes, the one that counts first at the front.
  init(_ layers: [FileTree]) {
    self.layers = layers
    read(ThemeTexts.fallback)
  }

  /// The partials of a language.
  ///
  /// - Parameter span: where the site names the language.
  mutating func sources(for language: LanguageTag, at span: SourceSpan?) -> [TemplateSource] {
    let names = [language.text, language.language].filter { $0 != ThemeTexts.fallback }
    for name in names { read(name) }
    let own = names.flatMap { files[$0] ?? [] }
    let english = files[ThemeTexts.fallback] ?? []
    if language.language != ThemeTexts.fallback { reportMissing(own, english, language, span) }
    var seen: Set<String> = []
    return (own + english).filter { seen.insert($0.key.value).inserted }.map { entry in
      TemplateSource(
        name: "partials/text/" + entry.key.value, path: entry.text.span.path, bytes: Array(entry.text.value.utf8),
        origin: entry.text.span)
    }
  }

  /// Reports what the site's folder, or else the theme in use, overrides though no theme shows it.
  ///
  /// - Parameter isShown: whether a template has a tag for a key.
  func unknownTexts(isShown: (_ key: String) -> Bool) -> [Diagnostic] {
    let known = (files[ThemeTexts.fallback] ?? []).filter { $0.layer > 0 }.map(\.key.value)
    let first = files.sorted { $0.key < $1.key }.flatMap(\.value).filter { $0.layer == 0 }
    return first.filter { !known.contains($0.key.value) && !isShown($0.key.value) }.map { entry in
      Diagnostic(
        .unknownText, "no template shows a text \(entry.key.value.quoted)", at: entry.key.span,
        help: DidYouMean.help(for: entry.key.value, in: known) ?? "Remove it, or show it with {{> text/…}}.")
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
      texts += reader.remainingTexts().map { Text(key: $0, text: $1, layer: index) }
      diagnostics += reader.diagnostics
    }
    files[name] = texts
  }

  private mutating func reportMissing(
    _ own: [Text], _ english: [Text], _ language: LanguageTag, _ span: SourceSpan?
  ) {
    let translated = Set(own.map(\.key.value))
    let missing = english.map(\.key.value).filter { !translated.contains($0) }
    guard !missing.isEmpty else { return }
    let file = "\(ThemeTexts.folder)/\(language.language).yaml"
    guard let first = own.first else {
      diagnostics.append(
        Diagnostic(
          .missingTranslation, "the theme has no texts in \(language.text.quoted), and shows those in English",
          at: span,
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

import Bytes
import Diagnostics
package import Files
import SiteModel
import Templates
import YAML

/// A theme with all that it extends: templates, assets under their published names, options.
struct Theme: Sendable {
  struct Asset: Sendable {
    /// Path below `assets/`: `css/home.css`.
    let path: String
    /// Path in the output, with the fingerprint of the bytes.
    let outputPath: String
    let bytes: [UInt8]
  }

  /// A theme option: a text, or a flag where the theme's default is `true` or `false`.
  struct Option: Sendable {
    let name: String
    let value: Value
    var shape: Shape {
      if case .flag = value { .flag } else { .text }
    }
  }

  /// With the texts of the site's own language.
  let templates: TemplateSet
  /// With those of its other languages.
  let translated: [(language: LanguageTag, templates: TemplateSet)]
  /// How each language says what is not in templates.
  let phrases: [LanguageTag: Phrases]
  let assets: [Asset]
  let options: [Option]

  func templates(in language: LanguageTag) -> TemplateSet {
    translated.first { $0.language == language }?.templates ?? templates
  }
}

/// Finds themes by name or path.
package struct ThemeLocator: Sendable {
  /// The folder of the theme that a name or path means, for a name that stands in the given theme or in the settings.
  package let find: @Sendable (_ nameOrPath: String) -> FileTree?
  /// Names of the themes that are installed, for suggestions.
  package let names: [String]

  package init(names: [String], find: @escaping @Sendable (String) -> FileTree?) {
    self.names = names
    self.find = find
  }

  /// What to do about a theme that cannot be found.
  package func help(for name: String) -> String {
    if names.isEmpty { return "No theme is installed: give the path of a theme's folder." }
    return DidYouMean.help(for: name, in: names) ?? "Known themes: \(names.joined(separator: ", "))."
  }
}

/// Reads a chain of themes into one.
struct ThemeLoader {
  private let locator: ThemeLocator
  private var layers: [FileTree] = []
  private var options: [(name: String, node: YAMLNode)] = []
  private var diagnostics: [Diagnostic] = []

  /// - Parameter overrides: the site's own theme folder, whose files come before those of any theme.
  init(locator: ThemeLocator, overrides: FileTree?) {
    self.locator = locator
    layers = overrides.map { [$0] } ?? []
  }

  mutating func load(_ name: Located<String>, for settings: SiteSettings) -> Outcome<Theme> {
    if let overrides = layers.first { readManifest(of: overrides) }
    followChain(from: name)
    let files = collectFiles()
    let sources = files.filter { $0.path.hasSuffix(".mustache") && !$0.path.hasPrefix("assets/") }.map(templateSource)
    var texts = ThemeTexts(layers)
    let (templates, translated) = compile(sources, with: &texts, for: settings)
    let assets = AssetPublisher.publish(branded(files.filter { $0.path.hasPrefix("assets/") }, settings.brand))
    let theme = Theme(
      templates: templates, translated: translated, phrases: texts.phrases, assets: assets,
      options: mergedOptions(settings.themeOptions))
    return Outcome(theme, diagnostics)
  }

  private mutating func compile(
    _ sources: [TemplateSource], with texts: inout ThemeTexts, for settings: SiteSettings
  ) -> (templates: TemplateSet, translated: [(language: LanguageTag, templates: TemplateSet)]) {
    let main = settings.mainLanguage
    let compiled = texts.compile(sources, for: main)
    var translated: [(language: LanguageTag, templates: Outcome<TemplateSet>)] = []
    for language in settings.languages where !language.folder.isEmpty {
      translated.append((language.tag, texts.compile(sources, for: language)))
    }
    diagnostics +=
      (compiled.diagnostics + translated.flatMap(\.templates.diagnostics)).withoutRepetitions + texts.diagnostics
    diagnostics += texts.unknownTexts { compiled.value.asksFor("partials/text/" + $0) }
    return (compiled.value, translated.map { ($0.language, $0.templates.value) })
  }

  /// Assets by their paths below `assets/`, with what the brand changes in their tokens.
  private mutating func branded(
    _ files: [(path: String, displayPath: String, bytes: [UInt8])], _ brand: BrandSettings
  ) -> [(path: String, bytes: [UInt8])] {
    let assets = files.map { (path: String($0.path.dropFirst("assets/".utf8.count)), bytes: $0.bytes) }
    let folder = ContentPath.folder(of: BrandStyle.sheet)
    let style = BrandStyle(brand, theme: assets.filter { ContentPath.folder(of: $0.path) == folder }.flatMap(\.bytes))
    diagnostics += style.diagnostics
    return assets + (style.css.isEmpty ? [] : [(BrandStyle.sheet, style.css)])
  }

  private mutating func followChain(from name: Located<String>) {
    var seen: [String] = []
    var next: Located<String>? = name
    while let current = next {
      guard !seen.contains(current.value) else {
        let chain = (seen + [current.value]).joined(separator: " → ")
        diagnostics.append(
          Diagnostic(.themeCircle, "the theme '\(current.value)' extends itself", at: current.span, notes: [chain]))
        return
      }
      seen.append(current.value)
      guard let folder = locator.find(current.value) else {
        diagnostics.append(
          Diagnostic(
            .unknownTheme, "there is no theme '\(current.value)'", at: current.span,
            help: locator.help(for: current.value)))
        return
      }
      layers.append(folder)
      next = readManifest(of: folder)
    }
  }

  /// Reads `theme.yaml` and says what the theme extends.
  @discardableResult private mutating func readManifest(of folder: FileTree) -> Located<String>? {
    guard let bytes = try? folder.read("theme.yaml") else { return nil }
    let parsed = YAMLParser.parse(bytes, path: folder.displayPath("theme.yaml"))
    diagnostics += parsed.diagnostics
    guard let root = parsed.value.first else { return nil }
    var reader = MappingReader(root, what: "theme.yaml")
    reader.ignore("name", "description")
    let parent = reader.text("extends")
    if case .mapping(let entries)? = reader.node("options")?.content {
      for entry in entries {
        guard let name = entry.key.text, !options.contains(where: { $0.name == name }) else { continue }
        options.append((name, entry.value))
      }
    }
    reader.finish()
    diagnostics += reader.diagnostics
    return parent
  }

  private mutating func collectFiles() -> [(path: String, displayPath: String, bytes: [UInt8])] {
    var found: [String: (path: String, displayPath: String, bytes: [UInt8])] = [:]
    for layer in layers {
      let listing = layer.list()
      diagnostics += listing.diagnostics
      for path in listing.value where found[path] == nil {
        do {
          found[path] = (path, layer.displayPath(path), try layer.read(path))
        } catch {
          let span = SourceSpan(path: layer.displayPath(path))
          diagnostics.append(Diagnostic(.fileUnreadable, "the file cannot be read: \(error.reason)", at: span))
        }
      }
    }
    return found.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func templateSource(_ file: (path: String, displayPath: String, bytes: [UInt8])) -> TemplateSource {
    TemplateSource(name: String(file.path.dropLast(9)), path: file.displayPath, bytes: file.bytes)
  }

  /// The defaults of the themes with the site's values over them.
  private mutating func mergedOptions(_ site: [(key: Located<String>, value: String)]) -> [Theme.Option] {
    let names = options.map(\.name)
    for (key, _) in site where !names.contains(key.value) {
      diagnostics.append(
        Diagnostic(
          .unknownOption, "the theme has no option '\(key.value)'", at: key.span,
          help: DidYouMean.help(for: key.value, in: names) ?? "Its options: \(names.joined(separator: ", "))."))
    }
    return options.map { option in
      let text = site.first { $0.key.value == option.name }?.value ?? option.node.text ?? ""
      let isFlag = ["true", "false"].contains(option.node.text)
      return Theme.Option(name: option.name, value: isFlag ? .flag(text == "true") : .text(text))
    }
  }
}

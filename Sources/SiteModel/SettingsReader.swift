import Bytes
package import Diagnostics
import Markdown
import PublishedSite
package import YAML

extension SiteSettings {
  /// Reads `portico.yaml`; an empty file gives the defaults.
  package static func read(_ root: YAMLNode?) -> Outcome<SiteSettings> {
    guard let root else { return Outcome(SiteSettings()) }
    var reader = MappingReader(root, what: "portico.yaml")
    var settings = SiteSettings()
    settings.readIdentity(&reader)
    settings.readStructure(&reader)
    settings.readPolicy(&reader)
    reader.finish()
    return Outcome(settings, reader.diagnostics)
  }

  private mutating func readIdentity(_ reader: inout MappingReader) {
    if let title = reader.text("title", required: true) { self.title = title.value }
    description = reader.text("description")?.value
    readLanguage(&reader)
    if let written = reader.text("baseURL") {
      baseURL = SiteSettings.normalized(baseURL: written.value)
      if baseURL == nil {
        reader.report(
          Diagnostic(
            .settingValue, "the base URL '\(written.value)' is not an absolute http or https URL", at: written.span,
            help: "Write it like 'https://portal.example.com/'."))
      }
    }
    hosting = reader.choice("hosting", as: HostingProfile.self)?.value ?? hosting
    repository = reader.mapping("repository", what: "repository") { inner in
      let contentPath = inner.text("contentPath")?.value ?? "content"
      let branch = inner.text("branch")?.value ?? "main"
      guard let url = inner.url("url", required: true)?.value else { return nil }
      return Repository(url: url, branch: branch, contentPath: contentPath)
    }
    makesSocialCards = reader.bool("socialCards")?.value ?? makesSocialCards
    securityHeaders =
      reader.mapping("securityHeaders", what: "securityHeaders") { SecurityHeaders.read(&$0) } ?? securityHeaders
    feedbackURL = reader.mapping("feedback", what: "feedback") { $0.url("url", required: true)?.value }
    readMasthead(&reader)
  }

  private mutating func readMasthead(_ reader: inout MappingReader) {
    brand = reader.mapping("brand", what: "brand") { BrandSettings.read(&$0) } ?? brand
    announcement = reader.mapping("announcement", what: "announcement") { AnnouncementSettings.read(&$0) }
    headerLinks = reader.mappings("headerLinks", what: "header link") { inner in
      let title = inner.text("title", required: true)?.value
      let url = inner.url("url", required: true)?.value
      return title.flatMap { title in url.map { HeaderLink(title: title, url: $0) } }
    }
  }

  private mutating func readLanguage(_ reader: inout MappingReader) {
    if let written = reader.text("language"), let tag = LanguageTag.read(written, &reader) {
      (language, languageSpan) = (tag, written.span)
    }
    if let node = reader.node("languages") { languages = SiteLanguage.readAll(node, main: language, &reader) }
  }

  private mutating func readStructure(_ reader: inout MappingReader) {
    theme = reader.text("theme")
    themeOptions =
      reader.node("themeOptions").map { readPairs($0, what: "themeOptions", &reader) }?
      .map { ($0.0, $0.1.value) } ?? []
    urlStyle = reader.choice("urls", as: URLStyle.self)?.value ?? urlStyle
    fileNames = reader.choice("fileNames", as: FileNames.self)?.value ?? fileNames
    exclude = PathPatterns(reader.texts("exclude").map(\.value))
    drafts = PathPatterns(reader.texts("drafts").map(\.value))
    navigation = reader.node("navigation").map { NavigationItem.readAll($0, &reader) }
    domains = reader.mappings("domains", what: "domain") { inner in
      let id = inner.text("id", required: true)?.value
      let title = inner.text("title")?.value
      return id.map { DomainSetting(id: $0, title: title ?? $0) }
    }
    redirects =
      reader.node("redirects").map { readPairs($0, what: "redirects", &reader) }?
      .map { (from: $0.0, to: $0.1) } ?? []
  }

  private mutating func readPolicy(_ reader: inout MappingReader) {
    readMarkdown(&reader)
    snippets = reader.texts("snippets")
    writing = reader.mapping("writing", what: "writing") { WritingSettings.read(&$0) } ?? writing
    search = reader.mapping("search", what: "search") { SearchSettings.read(&$0) } ?? search
    measurementMaxAge =
      reader.mapping("measurements", what: "measurements") { $0.period("maxAge")?.value } ?? measurementMaxAge
    scorecard =
      reader.mapping("scorecard", what: "scorecard") { inner in
        ScorecardSettings(
          levels: inner.texts("levels").map(\.value),
          rules: inner.node("rules").map { readPairs($0, what: "rules", &inner) } ?? [])
      } ?? scorecard
    check = reader.mapping("check", what: "check") { CheckSettings.read(&$0) } ?? check
  }

  private mutating func readMarkdown(_ reader: inout MappingReader) {
    let markdown = reader.mapping("markdown", what: "markdown") { inner in
      let names = inner.texts("dialects")
      let dialects = names.reduce(into: names.isEmpty ? Dialects.all : .portico) { dialects, name in
        if let dialect = SiteSettings.dialect(name, &inner) { dialects.insert(dialect) }
      }
      return (keepsRawHTML: inner.bool("unsafeHTML")?.value, dialects: dialects)
    }
    if let node = reader.node("variables") { readVariables(node, prefix: "", &reader) }
    keepsRawHTML = markdown?.keepsRawHTML ?? keepsRawHTML
    dialects = markdown?.dialects ?? dialects
  }

  /// Texts and numbers by name; those in mappings have the names of these before theirs.
  private mutating func readVariables(_ node: YAMLNode, prefix: String, _ reader: inout MappingReader) {
    guard case .mapping(let entries) = node.content else {
      let name = prefix.isEmpty ? "variables" : "the variable '\(prefix.dropLast())'"
      return reader.report(
        Diagnostic(
          .wrongType, "\(name) is \(node.kindName), not a \(prefix.isEmpty ? "mapping" : "text or a mapping")",
          at: node.span, help: "Write 'name: value' lines."))
    }
    for entry in entries {
      let name = prefix + (entry.key.text ?? "")
      if let value = entry.value.text {
        variables[name] = value
      } else {
        readVariables(entry.value, prefix: name + ".", &reader)
      }
    }
  }

  private static func dialect(_ name: Located<String>, _ reader: inout MappingReader) -> Dialects? {
    if let dialect = Dialects.named.first(where: { $0.name == name.value })?.dialect { return dialect }
    let names = Dialects.named.map(\.name)
    let help = DidYouMean.help(for: name.value, in: names) ?? "Write one of: \(names.joined(separator: ", "))."
    reader.report(Diagnostic(.settingValue, "there is no dialect '\(name.value)'", at: name.span, help: help))
    return nil
  }
}

/// The pairs of a mapping from names to texts, in the order they were written.
func readPairs(_ node: YAMLNode, what: String, _ reader: inout MappingReader)
  -> [(Located<String>, Located<String>)]
{
  guard case .mapping(let entries) = node.content else {
    if !node.isNull {
      reader.report(Diagnostic(.wrongType, "\(what) is \(node.kindName), not a mapping", at: node.span))
    }
    return []
  }
  return entries.compactMap { entry in
    guard let key = entry.key.text, let value = entry.value.text else {
      reader.report(
        Diagnostic(
          .wrongType, "'\(entry.key.text ?? what)' is \(entry.value.kindName), not a text", at: entry.value.span))
      return nil
    }
    return (Located(key, at: entry.key.span), Located(value, at: entry.value.span))
  }
}

extension NavigationItem {
  static func readAll(_ node: YAMLNode, _ reader: inout MappingReader) -> [NavigationItem] {
    guard case .sequence(let items) = node.content else {
      reader.report(
        Diagnostic(
          .wrongType, "the navigation is \(node.kindName), not a list", at: node.span,
          help: "Write a list of pages, folders and links, such as '- guides/setup.md'."))
      return []
    }
    return items.compactMap { read($0, &reader) }
  }

  private static func read(_ node: YAMLNode, _ reader: inout MappingReader) -> NavigationItem? {
    if let path = node.text { return NavigationItem(title: nil, target: target(path), children: [], span: node.span) }
    var inner = MappingReader(node, what: "navigation entry")
    let title = inner.text("title")
    let page = inner.text("page")
    let url = inner.url("url")
    let children = inner.node("children").map { readAll($0, &inner) } ?? []
    inner.finish()
    for diagnostic in inner.diagnostics { reader.report(diagnostic) }
    guard case .mapping = node.content else { return nil }
    if let url {
      return NavigationItem(
        title: title?.value ?? url.value, target: .external(url.value), children: children, span: url.span)
    }
    if let page {
      return NavigationItem(title: title?.value, target: target(page.value), children: children, span: page.span)
    }
    guard let title else {
      let help = "Give it a 'page', a 'url', or a 'title' with 'children'."
      reader.report(Diagnostic(.missingKey, "the navigation entry has no title", at: node.span, help: help))
      return nil
    }
    return NavigationItem(title: title.value, target: .label, children: children, span: title.span)
  }

  /// A relative path that ends with a slash is a content folder, one with a star in place of a name all that is in it; one
  /// that begins with a slash is a site path.
  private static func target(_ path: String) -> Target {
    if path == "..." { return .rest(nil) }
    if path.hasPrefix("... | ") { return .rest(PathPatterns([String(path.dropFirst(6))])) }
    if ContentPath.name(of: path) == "*" { return .contents(ContentPath.folder(of: path)) }
    return path.hasSuffix("/") && !path.hasPrefix("/") ? .folder(String(path.dropLast())) : .page(path)
  }
}

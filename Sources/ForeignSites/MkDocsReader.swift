import Bytes
import Diagnostics
import Files
import Markdown
import SiteModel
import YAML

/// Reads `mkdocs.yml` (<https://www.mkdocs.org/user-guide/configuration/>).
struct MkDocsReader {
  private let tree: FileTree
  private let configuration: Configuration
  private var settings = SiteSettings()
  private var findings: [Diagnostic] = []
  private var leftBehind: [Diagnostic] = []
  private var contentFolder = "docs"
  private var plugins: [String: YAMLNode?] = [:]

  static func read(_ tree: FileTree, configuration name: String) -> Outcome<ForeignSite> {
    var read = Configuration.read(name, in: tree)
    var findings = read.diagnostics
    findings += inherit(into: &read.value, in: tree)
    var reader = MkDocsReader(tree: tree, configuration: read.value)
    reader.readAll()
    let site = ForeignSite(
      tool: .mkdocs, content: reader.contentFolder.isEmpty ? tree : tree.folder(reader.contentFolder),
      settings: reader.settings, leftBehind: reader.leftBehind.sorted(by: Diagnostic.precedes))
    return Outcome(site, findings + reader.findings)
  }

  private init(tree: FileTree, configuration: Configuration) {
    self.tree = tree
    self.configuration = configuration
  }

  private static func inherit(into configuration: inout Configuration, in tree: FileTree) -> [Diagnostic] {
    guard let parent = configuration.root["INHERIT"], let path = parent.text else { return [] }
    guard let name = ContentPath.resolve(path, from: ""), tree.contains(name) else {
      let message = "'\(path)', which the configuration inherits from, is not in this folder and is not read"
      return [
        Diagnostic(.foreignSetting, message, at: parent.span, help: "Copy what the site needs of it into this file.")
      ]
    }
    let inherited = Configuration.read(name, in: tree)
    configuration.inherit(inherited.value)
    return inherited.diagnostics
  }

  private mutating func readAll() {
    for (name, options) in (root["plugins"]?.namedOptions ?? []) { plugins[name.text ?? ""] = .some(options) }
    settings.dialects = plugins.keys.contains("docusaurus") ? .all : [.github, .mkdocs, .portico]
    readIdentity()
    readRepository()
    readContent()
    readNavigation()
    readRedirects()
    readVariables()
    leaveBehind()
  }

  private var root: YAMLNode { configuration.root }

  // MARK: - Identity

  private mutating func readIdentity() {
    settings.title = text("site_name") ?? settings.title
    settings.description = text("site_description")
    settings.language = root["theme"]?["language"]?.text.flatMap(LanguageTag.init) ?? settings.language
    if root["use_directory_urls"]?.text?.lowercased() == "false" { settings.urlStyle = .file }
    guard let url = text("site_url"), !url.isEmpty else { return }
    settings.baseURL = SiteSettings.normalized(baseURL: url)
    if settings.baseURL == nil, let node = root["site_url"] {
      report("the site URL '\(url)' is not an absolute URL", node, help: "Write it like 'https://docs.example.com/'.")
    }
  }

  /// A text as it was written; nil for a value that MkDocs takes from its environment without a default.
  private mutating func text(_ key: String) -> String? {
    guard let node = root[key], !node.isNull else { return nil }
    if configuration.isComputed(node) {
      if node.items.count > 1, let fallback = node.items.last?.text { return fallback }
      report("'\(key)' comes from the environment that MkDocs runs in", node, help: MkDocsReader.computedHelp[key])
      return nil
    }
    return node.text
  }

  private static let computedHelp = ["site_url": "Say it with '--base-url', or write the URL here."]

  /// The repository of `repo_url`, and of `edit_uri` its branch and the folder of the pages.
  private mutating func readRepository() {
    guard let url = text("repo_url"), !url.isEmpty else { return }
    let path = root["edit_uri"]?.text ?? "edit/master/docs/"
    let parts = path.split(separator: "/").drop { $0 == "-" }
    guard parts.count >= 2, ["edit", "blob", "tree", "src", "raw"].contains(parts.first) else {
      // An empty one is how MkDocs is told to show no such links.
      guard let node = root["edit_uri"], !path.isEmpty else { return }
      return report(
        "edit links like '\(path)' have no counterpart", node, help: "Write it like 'edit/main/docs/'.", import: true)
    }
    let rest = Array(parts.dropFirst()).map(String.init)
    settings.repository = Repository(url: url, branch: rest[0], contentPath: rest.dropFirst().joined(separator: "/"))
  }

  // MARK: - Content

  private mutating func readContent() {
    if let written = text("docs_dir"), let node = root["docs_dir"] {
      if let folder = ContentPath.resolve(written, from: ""), !written.hasPrefix("/") {
        contentFolder = folder
      } else {
        report("'docs_dir' leads out of this folder", node, help: "Run 'portico build \(written)'.")
      }
    }
    // What MkDocs itself leaves out.
    settings.exclude = PathPatterns(["/templates/", "/mkdocs.yml"] + lines("exclude_docs"))
    settings.drafts = PathPatterns(lines("draft_docs"))
    settings.leftOut = PathPatterns(lines("not_in_nav"))
  }

  private func lines(_ key: String) -> [String] {
    (root[key]?.text ?? "").split(separator: "\n").map(String.init)
  }

  private mutating func readRedirects() {
    guard let maps = plugins["redirects"]??["redirect_maps"] else { return }
    settings.redirects = maps.entries.compactMap { entry in
      guard let from = entry.key.text, let to = entry.value.text else { return nil }
      return (
        from: Located(MkDocsReader.address(of: from), at: entry.key.span), to: Located(to, at: entry.value.span)
      )
    }
  }

  /// `/guides/setup/` for `guides/setup.md`.
  private static func address(of path: String) -> String {
    let stem = ContentPath.stem(of: path)
    let isIndex = ["index", "readme"].contains(stem.lowercased())
    let place = ContentPath.join(ContentPath.folder(of: path), isIndex ? "" : stem)
    return place.isEmpty ? "/" : "/\(place)/"
  }

  /// MkDocs shows what is between braces as it is, but for the plugins that put the values of `extra` there.
  private mutating func readVariables() {
    guard MkDocsTables.variablePlugins.contains(where: plugins.keys.contains), let extra = root["extra"] else { return }
    settings.variables = extra.scalars
  }

  // MARK: - Navigation

  private mutating func readNavigation() {
    guard let nav = root["nav"], !nav.isNull else { return }
    guard case .sequence(let items) = nav.content else {
      return report("'nav' is \(nav.kindName), not a list", nav, help: "Write a list of pages, such as '- setup.md'.")
    }
    settings.navigation = navigation(items)
  }

  private mutating func navigation(_ items: [YAMLNode]) -> [NavigationItem] {
    items.flatMap { item -> [NavigationItem] in
      if let path = item.text { return self.item(titled: nil, path, item.span).map { [$0] } ?? [] }
      return item.entries.compactMap { entry in
        if let path = entry.value.text { return self.item(titled: entry.key.text, path, entry.value.span) }
        return section(entry.key, navigation(entry.value.items))
      }
    }
  }

  /// A section is the page of its first entry where the theme attaches the pages of folders to sections.
  private func section(_ title: YAMLNode, _ children: [NavigationItem]) -> NavigationItem {
    if attachesIndexes, let first = children.first, case .page(let path) = first.target,
      ["index", "readme"].contains(ContentPath.stem(of: path).lowercased())
    {
      return NavigationItem(
        title: title.text, target: first.target, children: Array(children.dropFirst()), span: title.span)
    }
    return NavigationItem(title: title.text, target: .label, children: children, span: title.span)
  }

  private var attachesIndexes: Bool {
    plugins.keys.contains("section-index")
      || root["theme"]?["features"]?.items.contains { $0.text == "navigation.indexes" } ?? false
  }

  private mutating func item(titled title: String?, _ path: String, _ span: SourceSpan) -> NavigationItem? {
    if let rest = RestEntry(path, in: "") { return rest.item(span, &findings) }
    if path.contains("://") || path.hasPrefix("mailto:") {
      return NavigationItem(title: title, target: .external(path), span: span)
    }
    guard !path.contains("*") else {
      findings.append(
        Diagnostic(
          .foreignSetting, "the navigation holds a pattern, '\(path)', which is not read", at: span,
          help: "Write the pages out, or '...' for all that the list does not name."))
      settings.leftOut = PathPatterns(settings.leftOut.lines + ["/" + path])
      return nil
    }
    let target = path.hasSuffix("/") ? NavigationItem.Target.folder(String(path.dropLast())) : .page(path)
    return NavigationItem(title: title, target: target, span: span)
  }

  // MARK: - What has no counterpart

  private mutating func leaveBehind() {
    for entry in root.entries {
      guard let key = entry.key.text, let help = MkDocsTables.settings[key] else { continue }
      report("'\(key)' has no counterpart", entry.key, help: help, import: true)
    }
    for (name, _) in (root["plugins"]?.namedOptions ?? []) {
      guard let plugin = name.text, !MkDocsTables.coveredPlugins.contains(plugin) else { continue }
      let help =
        MkDocsTables.plugins[plugin] ?? "A plugin is a Python program, which is not run. See what its pages need."
      report("the plugin '\(plugin)' has no counterpart", name, help: help, import: true)
    }
    for (name, _) in (root["markdown_extensions"]?.namedOptions ?? []) {
      guard let text = name.text, !MkDocsTables.coversExtension(text) else { continue }
      let help = "Look at a page that uses it; what is not understood shows as it was written."
      report("the Markdown extension '\(text)' has no counterpart", name, help: help, import: true)
    }
    for entry in root["theme"]?.entries ?? [] where !["name", "language"].contains(entry.key.text) {
      let help = "The theme of Portico has options of its own: 'themeOptions' in portico.yaml."
      report("'\(entry.key.text ?? "")' of the theme has no counterpart", entry.key, help: help, import: true)
    }
  }

  /// - Parameter isForImport: whether only whoever moves the site needs to know.
  private mutating func report(_ message: String, _ node: YAMLNode, help: String?, import isForImport: Bool = false) {
    let finding = Diagnostic(.foreignSetting, message, at: node.span, help: help)
    if isForImport { leftBehind.append(finding) } else { findings.append(finding) }
  }
}

extension YAMLNode {
  /// All texts of a mapping by their names, those of mappings in it as `outer.inner`.
  fileprivate var scalars: [String: String] {
    var found: [String: String] = [:]
    var rest = entries.map { (name: $0.key.text ?? "", value: $0.value) }
    while let (name, value) = rest.popLast() {
      if let text = value.text, !value.isNull { found[name] = text }
      rest += value.entries.map { (name: name + "." + ($0.key.text ?? ""), value: $0.value) }
    }
    return found
  }
}

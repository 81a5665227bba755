import Bytes
import Diagnostics
import Files
import Markdown
import SiteModel
import YAML

/// The files that say that a folder is a site of Docusaurus.
struct DocusaurusFiles {
  let configuration: String?
  let sidebars: String?

  /// - Returns: nil for a folder that is none.
  init?(in tree: FileTree) {
    let endings = ["js", "ts", "mjs", "cjs", "mts", "cts"]
    configuration = endings.map { "docusaurus.config." + $0 }.first(where: tree.contains)
    sidebars = (endings + ["json"]).map { "sidebars." + $0 }.first(where: tree.contains)
    guard configuration != nil || sidebars != nil else { return nil }
  }
}

/// Reads `docusaurus.config.js` and `sidebars.js` as far as they are plain values.
struct DocusaurusReader {
  private let tree: FileTree
  private var script: ScriptLiteral?
  private var settings = SiteSettings()
  private var findings: [Diagnostic] = []
  private var leftBehind: [Diagnostic] = []
  private var contentFolder = "docs"

  static func read(_ tree: FileTree, _ files: DocusaurusFiles) -> Outcome<ForeignSite> {
    var reader = DocusaurusReader(tree: tree)
    reader.readConfiguration(files.configuration)
    reader.readSidebars(files.sidebars)
    reader.leaveFoldersBehind()
    let content = FileTree(union: [tree.folder(reader.contentFolder), tree.folder("static")].filter(\.exists))
    let site = ForeignSite(
      tool: .docusaurus, content: content, settings: reader.settings,
      leftBehind: reader.leftBehind.sorted(by: Diagnostic.precedes))
    return Outcome(site, reader.findings)
  }

  private init(tree: FileTree) {
    self.tree = tree
    settings.dialects = [.github, .docusaurus, .portico]
    settings.fileNames = .numbered
    // Partials and tests, as Docusaurus leaves them out.
    settings.exclude = PathPatterns(["_*.md", "_*.mdx", "_*/", "__tests__/"])
  }

  // MARK: - Configuration

  private mutating func readConfiguration(_ name: String?) {
    guard let name, let bytes = try? tree.read(name) else { return }
    let script = ScriptLiteral(bytes, path: tree.displayPath(name))
    self.script = script
    guard let root = script.objects.first(where: { $0["title"] != nil || $0["presets"] != nil }) else {
      let message = "no object of plain values was found, so nothing was read"
      let span = SourceSpan(path: tree.displayPath(name))
      findings.append(Diagnostic(.foreignSetting, message, at: span, help: "Write a portico.yaml."))
      return
    }
    settings.title = text(root["title"], "title") ?? settings.title
    settings.description = text(root["tagline"], "tagline")
    settings.language =
      text(root["i18n"]?["defaultLocale"], "defaultLocale").flatMap(LanguageTag.init) ?? settings.language
    let docs = docsOptions(root)
    if let folder = text(docs?["path"], "path").flatMap({ ContentPath.resolve($0, from: "") }) {
      contentFolder = folder
    }
    readBaseURL(root, route: text(docs?["routeBasePath"], "routeBasePath") ?? "docs")
    readRepository(docs)
    readRedirects(root)
    leaveBehind(root)
  }

  /// A text of the configuration; an expression in its place is reported.
  private mutating func text(_ node: YAMLNode?, _ key: String) -> String? {
    guard let node, !node.isNull || script?.expressions.contains(node.span) == true else { return nil }
    guard script?.expressions.contains(node.span) != true, let text = node.text else {
      let message = "'\(key)' is not a plain text, so it was not read"
      let help = "Scripts are not run: write the text itself, or write a portico.yaml."
      findings.append(Diagnostic(.foreignSetting, message, at: node.span, help: help))
      return nil
    }
    return text
  }

  /// The options of the pages: of a preset, or of the plugin itself.
  private func docsOptions(_ root: YAMLNode) -> YAMLNode? {
    for pair in root["presets"]?.items ?? [] where pair.items.count > 1 {
      if let docs = pair.items[1]["docs"] { return docs }
    }
    return root["plugins"].flatMap { options(ofPlugin: "content-docs", $0) }
  }

  private func options(ofPlugin name: String, _ plugins: YAMLNode) -> YAMLNode? {
    plugins.items.first { $0.items.count > 1 && $0.items[0].text?.hasSuffix(name) == true }?.items[1]
  }

  /// Pages keep their addresses, and links to them theirs, where the base URL holds the path that all pages have.
  private mutating func readBaseURL(_ root: YAMLNode, route: String) {
    guard let url = text(root["url"], "url") else { return }
    let base = text(root["baseUrl"], "baseUrl") ?? "/"
    let path = [base, route].flatMap { $0.split(separator: "/") }.joined(separator: "/")
    let host = url.hasSuffix("/") ? String(url.dropLast()) : url
    settings.baseURL = SiteSettings.normalized(baseURL: path.isEmpty ? host : host + "/" + path)
  }

  /// `https://github.com/org/repo/tree/main/website/`, behind which Docusaurus writes the path of a page from the root.
  private mutating func readRepository(_ docs: YAMLNode?) {
    guard let url = text(docs?["editUrl"], "editUrl"), let scheme = url.firstRange(of: "://") else { return }
    let parts = url[scheme.upperBound...].split(separator: "/").map(String.init)
    guard let verb = parts.firstIndex(where: ["tree", "edit", "blob"].contains), verb + 1 < parts.count else { return }
    settings.repository = Repository(
      url: url[..<scheme.upperBound] + parts[..<verb].joined(separator: "/"), branch: parts[verb + 1],
      contentPath: (parts[(verb + 2)...] + [contentFolder]).joined(separator: "/"))
  }

  private mutating func readRedirects(_ root: YAMLNode) {
    let redirects = root["plugins"].flatMap { options(ofPlugin: "client-redirects", $0) }?["redirects"]
    for redirect in redirects?.items ?? [] {
      guard let to = redirect["to"], let target = to.text else { continue }
      let from = redirect["from"].map { $0.items.isEmpty ? [$0] : $0.items } ?? []
      settings.redirects += from.compactMap { node in
        node.text.map { (from: Located(relativeToBase($0), at: node.span), to: Located(target, at: to.span)) }
      }
    }
  }

  /// Addresses of Docusaurus begin with the path that all pages have; those of Portico come behind it.
  private func relativeToBase(_ address: String) -> String {
    let base = settings.basePath
    return address.hasPrefix(base) ? "/" + address.dropFirst(base.count) : address
  }

  // MARK: - Sidebars

  private mutating func readSidebars(_ name: String?) {
    guard let name, let bytes = try? tree.read(name) else { return }
    let path = tree.displayPath(name)
    let root =
      name.hasSuffix(".json")
      ? YAMLParser.parse(bytes, path: path).value.first : ScriptLiteral(bytes, path: path).objects.first
    guard let root else { return }
    let sidebars = SidebarReader.read(root)
    settings.navigation = sidebars.value
    findings += sidebars.diagnostics
  }

  // MARK: - What has no counterpart

  private mutating func leaveBehind(_ root: YAMLNode) {
    for entry in root.entries {
      guard let key = entry.key.text, let help = DocusaurusReader.help[key] else { continue }
      leftBehind.append(Diagnostic(.foreignSetting, "'\(key)' has no counterpart", at: entry.key.span, help: help))
    }
  }

  private mutating func leaveFoldersBehind() {
    for (folder, help) in DocusaurusReader.folders where tree.containsFolder(folder) {
      let span = SourceSpan(path: tree.displayPath(folder))
      leftBehind.append(Diagnostic(.foreignSetting, "the folder '\(folder)' is not read", at: span, help: help))
    }
  }

  private static let help = [
    "themeConfig": "Navigation bar, footer and announcements belong to the theme: see Themes in the handbook.",
    "themes": "Themes are programs of JavaScript: see Themes in the handbook.",
    "plugins": "Plugins are programs of JavaScript, which are not run; redirects are read.",
    "scripts": "Put scripts into a 'theme' folder beside the pages.",
    "stylesheets": "Put styles into a 'theme' folder beside the pages.",
    "favicon": "Put it into a 'theme' folder beside the pages.",
    "clientModules": "Programs in pages are not run.",
    "i18n": "One language is published; build the others as sites of their own.",
  ]

  private static let folders = [
    ("static", "Move its files into the folder of the pages."),
    ("blog", "Write posts as pages of the kind 'change', or put them below the pages as they are."),
    ("src/pages", "Write these pages as Markdown below the pages; 'index.md' is the home page."),
    ("versioned_docs", "Build each version as a site of its own."),
  ]
}

extension FileTree {
  fileprivate var exists: Bool { !roots.allSatisfy { SystemFile.status($0)?.kind != .folder } || roots.isEmpty }
}

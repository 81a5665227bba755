import Bytes
import Diagnostics
import Files
import ForeignSites
import Images
import Markdown
import SiteModel
import YAML

/// What was read from the content folder, before any of it knows of the rest.
struct Content: Sendable {
  var settings = SiteSettings()
  /// In the order of their paths.
  var documents: [Document] = []
  /// YAML documents that a page source reads.
  var entities: [SourceDocument] = []
  /// Content paths of the files that page sources read.
  var sources: [String] = []
  /// Content paths of the files that are published as they are.
  var files: [String] = []
  /// Content paths of all files.
  var listed: Set<String> = []
  /// Paths, as spans give them, of files whose lines no report may show.
  var confidential: Set<String> = []
  /// The comments in documents of YAML by which findings are left out.
  var ignores: [IgnoreComment] = []
}

/// The files of the content folder, and the settings.
struct Listing: Sendable {
  var settings: SiteSettings
  /// All files, in the order of their paths.
  let files: [String]
  /// Those that the settings do not leave out.
  let included: [String]
}

/// Reads and parses every file of the content.
struct ContentReader: Sendable {
  let tree: FileTree
  /// What another generator's configuration says, for content without settings of its own.
  var settings: SiteSettings?
  let pageSources: [any PageSource]
  let drawer: Drawer?
  let jobs: Int

  private static let settingsNames = ["portico.yaml", "portico.yml"]

  /// One file of the content, parsed.
  private enum Parsed: Sendable {
    case document(Document)
    case entities(path: String, [SourceDocument], isConfidential: Bool, ignores: [IgnoreComment])
    case file(String)
    case source(String)
    case unreadable
  }

  /// What there is to read, and the settings, by which the rest is read.
  func list() -> Outcome<Listing> {
    let listing = tree.list(excluding: ContentReader.isExcluded)
    var settings = readSettings(listing.value)
    let included = listing.value.filter { !settings.value.exclude.match($0) }
    let folders = FolderFiles.read(tree, paths: included)
    settings.value.folders = folders.value.folders
    settings.value.redirects += folders.value.redirects
    return Outcome(
      Listing(settings: settings.value, files: listing.value, included: included),
      listing.diagnostics + settings.diagnostics + folders.diagnostics)
  }

  /// Reads what is listed.
  ///
  /// - Parameters:
  ///   - prose: see `MarkdownOptions.prose`.
  ///   - progress: called with the number of files once it is known.
  func read(
    _ listing: Listing, prose: PhraseTable? = nil, progress: (_ files: Int) -> Void = { _ in }
  ) async -> Outcome<Content> {
    let settings = listing.settings
    var content = Content(settings: settings, listed: Set(listing.included))
    let paths = listing.included.filter { !ContentReader.settingsNames.contains($0) && !FolderFiles.isFolderFile($0) }
    progress(paths.count)
    let includes = IncludeFolders(content: tree, listed: Set(listing.files), snippets: settings.snippets)
    var diagnostics = includes.diagnostics
    let options = MarkdownOptions(
      rawHTML: settings.keepsRawHTML ? .keep : .escape, dialects: settings.dialects,
      variables: Variables(settings.variables),
      embeds: pageSources.flatMap(\.embeds).map(\.name), includes: includes.find, prose: prose,
      drawer: drawer)
    let drafts = settings.drafts
    let parse = { @Sendable (path: String) in
      var options = options
      options.phrases = settings.phrases(in: settings.language(ofFolder: ContentPath.folder(of: path)))
      return self.parse(path, options, includes)
    }
    for parsed in await parallelMap(paths, jobs: jobs, parse) {
      diagnostics += parsed.diagnostics
      switch parsed.value {
      case .document(let document):
        content.documents.append(drafts.match(document.path) ? document.asDraft : document)
      case .entities(let path, let documents, let isConfidential, let ignores):
        content.entities += documents
        content.ignores += ignores
        content.sources.append(path)
        if isConfidential { content.confidential.insert(tree.displayPath(path)) }
      case .file(let path): content.files.append(path)
      case .source(let path): content.sources.append(path)
      case .unreadable: break
      }
    }
    return Outcome(content, diagnostics)
  }

  /// The site's own theme files and the skeletons of software templates are no content.
  private static func isExcluded(_ path: String) -> Bool {
    path == "theme" || ["skeleton", "skeletons"].contains(ContentPath.name(of: path))
  }

  private func readSettings(_ paths: [String]) -> Outcome<SiteSettings> {
    guard let path = ContentReader.settingsNames.first(where: paths.contains) else {
      return Outcome(settings ?? SiteSettings())
    }
    let file = load(path)
    guard let bytes = file.value else { return Outcome(SiteSettings(), file.diagnostics) }
    let parsed = YAMLParser.parse(bytes, path: tree.displayPath(path))
    // A file that cannot be parsed has been reported: complaining of its missing title too would help nobody.
    guard parsed.diagnostics.isEmpty || !parsed.value.isEmpty else {
      return Outcome(SiteSettings(), parsed.diagnostics)
    }
    var settings = SiteSettings.read(parsed.value.first)
    settings.value.check.ignores = YAMLParser.ignoreComments(in: bytes, path: tree.displayPath(path))
    return Outcome(settings.value, parsed.diagnostics + settings.diagnostics)
  }

  private func parse(_ path: String, _ options: MarkdownOptions, _ includes: IncludeFolders) -> Outcome<Parsed> {
    switch ContentPath.fileExtension(of: path.hasSuffix(".md.erb") ? ContentPath.stem(of: path) : path) {
    case "md", "markdown", "mdx":
      if includes.isPartial(path) { return Outcome(.source(path)) }
      let file = load(path)
      guard let bytes = file.value else { return Outcome(.unreadable, file.diagnostics) }
      let parsed = Document.parse(
        bytes, path: path, displayPath: tree.displayPath(path), kinds: pageSources.flatMap(\.pageKinds),
        options: options)
      return Outcome(.document(parsed.value), parsed.diagnostics)
    case "yaml", "yml": return parseSource(path)
    case "svg": return Outcome(.file(path), findActiveContent(in: path))
    case "json": return claims(file: path) ? Outcome(.source(path)) : parseSource(path)
    default: return Outcome(claims(file: path) ? .source(path) : .file(path))
    }
  }

  /// What in an SVG acts when somebody opens it; a file that cannot be read is reported when it is published.
  private func findActiveContent(in path: String) -> [Diagnostic] {
    guard let bytes = try? tree.read(path) else { return [] }
    let found = ActiveContent.find(in: bytes)
    guard !found.isEmpty else { return [] }
    let lines = LineIndex(bytes)
    return found.map { content in
      let (line, column) = lines.position(of: content.offset)
      let span = SourceSpan(path: tree.displayPath(path), line: line, column: column)
      return Diagnostic(.svgScript, content.message, at: span, help: content.help)
    }
  }

  private func load(_ path: String) -> Outcome<[UInt8]?> {
    do {
      return Outcome(try tree.read(path))
    } catch {
      let span = SourceSpan(path: tree.displayPath(path))
      return Outcome(nil, [Diagnostic(.fileUnreadable, "the file cannot be read: \(error.reason)", at: span)])
    }
  }

  /// Parses a YAML or JSON file if it holds a claimed document; any other is a file like an image, whatever is in it.
  private func parseSource(_ path: String) -> Outcome<Parsed> {
    let file = load(path)
    guard let bytes = file.value else { return Outcome(.unreadable, file.diagnostics) }
    let scan = SourceScan(bytes)
    let kinds = scan.values(of: "kind")
    let mayBeClaimed = scan.values(of: "apiVersion").contains { version in kinds.contains { claims(version, $0) } }
    guard mayBeClaimed else { return Outcome(.file(path)) }
    let parsed = YAMLParser.parse(bytes, path: tree.displayPath(path))
    let isConfidential = pageSources.flatMap(\.confidentialWords).contains(where: scan.holds)
    let documents = parsed.value.flatMap(\.listed).compactMap { node -> SourceDocument? in
      guard let version = node["apiVersion"]?.text, let kind = node["kind"]?.text, claims(version, kind) else {
        return nil
      }
      return SourceDocument(path: path, apiVersion: version, kind: kind, node: node)
    }
    // A document may only mention another; and what a template has to fill in first need not be YAML.
    let isMention = documents.isEmpty && parsed.diagnostics.isEmpty
    let isTemplate = !isConfidential && !parsed.diagnostics.isEmpty && ContentReader.hasPlaceholders(bytes)
    if isMention || isTemplate { return Outcome(.file(path)) }
    return Outcome(
      .entities(
        path: path, documents, isConfidential: isConfidential,
        ignores: YAMLParser.ignoreComments(in: bytes, path: tree.displayPath(path))),
      isConfidential ? parsed.diagnostics.map(\.withoutText) : parsed.diagnostics)
  }

  /// Whether a file is one that a software template fills in, which need not be YAML before that.
  private static func hasPlaceholders(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { line in
      let text = line.drop { $0 == UInt8(ascii: " ") }
      return text.starts(with: "{%".utf8) || text.starts(with: "${{".utf8) || text.starts(with: "- ${{ values.".utf8)
    }
  }

  private func claims(_ version: String, _ kind: String) -> Bool {
    pageSources.contains { $0.claims(apiVersion: version, kind: kind) }
  }

  private func claims(file path: String) -> Bool { pageSources.contains { $0.claims(file: path) } }
}

extension YAMLNode {
  /// The documents that a document lists: by itself, as JSON does, or as the `items` of a `List`, as Kubernetes does.
  fileprivate var listed: [YAMLNode] {
    let list = self["kind"]?.text == "List" ? self["items"] ?? self : self
    if case .sequence(let items) = list.content { return items }
    return [self]
  }
}

extension Diagnostic {
  /// The finding without what a syntax error quotes of its line.
  fileprivate var withoutText: Diagnostic {
    guard rule == .yamlSyntax else { return self }
    return Diagnostic(
      rule, "this cannot be read as YAML", at: span, help: "The line is not shown, since the file may hold secrets.")
  }
}

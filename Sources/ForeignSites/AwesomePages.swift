import Bytes
import Diagnostics
import SiteModel
import YAML

/// Reads a file `.pages` (<https://github.com/lukasgeiter/mkdocs-awesome-pages-plugin>).
struct AwesomePages {
  private let folder: String
  private let isFolder: (_ path: String) -> Bool
  private var settings = FolderSettings()
  private var findings: [Diagnostic] = []

  /// - Parameters:
  ///   - folder: the content folder that the file lies in.
  ///   - isFolder: whether a content path is a folder with pages.
  static func read(_ root: YAMLNode, folder: String, isFolder: (_ path: String) -> Bool) -> Outcome<FolderSettings> {
    withoutActuallyEscaping(isFolder) { isFolder in
      var pages = AwesomePages(folder: folder, isFolder: isFolder)
      pages.read(root)
      return Outcome(pages.settings, pages.findings)
    }
  }

  private init(folder: String, isFolder: @escaping (_ path: String) -> Bool) {
    self.folder = folder
    self.isFolder = isFolder
  }

  private mutating func read(_ root: YAMLNode) {
    var reader = MappingReader(root, what: ".pages")
    settings.title = reader.text("title")?.value
    settings.isHidden = reader.bool("hide")?.value ?? false
    settings.collapsesSinglePage = reader.bool("collapse_single_pages", aliases: ["collapse"])?.value ?? false
    settings.order.isDescending = reader.text("order")?.value == "desc"
    settings.order.isByTitle = reader.text("order_by")?.value == "title"
    settings.order.isNatural = reader.text("sort_type")?.value == "natural"
    if let nav = reader.node("nav") {
      settings.entries = items(nav.items)
    } else if let arrange = reader.node("arrange") {
      // The older key appends what it does not name.
      let items = items(arrange.items)
      let hasRest = arrange.items.contains { $0.text == "..." }
      settings.entries = items + (hasRest ? [] : [NavigationItem(title: nil, target: .rest(nil), span: arrange.span)])
    }
    findings += reader.diagnostics
    for entry in reader.unread {
      findings.append(
        Diagnostic(
          .foreignSetting, "'\((entry.key.text ?? ""))' of '.pages' has no counterpart", at: entry.key.span,
          help: "Remove it, or see what it did."))
    }
  }

  private mutating func items(_ nodes: [YAMLNode]) -> [NavigationItem] {
    nodes.flatMap { node -> [NavigationItem] in
      if let path = node.text { return item(titled: nil, path, node.span).map { [$0] } ?? [] }
      return node.entries.compactMap { entry in
        if let path = entry.value.text { return item(titled: entry.key.text, path, entry.value.span) }
        let children = items(entry.value.items)
        return NavigationItem(title: entry.key.text, target: .label, children: children, span: entry.key.span)
      }
    }
  }

  private mutating func item(titled title: String?, _ path: String, _ span: SourceSpan) -> NavigationItem? {
    if let rest = RestEntry(path, in: folder) { return rest.item(span, &findings) }
    // A line between sections, which only MkDocs draws.
    guard !path.isEmpty || title?.isEmpty == false else { return nil }
    if path.contains("://") { return NavigationItem(title: title, target: .external(path), span: span) }
    guard let resolved = ContentPath.resolve(path, from: folder) else {
      return NavigationItem(title: title, target: .page(path), span: span)
    }
    return NavigationItem(title: title, target: isFolder(resolved) ? .folder(resolved) : .page(resolved), span: span)
  }
}

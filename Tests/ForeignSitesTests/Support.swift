import Diagnostics
import Files
import ForeignSites
import SiteModel

/// What a folder of texts is as a site of another generator.
func find(_ files: [String: String]) -> Outcome<ForeignSite?> {
  ForeignSite.find(in: FileTree(name: "site", files: files.mapValues { Array($0.utf8) }))
}

extension Outcome {
  /// The findings as `path:line:column message`.
  var findings: [String] { diagnostics.map(\.line) }
}

extension Diagnostic {
  var line: String {
    (span.map { "\($0.path):\($0.line):\($0.column) " } ?? "") + message
  }
}

extension Sequence<NavigationItem> {
  /// The items as indented lines of titles and targets.
  var outline: [String] {
    flatMap { item -> [String] in
      let target =
        switch item.target {
        case .page(let path): path
        case .folder(let path): path + "/"
        case .external(let url): "<\(url)>"
        case .label: ""
        case .rest(let pattern): pattern == nil ? "..." : "... |"
        case .contents(let folder): "\(folder)/*"
        }
      return [[item.title, target].compactMap { $0 }.joined(separator: ": ")] + item.children.outline.map { "  " + $0 }
    }
  }
}

import Bytes
import SiteModel

/// `llms.txt`: the site for language models, as a list of its pages in Markdown.
///
/// Source: <https://llmstxt.org>.
struct LanguageModelIndex {
  private let site: Site
  private var lines: [String]
  private var listed: Set<Int> = []

  static let path = "llms.txt"

  init(_ site: Site) {
    self.site = site
    lines = ["# " + MarkdownEscape.inline(site.settings.title)]
    if let description = site.settings.description { lines += ["", "> " + MarkdownEscape.inline(description)] }
    let navigation = site.navigation
    let top = navigation.nodes[NavigationTree.root].children
    // An entry without others below it needs no heading of its own.
    let pages = navigation.nodes[NavigationTree.root].page.map { [$0] } ?? []
    add("Pages", pages + top.filter { navigation.nodes[$0].children.isEmpty }.compactMap { navigation.nodes[$0].page })
    for node in top where !navigation.nodes[node].children.isEmpty {
      add(navigation.nodes[node].title, pagesBelow(node))
    }
    // The format's own word for what may be left out.
    add("Optional", site.pages.indices.filter { site.pages[$0].isListed })
  }

  var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

  private mutating func add(_ title: String, _ pages: [Int]) {
    let new = pages.filter { listed.insert($0).inserted }
    guard !new.isEmpty else { return }
    lines += ["", "## " + MarkdownEscape.inline(title), ""] + new.map(line)
  }

  private func pagesBelow(_ node: Int) -> [Int] {
    let entry = site.navigation.nodes[node]
    return (entry.page.map { [$0] } ?? []) + entry.children.flatMap(pagesBelow)
  }

  private func line(_ index: Int) -> String {
    let page = site.pages[index]
    let root = site.settings.baseURL ?? ""
    let address = page.markdownHref(root: root) ?? page.href(root: root)
    let link = "- [\(MarkdownEscape.inline(page.title))](\(address.asMarkdownDestination))"
    return link + (page.description.map { ": " + MarkdownEscape.inline($0) } ?? "")
  }
}

package import Diagnostics
import Markdown
package import SiteModel

extension Rule {
  package static let tableHeader = Rule(
    "table-header", .warning, in: .writing, "The heading row of a table is empty.",
    rationale: "A screen reader names the column of each cell; without headings a table is a heap of values to it.",
    remedy: "Write above each column what is in it. What has no columns to name is a list.",
    bad: "| | |\n|---|---|\n| CPU | 2 |", good: "| Resource | Limit |\n|---|---|\n| CPU | 2 |")
}

/// Tables without headings.
package struct TableHeaders: SiteCheck {
  package static let rules: [Rule] = [.tableHeader]

  package init() {}

  package func check(_ site: Site) -> [Diagnostic] {
    site.articles.flatMap { $0.prose?.emptyTableHeaders ?? [] }.map { span in
      Diagnostic(.tableHeader, "the columns of the table have no headings", at: span, help: "Name what is in each.")
    }
  }
}

import Diagnostics
import Files
import PublishedSite
import Testing

/// What is found in a site: `path:line:column rule: message (help)`.
func findings(
  _ files: [String: String], baseURL: String? = nil, hosting: HostingProfile = .nginx
) async -> [String] {
  let tree = FileTree(name: "", files: files.mapValues { Array($0.utf8) })
  let report = await SiteFolder(tree, jobs: 2).check(at: SiteAddress(baseURL: baseURL), on: hosting)
  return report.diagnostics.map { found in
    let place = found.span.map { "\($0.path):\($0.line):\($0.column)" } ?? ""
    return "\(place) \(found.rule.id): \(found.message)" + (found.help.map { " (\($0))" } ?? "")
  }
}

/// The addresses among some that are found fault with on the page `a/b/index.html` of a site.
func broken(
  _ addresses: [String], besides files: [String: String] = [:], baseURL: String? = nil,
  hosting: HostingProfile = .nginx, head: String = ""
) async -> [String] {
  var wrong: [String] = []
  for address in addresses {
    let page = ["a/b/index.html": head + "<a href=\"\(address)\">"]
    let found = await findings(files.merging(page) { $1 }, baseURL: baseURL, hosting: hosting)
    if !found.isEmpty { wrong.append(address) }
  }
  return wrong
}

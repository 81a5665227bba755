import Bytes
import Diagnostics
import Files
import Markdown
import SiteModel
import YAML

/// Reads `config/tech-docs.yml` (<https://tdt-documentation.london.cloudapps.digital/configure_project/global_configuration/>).
struct TechDocsReader {
  /// Where the configuration lies below the root of the site.
  static let path = "config/tech-docs.yml"

  static func read(_ tree: FileTree) -> Outcome<ForeignSite> {
    let configuration = Configuration.read(path, in: tree)
    let root = configuration.value.root
    var findings = configuration.diagnostics
    var settings = SiteSettings()
    settings.title = root["full_service_name"]?.text ?? root["service_name"]?.text ?? settings.title
    if let host = root["host"], let url = host.text, !host.isNull {
      settings.baseURL = SiteSettings.normalized(baseURL: url)
      if settings.baseURL == nil {
        findings.append(
          Diagnostic(
            .foreignSetting, "the host '\(url)' is not an absolute URL", at: host.span,
            help: "Write it like 'https://docs.example.com'."))
      }
    }
    settings.repository = repository(root)
    settings.dialects = [.github, .portico]
    // Partials, layouts and what Middleman makes styles and scripts of are no pages.
    settings.exclude = PathPatterns([
      "_*", "layouts/", "/javascripts/", "/stylesheets/", "*.erb", "!*.md.erb", "*.scss",
    ])
    settings.redirects = (root["redirects"]?.entries ?? []).compactMap { entry in
      guard let from = entry.key.text, let to = entry.value.text else { return nil }
      return (from: Located(from, at: entry.key.span), to: Located(to, at: entry.value.span))
    }
    let leftBehind = root.entries.compactMap { entry in
      entry.key.text.flatMap { key in help[key].map { (key, $0) } }.map { key, help in
        Diagnostic(.foreignSetting, "'\(key)' has no counterpart", at: entry.key.span, help: help)
      }
    }
    let site = ForeignSite(tool: .techdocs, content: tree.folder("source"), settings: settings, leftBehind: leftBehind)
    return Outcome(site, findings)
  }

  private static func repository(_ root: YAMLNode) -> Repository? {
    guard let name = root["github_repo"]?.text, !name.isEmpty else { return nil }
    let url = name.contains("://") ? name : "https://github.com/" + name
    return Repository(url: url, branch: root["github_branch"]?.text ?? "main", contentPath: "source")
  }

  private static let help = [
    "header_links": "Write them into 'navigation' of portico.yaml, each with a 'title' and a 'url'.",
    "phase": "Say it in the text of the home page.",
    "service_link": "The title of the site leads to its home page.",
    "ga_tracking_id": "Portico measures nobody.",
    "google_site_verification": "Verify the site with a file or in the name service.",
    "enable_search": "Portico has no search yet.",
    "api_path": "Describe the interface as an API in the catalogue.",
    "default_owner_slack": "Name an 'owner' in the front matter of pages.",
    "owner_slack_workspace": "Give the team a channel: see Teams in the handbook.",
    "prevent_indexing": "Tell the host to send 'X-Robots-Tag: noindex'.",
  ]
}

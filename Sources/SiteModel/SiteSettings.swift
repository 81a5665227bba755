package import Bytes
package import Diagnostics
package import Markdown
package import PublishedSite
package import YAML

/// How page files become addresses.
package enum URLStyle: String, Sendable, CaseIterable {
  /// `guide/setup.md` becomes `guide/setup/`.
  case clean
  /// `guide/setup.md` becomes `guide/setup.html`.
  case file
}

/// Where the sources of the site are kept.
package struct Repository: Sendable {
  package var url: String
  package var branch: String
  /// Path of the content folder in the repository, without slashes at its ends.
  package var contentPath: String

  /// - Parameters:
  ///   - url: with or without a slash at its end.
  ///   - contentPath: with or without slashes at its ends.
  package init(url: String, branch: String, contentPath: String) {
    self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
    self.branch = branch
    self.contentPath = contentPath.split(separator: "/").joined(separator: "/")
  }
}

/// One entry of an explicit navigation.
package struct NavigationItem: Sendable {
  package enum Target: Sendable {
    /// A page by its content path or site path; nothing decided yet about whether it exists.
    case page(String)
    /// A folder of the content with its own tree.
    case folder(String)
    /// An address elsewhere.
    case external(String)
    /// A label for its children.
    case label
    /// All of the folder that the list belongs to and that no other entry of the list names; of these, what a pattern means.
    case rest(PathPatterns?)
    /// All that is in a folder of the content, in place of an entry for the folder.
    case contents(String)
  }

  package var title: String?
  package var target: Target
  package var children: [NavigationItem]
  package var span: SourceSpan

  package init(title: String?, target: Target, children: [NavigationItem] = [], span: SourceSpan) {
    self.title = title
    self.target = target
    self.children = children
    self.span = span
  }
}

/// A group of capabilities in the catalogue.
package struct DomainSetting: Sendable {
  package var id: String
  package var title: String
}

/// What the scorecards of a site ask for; the domain knows the names.
package struct ScorecardSettings: Sendable {
  /// Names of the levels, from the lowest; empty for the domain's own.
  package var levels: [String] = []
  /// The level of single rules, or `off`.
  package var rules: [(rule: Located<String>, level: Located<String>)] = []
}

/// What `portico.yaml` says of the site (formats.md, "Site").
package struct SiteSettings: Sendable {
  package var title = "Portal"
  package var description: String?
  /// Absolute URL that the site is published at, with a trailing slash; it may hold a path prefix.
  package var baseURL: String?
  /// What serves the site.
  package var hosting = HostingProfile.nginx
  package var language = LanguageTag.english
  /// Where the settings name it.
  package var languageSpan: SourceSpan?
  /// The languages of the content, that of the site among them; empty for a site in one.
  package var languages: [SiteLanguage] = []
  /// How the theme says in each language what is not in templates.
  package var phrases: [LanguageTag: Phrases] = [:]
  /// Name or path of a theme; nil for the default.
  package var theme: Located<String>?
  package var themeOptions: [(key: Located<String>, value: String)] = []
  package var repository: Repository?
  package var navigation: [NavigationItem]?
  /// By folder of the content, what a file in it says of its place in the navigation.
  package var folders: [String: FolderSettings] = [:]
  /// Files that are no part of the site.
  package var exclude = PathPatterns()
  /// Pages that are drafts whatever they say.
  package var drafts = PathPatterns()
  /// Pages that the navigation leaves out on purpose, or of which it is not known whether it does.
  package var leftOut = PathPatterns()
  package var fileNames = FileNames.plain
  package var domains: [DomainSetting] = []
  package var keepsRawHTML = true
  package var dialects = Dialects.all
  /// What `{{ name }}` stands for in texts, by full name: `cluster.region`.
  package var variables: [String: String] = [:]
  package var urlStyle = URLStyle.clean
  package var check = CheckSettings()
  /// Folders to include from, relative to the content folder, beside the content itself.
  package var snippets: [Located<String>] = []
  package var writing = WritingSettings()
  package var search = SearchSettings()
  package var feedbackURL: String?
  /// Whether pages have pictures for chats and social networks.
  package var makesSocialCards = true
  package var securityHeaders = SecurityHeaders()
  package var brand = BrandSettings()
  /// Beside the navigation, in the header of every page.
  package var headerLinks: [HeaderLink] = []
  package var announcement: AnnouncementSettings?
  /// How old the measurements of a service level may be before they are stale.
  package var measurementMaxAge = Period(days: 7)
  package var scorecard = ScorecardSettings()
  /// Site paths and what they lead to.
  package var redirects: [(from: Located<String>, to: Located<String>)] = []

  package init() {}
}

extension SiteSettings {
  /// The path of `baseURL` with slashes at both ends; `/` where there is no base URL.
  package var basePath: String {
    guard let baseURL, let scheme = baseURL.firstRange(of: "://"),
      let slash = baseURL[scheme.upperBound...].firstIndex(of: "/")
    else { return "/" }
    return String(baseURL[slash...])
  }

  /// A base URL with its trailing slash, or nil if it is not an absolute HTTP URL without query and fragment.
  package static func normalized(baseURL: String) -> String? {
    guard baseURL.hasPrefix("https://") || baseURL.hasPrefix("http://"), let scheme = baseURL.firstRange(of: "://"),
      !baseURL[scheme.upperBound...].isEmpty, !baseURL[scheme.upperBound...].hasPrefix("/"),
      baseURL.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !"?#\"<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    return baseURL.hasSuffix("/") ? baseURL : baseURL + "/"
  }
}

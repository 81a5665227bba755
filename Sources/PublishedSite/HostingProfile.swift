/// What a web server makes of the paths of URLs.
///
/// Observed by <https://github.com/slorber/trailing-slash-guide>, and by the documentation of each.
package enum HostingProfile: String, Sendable, CaseIterable {
  /// As most web servers are unless they are told otherwise.
  case nginx
  case githubPages = "github-pages"
  case gitlabPages = "gitlab-pages"
  /// The website endpoint of a bucket.
  case s3
  case netlify

  /// What it is called in reports.
  var title: String {
    switch self {
    case .nginx: "nginx"
    case .githubPages: "GitHub Pages"
    case .gitlabPages: "GitLab Pages"
    case .s3: "S3"
    case .netlify: "Netlify"
    }
  }

  /// Whether it serves `guide.html` at `guide`.
  var addsExtension: Bool { self == .githubPages || self == .gitlabPages || self == .netlify }

  /// Whether `guide` is the file `guide.html` even where there is a folder `guide`.
  var prefersFile: Bool { self == .githubPages || self == .netlify }

  /// Whether it serves `guide.html` at `guide/`.
  var dropsSlash: Bool { self == .gitlabPages || self == .netlify }

  /// Whether two slashes in a row are one.
  var mergesSlashes: Bool { self != .s3 }

  /// Whether it reads redirects from a file of the site.
  var readsRedirects: Bool { self == .gitlabPages || self == .netlify }

  /// Whether letter case makes no difference.
  var ignoresLetterCase: Bool { self == .netlify }
}

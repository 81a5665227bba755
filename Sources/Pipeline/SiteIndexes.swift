import Bytes
import Files
import SiteModel

/// The files by which programs find the pages: `sitemap.xml`, `robots.txt` and the engine's part of the API.
enum SiteIndexes {
  /// The files that a site gets, less those that the content brings itself.
  ///
  /// A site without a base URL has no sitemap, since the format wants absolute addresses (sitemaps.org, protocol 0.9).
  static func plans(for settings: SiteSettings, besides files: [String]) -> [FilePlan] {
    let own = Set(files)
    var plans = [FilePlan(path: "robots.txt", mediaType: "text/plain") { robots(of: $0) }]
    if let baseURL = settings.baseURL {
      plans.append(
        FilePlan(path: sitemapPath, title: "Sitemap", mediaType: "application/xml") {
          sitemap(of: $0, baseURL: baseURL)
        }
      )
    }
    plans.append(
      FilePlan(path: LanguageModelIndex.path, title: "Pages for language models", mediaType: "text/markdown") {
        LanguageModelIndex($0).bytes
      })
    plans += HeaderFiles.plans(for: settings.securityHeaders)
    plans += SiteEntry.file.plans + PageEntry.file.plans + PublicAddresses.file.plans
    return plans.filter { !own.contains($0.path) }
  }

  private static let sitemapPath = "sitemap.xml"

  private static func robots(of site: Site) -> [UInt8] {
    let sitemap = site.settings.baseURL.map { "Sitemap: \($0)\(sitemapPath)\n" }
    return Array(("User-agent: *\nAllow: /\n" + (sitemap ?? "")).utf8)
  }

  private static func sitemap(of site: Site, baseURL: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 128 * site.pages.count)
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let listed = site.pages.filter(\.isListed).map { $0.href(root: baseURL) }
    for address in listed.sortedByBytes() {
      buffer.append("<url><loc>")
      buffer.append(address, escaping: .xml)
      buffer.append("</loc></url>\n")
    }
    buffer.append("</urlset>\n")
    return buffer.bytes
  }
}

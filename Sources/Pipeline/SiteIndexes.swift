import Bytes
import Files
import SiteModel

/// The files by which machines find the pages: `sitemap.xml` and `robots.txt`.
enum SiteIndexes {
  /// A site without a base URL has no sitemap, since the format wants absolute addresses (sitemaps.org, protocol 0.9).
  static func outputs(for site: Site) -> [Output] {
    var robots = "User-agent: *\nAllow: /\n"
    guard let baseURL = site.settings.baseURL else {
      return [Output(path: "robots.txt", content: .bytes(Array(robots.utf8)))]
    }
    robots += "Sitemap: \(baseURL)sitemap.xml\n"
    return [
      Output(path: "robots.txt", content: .bytes(Array(robots.utf8))),
      Output(path: "sitemap.xml", content: .bytes(sitemap(of: site, baseURL: baseURL))),
    ]
  }

  private static func sitemap(of site: Site, baseURL: String) -> [UInt8] {
    var buffer = ByteBuffer(capacity: 128 * site.pages.count)
    buffer.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    buffer.append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    let listed = site.pages.filter(\.isListed).map { $0.href(root: baseURL) }
    for address in listed.sortedByBytes() {
      buffer.append("<url><loc>")
      buffer.append(address, escaping: .attribute)
      buffer.append("</loc></url>\n")
    }
    buffer.append("</urlset>\n")
    return buffer.bytes
  }
}

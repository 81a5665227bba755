import Bytes
import Markdown
import Markup
import SiteModel
import Templates

/// Writes the texts of a section into its document.
struct SectionPrinter: Sendable {
  let site: Site
  let section: PrintedSection
  /// The way from the document to the root of the site.
  let root: String
  /// The HTML of each embed of a page, with links as seen from the document.
  let embeds: @Sendable (_ page: Int) -> [[UInt8]?]

  /// The layout of the document; a theme may do without it.
  static let layout = LayoutField(layout: "print", field: "print", shape: schema.shape)

  var data: Value { SectionPrinter.schema.value(self) }

  private static let schema = Schema<SectionPrinter>(
    "printed section",
    [
      .text("href") { $0.site.pages[$0.section.page].href(root: $0.root) },
      .text("id") { $0.section.id(ofPage: $0.section.page) },
      .html("text") { $0.text },
      .list("pages", Part.schema) { printer in
        printer.section.pages.filter { $0 != printer.section.page }.map { Part(printer: printer, index: $0) }
      },
    ])

  /// The text of the section's own page, whose headings are those of the document.
  private var text: Fragment? { section.pages.first == section.page ? html(ofPage: section.page, levels: 0) : nil }

  private func html(ofPage index: Int, levels: Int) -> Fragment? {
    guard let article = site.pages[index].document?.article, let id = section.id(ofPage: index) else { return nil }
    var buffer = ByteBuffer(capacity: article.html.count + 64 * article.links.count)
    let links = site.fillings(ofPage: index, in: section, root: root)
    article.write(to: &buffer, links: links, embeds: embeds(index))
    let prefix = Array((id + PrintedSection.separator).utf8)
    return Fragment(NestedMarkup.nest(buffer.bytes, prefix: prefix, levels: levels))
  }

  /// A page of the document.
  private struct Part: Sendable {
    let printer: SectionPrinter
    let index: Int

    private var page: Page { printer.site.pages[index] }

    /// Whether it belongs to a section within the section.
    private var isDeep: Bool {
      let folder = page.isFolderPage ? ContentPath.folder(of: page.folder) : page.folder
      return folder != printer.site.pages[printer.section.page].folder
    }

    static let schema = Schema<Part>(
      "printed page",
      [
        .text("id") { $0.printer.section.id(ofPage: $0.index) },
        .text("title") { $0.page.title },
        .text("description") { $0.page.description },
        .flag("showsTitle") { $0.page.showsTitle },
        .flag("isDeep") { $0.isDeep },
        .html("text") { $0.printer.html(ofPage: $0.index, levels: 1) },
      ])
  }
}

import Bytes
import Files
import Markdown
import Search
import SiteModel
import YAML

/// The files by which readers search a site.
enum SiteSearch {
  /// An index for each language.
  static func outputs(for site: Site, jobs: Int) async -> [Output] {
    var outputs: [Output] = []
    for language in site.settings.allLanguages { outputs += await self.outputs(for: site, in: language, jobs: jobs) }
    return outputs
  }

  /// The index of the pages in a language, and of those of the site's own language that nobody has translated to it.
  private static func outputs(for site: Site, in language: SiteLanguage, jobs: Int) async -> [Output] {
    let listed = site.pages.indices
      .filter { site.pages[$0].isListed && site.isFor(readersOf: language, $0) }
      .sorted { site.pages[$0].sitePath.utf8.lexicographicallyPrecedes(site.pages[$1].sitePath.utf8) }
    let language = language.tag.text
    let pages = await parallelMap(listed, jobs: jobs) { index in
      PageAnalyzer.analyse(SearchPage(site.pages[index], in: site), language: language)
    }
    return SearchIndex(pages, language: language).files.map { Output(path: $0.path, content: .bytes($0.bytes)) }
  }
}

extension SearchPage {
  fileprivate init(_ page: Page, in site: Site) {
    let matter = page.document?.frontMatter
    self.init(
      address: page.href(root: ""), title: page.title, description: page.description,
      sections: SearchPage.sections(of: page))
    keywords = (matter?.tags ?? []) + [ContentPath.name(of: page.folder), page.navigationTitle]
    facets[.kind] = matter?.type?.label
    facets[.owner] = matter?.owner.map { site.owner($0.value)?.name ?? $0.value }
  }

  /// The first is what stands before the first heading, and below one that is the page's title.
  private static func sections(of page: Page) -> [Section] {
    var sections = [Section(text: "")]
    guard let article = page.document?.article else { return sections }
    for section in article.sections {
      let heading = section.heading.map { article.headings[$0] }
      if let heading, heading.level > 1 || sections.count > 1 {
        sections.append(Section(heading: heading.text, anchor: heading.id, text: section.text))
      } else {
        sections[0].text += section.text
      }
    }
    return sections
  }
}

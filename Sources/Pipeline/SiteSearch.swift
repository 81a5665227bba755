import Bytes
import Files
import Markdown
import Search
import SiteModel
import YAML

/// The files by which readers search a site.
struct SiteSearch {
  let site: Site
  /// The HTML of a page.
  let render: @Sendable (_ page: Int) -> [UInt8]

  /// An index for each language.
  func outputs(jobs: Int) async -> [Output] {
    var outputs: [Output] = []
    for language in site.settings.allLanguages { outputs += await self.outputs(in: language, jobs: jobs) }
    return outputs
  }

  /// The index of the pages in a language, and of those of the site's own language that nobody has translated to it.
  private func outputs(in language: SiteLanguage, jobs: Int) async -> [Output] {
    let listed = site.pages.indices
      .filter { site.pages[$0].isListed && site.isFor(readersOf: language, $0) }
      .sorted { site.pages[$0].sitePath.utf8.lexicographicallyPrecedes(site.pages[$1].sitePath.utf8) }
    let phrases = site.settings.phrases(in: language)
    let language = language.tag.text
    let pages = await parallelMap(listed, jobs: jobs) { PageAnalyzer.analyse(page($0, phrases), language: language) }
    return SearchIndex(pages, language: language, synonyms: site.settings.search.synonyms).files.map {
      Output(path: $0.path, content: .bytes($0.bytes))
    }
  }

  private func page(_ index: Int, _ phrases: Phrases) -> SearchPage {
    let page = site.pages[index]
    let matter = page.document?.frontMatter
    var found = SearchPage(
      address: page.href(root: ""), title: page.title, description: page.description, sections: sections(of: index))
    found.keywords =
      (matter?.tags ?? []) + [page.sitePath.split(separator: "/").last.map(String.init) ?? "", page.navigationTitle]
    let facts = site.facts(page)
    found.facets[.kind] = (matter?.type?.label ?? facts.kind).map(phrases.text)
    found.facets[.capability] = facts.capability
    found.facets[.owner] = matter?.owner.map { site.owner($0.value)?.name ?? $0.value } ?? facts.owner
    return found
  }

  /// The first is what stands before the first heading, and below one that names the page.
  private func sections(of index: Int) -> [SearchPage.Section] {
    let page = site.pages[index]
    guard let article = page.document?.article, page.plan == nil, article.embeds.isEmpty else {
      return ReadableText(html: render(index)).sections
    }
    var sections = [SearchPage.Section(text: "")]
    for section in article.sections {
      let heading = section.heading.map { article.headings[$0] }
      if let heading, heading.level > 1 || sections.count > 1 {
        sections.append(SearchPage.Section(heading: heading.text, anchor: heading.id, text: section.text))
      } else {
        if let heading, heading.text != page.title { sections[0].heading = heading.text }
        sections[0].text += section.text
      }
    }
    return sections
  }
}

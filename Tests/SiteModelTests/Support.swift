import Bytes
import Diagnostics
import Markdown
import Templates
import YAML

@testable import SiteModel

/// Files of a content folder by path: Markdown becomes documents, `portico.yaml` the settings, other YAML sources, the rest files.
typealias Content = KeyValuePairs<String, String>

/// Assembles a site and resolves its links, for 30 June 2026.
///
/// - Parameter yaml: the settings, where `content` has none.
func assemble(
  _ content: Content, settings yaml: String = "title: Portal", plans: [PagePlan] = [], planned files: [FilePlan] = [],
  embeds: [EmbedPlan] = [], entities: [EntityTarget] = [], entityKinds: [String] = [], drafts: Bool = false
) -> Outcome<Site> {
  let paths = content.map(\.key).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  let documents = paths.filter { $0.hasSuffix(".md") }.compactMap { path in
    content.first { $0.key.utf8.elementsEqual(path.utf8) }.map {
      document($0.value, path: path, embeds: embeds.map(\.kind.name))
    }
  }
  var sourcePlan = SourcePlan(pages: plans, files: files, embeds: embeds)
  sourcePlan.entities = entities
  sourcePlan.entityKinds = entityKinds
  let settings = settings(content.first { $0.key == "portico.yaml" }?.value ?? yaml)
  var outcome = Site.assemble(
    SiteInput(
      settings: settings.value, documents: documents.map(\.value),
      plan: sourcePlan,
      files: paths.filter { !$0.hasSuffix(".md") && !$0.hasSuffix(".yaml") },
      sources: paths.filter { $0.hasSuffix(".yaml") && $0 != "portico.yaml" }, includesDrafts: drafts,
      asOf: CalendarDate(daysSinceEpoch: 20_634), displayPath: { "content/" + $0 }))
  let site = outcome.value
  let resolver = LinkResolver(site)
  outcome.value = site.with(links: LinkGraph(site.pages.indices.map { resolver.links(of: $0) }, of: site))
  outcome.diagnostics = settings.diagnostics + documents.flatMap(\.diagnostics) + outcome.diagnostics
  return outcome
}

func document(_ text: String, path: String = "page.md", embeds: [String] = []) -> Outcome<Document> {
  Document.parse(
    Array(text.utf8), path: path, displayPath: "content/" + path, options: MarkdownOptions(embeds: embeds))
}

func settings(_ yaml: String) -> Outcome<SiteSettings> {
  let parsed = YAMLParser.parse(Array(yaml.utf8), path: "content/portico.yaml")
  let read = SiteSettings.read(parsed.value.first)
  return Outcome(read.value, parsed.diagnostics + read.diagnostics)
}

/// A planned page that shows nothing.
func plan(_ folder: String, title: Phrase = "Planned", source: String? = nil) -> PagePlan {
  var plan = PagePlan(folder: folder, title: title, layout: "planned") { _ in .none }
  plan.source = source.map { ($0, SourceSpan(path: "content/" + $0, line: 4, column: 9)) }
  return plan
}

extension Outcome {
  /// The findings as `path:line:column rule: message`.
  var findings: [String] {
    diagnostics.map { finding in
      let place = finding.span.map { "\($0.path):\($0.line):\($0.column)" } ?? "-"
      return "\(place) \(finding.rule.id): \(finding.message)"
    }
  }
}

extension Site {
  /// Addresses of all pages but the error page, with a slash before them.
  var addresses: [String] { pages.filter { !$0.isNotFoundPage && !$0.isSearchPage }.map { "/" + $0.sitePath } }

  /// The page at a content path or an address.
  func page(_ path: String) -> Page? { map.page(at: path).map { pages[$0] } }

  /// The navigation as indented titles.
  var outline: String {
    func lines(_ node: Int, _ depth: Int) -> [String] {
      navigation.nodes[node].children.flatMap { child in
        [String(repeating: "  ", count: depth) + navigation.nodes[child].title] + lines(child, depth + 1)
      }
    }
    return lines(NavigationTree.root, 0).joined(separator: "\n")
  }

  /// Titles in reading order.
  var readingOrder: [String] { navigation.readingOrder.map { pages[$0].title } }
}

extension LinkFailure {
  /// Why, in a word, and what would have been right.
  var text: String {
    let near = nearest.joined(separator: ", ")
    return switch cause {
    case .noPath, .noName: "not found: \(near)"
    case .noAnchor: "no anchor: \(near)"
    case .letterCase: "letter case: \(near)"
    case .moved(_, let isReachable): (isReachable ? "left: " : "moved: ") + near
    case .outsideRoot: "outside"
    case .draft: "draft"
    case .source: "source"
    case .noEntity: "no entity: \(near)"
    case .noTerm(_, let hasGlossary): (hasGlossary ? "no term: " : "no glossary: ") + near
    }
  }
}

extension Site {
  /// What is wrong with the links that stand in a page's file.
  func failures(of path: String) -> [LinkFailure] { links.failures.filter { $0.span.path == "content/" + path } }

  /// What is written for each link of a page, "as written" for those that stay, or why they lead nowhere.
  func links(of path: String) -> [String] {
    guard let page = map.page(at: path), let document = pages[page].document else { return ["no page \(path)"] }
    var reasons = failures(of: path).filter(\.isBroken).map(\.text)
    return zip(document.article.links, links.links[page]).map { _, target in
      guard let target else { return reasons.removeFirst() }
      return target.href(in: self, root: SitePath.rootPrefix(pages[page].sitePath)) ?? "as written"
    }
  }
}

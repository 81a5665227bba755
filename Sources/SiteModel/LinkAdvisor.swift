import Bytes
import Diagnostics
import Markdown

/// Finds what was meant by links that lead nowhere, and what to write where there is no doubt about it.
///
/// What it looks names up in is made when it is first needed, and serves all failures of a site.
struct LinkAdvisor {
  private let pages: [Page]
  private let map: SiteMap
  private let named: NamedTargets
  private lazy var names = PageNames(pages)
  private lazy var titles: SpellingIndex = SpellingIndex(names.all)
  private lazy var sources: [String: String] = makeSources()
  private lazy var paths: SpellingIndex = SpellingIndex(sources.keys)
  private lazy var entities = SpellingIndex(named.references)
  private lazy var terms = SpellingIndex(named.termNames)
  private var anchors: [Int: NearAnchors] = [:]
  /// What was found for a content path.
  private var found: [String: [String]] = [:]
  // What is spelt alike is looked for among all that the site has: where many links are wrong, the first are help enough.
  private var searchesLeft = 5_000

  init(_ site: Site) { self.init(pages: site.pages, map: site.map, named: NamedTargets(of: site)) }

  init(pages: [Page], map: SiteMap, named: NamedTargets) {
    self.pages = pages
    self.map = map
    self.named = named
  }

  mutating func advice(on link: UnresolvedLink) -> LinkFailure {
    let cause = movedSource(link.cause) ?? link.cause
    return LinkFailure(
      destination: link.destination, span: link.span, isImage: link.isImage, folder: link.folder, cause: cause,
      nearest: nearest(to: cause, from: link.folder), right: right(link, cause))
  }

  /// The file of a page that has moved, where an alias of the page is the address that the file had.
  private func movedSource(_ cause: LinkFailure.Cause) -> LinkFailure.Cause? {
    guard case .noPath(let path) = cause, LinkAdvisor.isMarkdown(path) else { return nil }
    let name = ContentPath.pageName(of: path)
    let place = ContentPath.join(ContentPath.folder(of: path), Document.isIndex(name) ? "" : name)
    guard case .moved(let page) = map.lookUp(place) else { return nil }
    return .moved(page: page, isReachable: false)
  }

  private mutating func nearest(to cause: LinkFailure.Cause, from folder: String) -> [String] {
    switch cause {
    case .noPath(let path): return places(near: path).map { LinkAdvisor.reference(to: $0, from: folder) }
    case .noName(let name, let several):
      guard several.isEmpty else {
        return several.prefix(3).map { LinkAdvisor.reference(to: place(of: $0), from: folder) }
      }
      let paths = ContentPath.resolve(name, from: folder).map { places(near: $0) } ?? []
      return paths.map { LinkAdvisor.reference(to: $0, from: folder) }
    case .noAnchor(let id, let page): return near(page).nearest(to: id)
    case .letterCase(_, let right): return [LinkResolver.relative(right, from: folder)]
    case .moved(let page, _): return [LinkAdvisor.reference(to: place(of: page), from: folder)]
    case .noEntity(let reference): return entities.nearest(to: reference).map { [$0] } ?? []
    case .noTerm(let slug, _): return terms.nearest(to: slug).map { ["term:" + $0] } ?? []
    case .outsideRoot, .draft, .source: return []
    }
  }

  private mutating func near(_ page: Int) -> NearAnchors {
    if let near = anchors[page] { return near }
    let near = NearAnchors(of: pages[page])
    anchors[page] = near
    return near
  }

  // MARK: - Places

  /// A content path relative to a folder; an address as it is.
  private static func reference(to place: String, from folder: String) -> String {
    place.hasPrefix("/") ? place : LinkResolver.relative(place, from: folder)
  }

  /// The content path of what a page is made from, else its address with a leading slash.
  private func place(of page: Int) -> String {
    pages[page].document?.path ?? pages[page].plan?.source?.path ?? "/" + pages[page].sitePath
  }

  /// Everything that a path may have been meant for: files by their paths, pages by their addresses as well.
  private func makeSources() -> [String: String] {
    var places = Dictionary(map.sources.map { ($0, $0) }) { first, _ in first }
    for (index, page) in pages.enumerated() where !page.isNotFoundPage {
      let address = ContentPath.resolve(page.sitePath, from: "") ?? ""
      if places[address] == nil { places[address] = place(of: index) }
    }
    return places
  }

  /// What is near to a content path that nothing is at, best first: content paths, and addresses with a leading slash.
  mutating func places(near path: String) -> [String] {
    if let known = found[path] { return known }
    let places = findPlaces(near: path)
    found[path] = places
    return places
  }

  /// The page that became a folder or ceased to be one, files of the same name elsewhere, pages of that title, then what
  /// is spelt alike.
  private mutating func findPlaces(near path: String) -> [String] {
    let name = ContentPath.pageName(of: path)
    let bare = ContentPath.join(ContentPath.folder(of: path), Document.isIndex(name) ? "" : name)
    if let source = map.page(at: bare).flatMap({ pages[$0].document?.path }), source != path { return [source] }
    let elsewhere = map.paths(namedLike: path)
    if !elsewhere.isEmpty {
      let nearest = SpellingIndex(elsewhere.prefix(50)).nearest(to: path)
      return (nearest.map { [$0] } ?? []) + elsewhere.lazy.filter { $0 != nearest }.prefix(nearest == nil ? 3 : 2)
    }
    let titled = LinkAdvisor.mayBePage(path) ? names[name] : []
    if !titled.isEmpty { return titled.prefix(3).map(place) }
    searchesLeft -= 1
    guard searchesLeft >= 0 else { return [] }
    if let near = paths.nearest(to: path, where: { LinkAdvisor.isAlike(path, $0) }) { return [sources[near] ?? near] }
    guard LinkAdvisor.mayBePage(path), let title = titles.nearest(to: Slug.github(name)) else { return [] }
    return names[title].prefix(3).map(place)
  }

  private static func isMarkdown(_ path: String) -> Bool {
    ["md", "markdown", "mdx"].contains(ContentPath.fileExtension(of: path))
  }

  private static func mayBePage(_ path: String) -> Bool {
    isMarkdown(path) || ["", "html"].contains(ContentPath.fileExtension(of: path))
  }

  /// Whether each component of a path is near to that of another: few edits of a long path may make another name of a short one.
  private static func isAlike(_ path: String, _ other: String) -> Bool {
    let (left, right) = (path.split(separator: "/"), other.split(separator: "/"))
    return left.count == right.count
      && zip(left, right).allSatisfy { DidYouMean.nearest(to: String($0), in: [String($1)]) != nil }
  }

  // MARK: - What is certain

  private mutating func right(_ link: UnresolvedLink, _ cause: LinkFailure.Cause) -> String? {
    guard let reference = Reference(link.destination) else { return nil }
    switch cause {
    case .letterCase(let path, let right):
      return LinkAdvisor.spelt(link.destination, path, right).map { $0 + reference.suffix }
    case .moved(let page, _):
      let place = place(of: page)
      guard !place.hasPrefix("/"), link.isOwn || !link.destination.hasPrefix("#") else { return nil }
      let path = link.destination.hasPrefix("/") ? "/" + place : LinkResolver.relative(place, from: link.folder)
      return LinkAdvisor.written(path).map { $0 + reference.suffix }
    case .noAnchor(let id, let page):
      // In a text that several pages include, a fragment alone means another page on each of them.
      guard link.isOwn || !reference.path.isEmpty, let right = near(page).certain(for: id),
        let hash = link.destination.firstIndex(of: "#"), let written = LinkAdvisor.written(right)
      else { return nil }
      return link.destination[...hash] + written + Anchors.split(reference.fragment ?? "").directive
    default: return nil
    }
  }

  /// The path of a destination with the letter case of the content path that it means, and nothing else changed.
  private static func spelt(_ destination: String, _ path: String, _ right: String) -> String? {
    let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    var written = destination[..<end].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    // Where in it the last components of the content path stand.
    var places: [Int] = []
    for (index, component) in written.enumerated() where component != "." && !component.isEmpty {
      if component == ".." { _ = places.popLast() } else { places.append(index) }
    }
    let wanted = path.split(separator: "/").suffix(places.count)
    let spelt = right.split(separator: "/").prefix(path.split(separator: "/").count).suffix(places.count)
    guard wanted.count == places.count, spelt.count == places.count else { return nil }
    for (place, (old, new)) in zip(places, zip(wanted, spelt)) where old != new {
      let name = new.prefix(old.count)
      guard name.lowercased() == old.lowercased(), let text = self.written(String(name)) else { return nil }
      written[place] = text
    }
    return written.joined(separator: "/")
  }

  /// A path or an id as it may stand in any text, whatever ends the destination there; nil for one that might not.
  private static func written(_ text: String) -> String? {
    let encoded = PercentEncoding.encode(path: text).asMarkdownDestination
    return encoded.utf8.contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "'") } ? nil : encoded
  }
}

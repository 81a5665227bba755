import Bytes
import Diagnostics
import Markdown
import YAML

/// Finds out where the links of a page lead.
package struct LinkResolver: Sendable {
  private let pages: [Page]
  private let map: SiteMap
  /// The path of the base URL without slashes at its ends, which authors may write in root-relative links.
  private let basePath: String
  private let named: NamedTargets

  /// Resolves what stands in the texts of a site.
  package init(_ site: Site) {
    self.init(pages: site.pages, map: site.map, settings: site.settings, named: NamedTargets(of: site))
  }

  /// - Parameter named: nil where nothing is named without its path.
  init(pages: [Page], map: SiteMap, settings: SiteSettings, named: NamedTargets? = nil) {
    self.pages = pages
    self.map = map
    self.named = named ?? NamedTargets(map: map)
    basePath = PercentEncoding.decode(settings.basePath).split(separator: "/").joined(separator: "/")
  }

  /// Resolves every link and reference of one page.
  package func links(of index: Int) -> PageLinks {
    let page = pages[index]
    var found = PageLinks()
    for link in page.document?.article.links ?? [] {
      switch resolve(link, from: index, folder: link.folder ?? page.folder) {
      case .success(let target): found.links.append(target)
      case .failure(let reason):
        found.links.append(nil)
        found.failures.append(
          LinkFailure(
            destination: link.destination, span: link.span, isImage: link.kind == .image, reason: reason.value))
      }
    }
    for reference in page.plan?.references ?? [] {
      let folder = page.plan?.source.map { ContentPath.folder(of: $0.path) } ?? page.folder
      switch resolve(reference.value, from: index, folder: folder) {
      case .success(let target): found.references.append(target)
      case .failure(let reason):
        found.references.append(nil)
        found.failures.append(
          LinkFailure(destination: reference.value, span: reference.span, isImage: false, reason: reason.value))
      }
    }
    return found
  }

  /// A failure's reason as an error, for `Result`.
  struct Failure: Error {
    let value: LinkFailure.Reason
  }

  /// Resolves a link of a text, which may be the name of something.
  private func resolve(_ link: Link, from page: Int, folder: String) -> Result<LinkTarget, Failure> {
    switch named.target(of: link.destination) {
    case .success(let target): return resolve(target)
    case .failure(let failure): return .failure(failure)
    case nil: break
    }
    let result = resolve(link.destination, from: page, folder: folder)
    guard case .failure(let failure) = result,
      link.kind == .wiki || link.kind == .link && NamedTargets.isName(link.destination)
    else { return result }
    switch failure.value {
    case .notFound(let nearest):
      return resolve(pageNamed: link.destination, from: page, folder: folder, nearest: nearest)
    case .letterCase(let right) where link.kind == .wiki:
      return resolve(pageNamed: link.destination, from: page, folder: folder, nearest: [right])
    default: return result
    }
  }

  private func resolve(_ target: NamedTargets.Target) -> Result<LinkTarget, Failure> {
    guard let fragment = target.fragment, let reference = Reference("#" + fragment) else {
      return .success(LinkTarget(place: .page(target.page), suffix: "", title: target.title))
    }
    return resolve(fragmentOf: reference, on: target.page).map {
      LinkTarget(place: $0.place, suffix: $0.suffix, title: target.title, definition: target.definition)
    }
  }

  private func resolve(pageNamed written: String, from page: Int, folder: String, nearest: [String])
    -> Result<LinkTarget, Failure>
  {
    guard let reference = Reference(written) else { return .failure(Failure(value: .notFound(nearest: nearest))) }
    let found = named.pages(named: reference.path)
    if found.count == 1 { return resolve(fragmentOf: reference, on: found[0]) }
    let paths = found.prefix(3).compactMap { pages[$0].document?.path }.map { LinkResolver.relative($0, from: folder) }
    let others = nearest.isEmpty ? named.nearestPage(to: reference.path) : nearest
    return .failure(Failure(value: .notFound(nearest: paths.isEmpty ? others : paths)))
  }

  /// Resolves a destination that stands in the sources of a page, or on no page (nil) for settings of the site.
  func resolve(_ destination: String, from page: Int?, folder: String) -> Result<LinkTarget, Failure> {
    guard let reference = Reference(destination) else { return .success(LinkTarget(place: .external, suffix: "")) }
    if reference.path.isEmpty {
      guard let page else { return .failure(Failure(value: .notFound(nearest: []))) }
      return resolve(fragmentOf: reference, on: page)
    }
    let candidates = candidates(for: reference.path, page: page, folder: folder)
    guard let first = candidates.first else { return .failure(Failure(value: .outsideRoot)) }
    for path in candidates {
      switch map.lookUp(path) {
      case .page(let index): return resolve(fragmentOf: reference, on: index)
      case .file(let path): return .success(LinkTarget(place: .file(path), suffix: reference.suffix))
      case .redirect(let target): return .success(LinkTarget(place: .redirect(target), suffix: reference.suffix))
      case .draft: return .failure(Failure(value: .draft))
      case .source: return .failure(Failure(value: .source))
      case nil: continue
      }
    }
    if let right = map.rightSpelling(of: first) {
      return .failure(Failure(value: .letterCase(right: LinkResolver.relative(right, from: folder))))
    }
    return .failure(Failure(value: .notFound(nearest: suggestions(for: first, folder: folder))))
  }

  /// The content paths that a written path may mean: from the source's folder as on GitHub, from the site's root,
  /// and from the page's own address as a browser would take it.
  private func candidates(for path: String, page: Int?, folder: String) -> [String] {
    if path.hasPrefix("/") {
      guard let fromRoot = ContentPath.resolve(path, from: "") else { return [] }
      let isPrefixed = !basePath.isEmpty && ContentPath.isInside(fromRoot, folder: basePath)
      return isPrefixed ? [fromRoot, String(fromRoot.dropFirst(basePath.count + 1))] : [fromRoot]
    }
    let fromSource = ContentPath.resolve(path, from: folder)
    let fromAddress = page.flatMap { ContentPath.resolve(path, from: ContentPath.folder(of: pages[$0].sitePath)) }
    return [fromSource, fromAddress].compactMap { $0 }
  }

  private func resolve(fragmentOf reference: Reference, on index: Int) -> Result<LinkTarget, Failure> {
    guard let fragment = reference.fragment else {
      return .success(LinkTarget(place: .page(index), suffix: reference.query))
    }
    let (written, directive) = Anchors.split(fragment)
    let wanted = PercentEncoding.decode(written)
    let anchors = Anchors(of: pages[index])
    guard let id = anchors.id(for: wanted) else {
      return .failure(Failure(value: .noAnchor(page: pages[index].title, nearest: anchors.nearest(to: wanted))))
    }
    let suffix = reference.query + "#" + PercentEncoding.encode(path: id) + directive
    return .success(LinkTarget(place: .page(index), suffix: suffix))
  }

  /// References that would resolve, near to one that does not: pages of the same name elsewhere, then names alike in the folder.
  private func suggestions(for path: String, folder: String) -> [String] {
    // A page that became a folder, or a folder's page that became a plain one.
    let name = ContentPath.pageName(of: path)
    let isIndex = ["index", "readme"].contains(name.lowercased())
    let bare = ContentPath.join(ContentPath.folder(of: path), isIndex ? "" : name)
    if let source = map.page(at: bare).flatMap({ pages[$0].document?.path }), source != path {
      return [LinkResolver.relative(source, from: folder)]
    }
    let moved = map.paths(namedLike: path)
    if !moved.isEmpty { return moved.prefix(3).map { LinkResolver.relative($0, from: folder) } }
    let wantedFolder = ContentPath.folder(of: path)
    let alike = DidYouMean.nearest(to: ContentPath.name(of: path), in: map.names(in: wantedFolder))
    return alike.map { [LinkResolver.relative(ContentPath.join(wantedFolder, $0), from: folder)] } ?? []
  }

  /// A content path as a relative reference from a folder.
  static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var common = 0
    while common < min(target.count - 1, base.count), target[common] == base[common] { common += 1 }
    let up = Array(repeating: "..", count: base.count - common)
    return (up + target[common...].map(String.init)).joined(separator: "/")
  }
}

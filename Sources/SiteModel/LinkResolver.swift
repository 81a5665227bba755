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
  /// Nil for a site that does not say where it is published.
  private let address: OwnAddress?

  /// Resolves what stands in the texts of a site.
  package init(_ site: Site) {
    self.init(pages: site.pages, map: site.map, settings: site.settings, named: NamedTargets(of: site))
  }

  /// - Parameter named: nil where nothing is named without its path.
  init(pages: [Page], map: SiteMap, settings: SiteSettings, named: NamedTargets? = nil) {
    self.pages = pages
    self.map = map
    self.named = named ?? NamedTargets(map: map)
    address = settings.baseURL.flatMap { OwnAddress(baseURL: $0) }
    basePath = PercentEncoding.decode(settings.basePath).split(separator: "/").joined(separator: "/")
  }

  /// Resolves every link and reference of one page.
  package func links(of index: Int) -> PageLinks {
    let page = pages[index]
    var found = PageLinks()
    for link in page.document?.article.links ?? [] {
      let folder = link.folder ?? page.folder
      let target = resolve(link, from: index, folder: folder)
      found.links.append(try? target.get())
      guard let cause = LinkResolver.cause(target) else { continue }
      found.failures.append(
        UnresolvedLink(
          destination: link.destination, span: link.span, isImage: link.kind == .image, folder: folder, cause: cause,
          isOwn: link.span.path == page.document?.displayPath))
    }
    for reference in page.plan?.references ?? [] {
      let folder = page.plan?.source.map { ContentPath.folder(of: $0.path) } ?? page.folder
      let target = resolve(reference.value, from: index, folder: folder)
      found.references.append(try? target.get())
      guard let cause = LinkResolver.cause(target) else { continue }
      found.failures.append(
        UnresolvedLink(
          destination: reference.value, span: reference.span, isImage: false, folder: folder, cause: cause, isOwn: true)
      )
    }
    return found
  }

  typealias Resolution = Result<LinkTarget, LinkFailure.Cause>

  /// What there is to say of a link; nil for one that is as it should be.
  private static func cause(_ resolution: Resolution) -> LinkFailure.Cause? {
    switch resolution {
    case .success(let target):
      target.isMoved ? target.page.map { LinkFailure.Cause.moved(page: $0, isReachable: true) } : nil
    case .failure(let cause): cause
    }
  }

  /// Resolves a link of a text, which may be the name of something.
  private func resolve(_ link: Link, from page: Int, folder: String) -> Resolution {
    switch named.target(of: link.destination) {
    case .success(let target): return resolve(target)
    case .failure(let failure): return .failure(failure)
    case nil: break
    }
    let result = resolve(link.destination, from: page, folder: folder)
    guard case .failure(let cause) = result,
      link.kind == .wiki || link.kind == .link && NamedTargets.isName(link.destination)
    else { return result }
    switch cause {
    case .noPath: return resolve(pageNamed: link.destination, from: page)
    case .letterCase where link.kind == .wiki:
      let named = resolve(pageNamed: link.destination, from: page)
      if case .failure(.noName(_, pages: [])) = named { return result }
      return named
    default: return result
    }
  }

  private func resolve(_ target: NamedTargets.Target) -> Resolution {
    guard let fragment = target.fragment, let reference = Reference("#" + fragment) else {
      return .success(LinkTarget(place: .page(target.page), suffix: "", title: target.title))
    }
    return resolve(fragmentOf: reference, on: target.page).map {
      LinkTarget(place: $0.place, suffix: $0.suffix, title: target.title, definition: target.definition)
    }
  }

  private func resolve(pageNamed written: String, from page: Int) -> Resolution {
    guard let reference = Reference(written) else { return .failure(.noName(written, pages: [])) }
    let all = named.pages[reference.path]
    let own = all.filter { pages[$0].language.folder == pages[page].language.folder }
    let found = own.isEmpty ? all : own
    return found.count == 1
      ? resolve(fragmentOf: reference, on: found[0]) : .failure(.noName(reference.path, pages: found))
  }

  /// Resolves a destination that stands in the sources of a page, or on no page (nil) for settings of the site.
  func resolve(_ destination: String, from page: Int?, folder: String) -> Resolution {
    guard let reference = Reference(destination) else {
      return address?.reference(of: destination).flatMap(resolve(ownAddress:))
        ?? .success(LinkTarget(place: .external, suffix: ""))
    }
    if reference.path.isEmpty {
      guard let page else { return .failure(.noPath("")) }
      return resolve(fragmentOf: reference, on: page)
    }
    let candidates = candidates(for: reference.path, page: page, folder: folder)
    guard let first = candidates.first else { return .failure(.outsideRoot) }
    for path in candidates {
      switch map.lookUp(path) {
      case .page(let index): return resolve(fragmentOf: reference, on: index)
      case .file(let path): return .success(LinkTarget(place: .file(path), suffix: reference.suffix))
      case .moved(let index):
        return resolve(fragmentOf: reference, on: index).map { target in
          var moved = target
          moved.isMoved = true
          return moved
        }
      case .redirect(let target): return .success(LinkTarget(place: .redirect(target), suffix: reference.suffix))
      case .draft: return .failure(.draft)
      case .source: return .failure(.source)
      case nil: continue
      }
    }
    // With the path of the base URL in front, the last is what was meant.
    let sought = reference.path.hasPrefix("/") ? candidates[candidates.count - 1] : first
    return .failure(map.rightSpelling(of: sought).map { .letterCase(of: sought, right: $0) } ?? .noPath(sought))
  }

  /// Resolves the full URL of a page of the site, which stays as it is written.
  ///
  /// - Parameter reference: from the root of the site.
  /// - Returns: nil for the URL of a file, whose name may be one that only the build knows.
  private func resolve(ownAddress reference: Reference) -> Resolution? {
    guard let path = ContentPath.resolve(reference.path, from: ""),
      ["", "html"].contains(ContentPath.fileExtension(of: path))
    else { return nil }
    guard let page = map.lookUp(path)?.page else {
      if case .draft = map.lookUp(path) { return .failure(.draft) }
      return map.lookUp(path) == nil ? .failure(.noPath(path)) : nil
    }
    return resolve(fragmentOf: reference, on: page).map { target in
      var own = target
      own.isFullURL = true
      return own
    }
  }

  /// The content paths that a written path may mean: from the source's folder as on GitHub, from the site's root,
  /// and from the page's own address as a browser would take it.
  ///
  /// On a page in another language than that of the site, what it has no translation of is that of the site; and a path from
  /// the root means the translation where there is one.
  private func candidates(for path: String, page: Int?, folder: String) -> [String] {
    let language = page.map { pages[$0].language.folder } ?? ""
    if path.hasPrefix("/") {
      guard let fromRoot = ContentPath.resolve(path, from: "") else { return [] }
      let isPrefixed = !basePath.isEmpty && ContentPath.isInside(fromRoot, folder: basePath)
      let paths = isPrefixed ? [fromRoot, String(fromRoot.dropFirst(basePath.count + 1))] : [fromRoot]
      return language.isEmpty ? paths : paths.map { ContentPath.join(language, $0) } + paths
    }
    let fromSource = ContentPath.resolve(path, from: folder)
    let fromAddress = page.flatMap { ContentPath.resolve(path, from: ContentPath.folder(of: pages[$0].sitePath)) }
    let paths = [fromSource, fromAddress].compactMap { $0 }
    guard !language.isEmpty else { return paths }
    return paths + paths.filter { $0.hasPrefix(language + "/") }.map { String($0.dropFirst(language.count + 1)) }
  }

  private func resolve(fragmentOf reference: Reference, on index: Int) -> Resolution {
    guard let fragment = reference.fragment else {
      return .success(LinkTarget(place: .page(index), suffix: reference.query))
    }
    let (written, directive) = Anchors.split(fragment)
    let wanted = PercentEncoding.decode(written)
    let anchors = Anchors(of: pages[index])
    guard let id = anchors.id(for: wanted) else {
      return .failure(.noAnchor(wanted, page: index))
    }
    let suffix = reference.query + "#" + PercentEncoding.encode(path: id) + directive
    return .success(LinkTarget(place: .page(index), suffix: suffix))
  }

  /// A content path as a relative reference from a folder.
  package static func relative(_ path: String, from folder: String) -> String {
    let target = path.split(separator: "/")
    let base = folder.split(separator: "/")
    var common = 0
    while common < min(target.count - 1, base.count), target[common] == base[common] { common += 1 }
    let up = Array(repeating: "..", count: base.count - common)
    return (up + target[common...].map(String.init)).joined(separator: "/")
  }
}

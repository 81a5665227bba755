import Bytes
package import Diagnostics
import Files
import Markup

extension PublishedSite {
  /// The addresses in a file that lead out of the site to something that a reader follows or a browser fetches.
  func externalReferences(in number: Int, _ bytes: [UInt8], displayPath: (String) -> String) -> [ExternalReference] {
    guard let format = PublishedSite.format(of: paths[number]) else { return [] }
    let markup = MarkupFacts(of: bytes, as: format)
    let base = base(of: number, markup, bytes)
    let lines = LineIndex(bytes)
    var route = Route()
    return markup.references.compactMap { reference in
      guard reference.kind != .form, reference.kind != .statement else { return nil }
      let value = markup.value(of: reference.piece, in: bytes)
      route.follow(value, from: base, in: address)
      // Another site on the same host is outside, too.
      let leaves = route.place == .elsewhere || route.place == .host && pathInSite(route) == nil
      guard leaves, route.form == .absolute else { return nil }
      let place = lines.position(of: Int(reference.piece.start))
      let span = SourceSpan(
        path: displayPath(paths[number]), line: place.line, column: place.column,
        length: Int(reference.piece.end - reference.piece.start))
      let url = String(decoding: URLBytes.cleaned(value), as: UTF8.self)
      return ExternalReference(url: url, span: span, isRewritable: false)
    }
  }
}

extension SiteFolder {
  /// The addresses of all files that lead out of the site, in the order of the files.
  package func externalReferences(at address: SiteAddress, on host: HostingProfile) async -> [ExternalReference] {
    let tree = tree
    let site = site(at: address, on: host)
    return await parallelMap(site.paths.indices.filter(site.isRead), jobs: jobs) { number -> [ExternalReference] in
      guard let bytes = try? tree.read(site.paths[number]) else { return [] }
      return site.externalReferences(in: number, bytes, displayPath: tree.displayPath)
    }.flatMap { $0 }
  }
}

import Bytes
package import Diagnostics
import Files
package import Markup

/// The files of a site as a web server has them.
package struct PublishedSite: Sendable {
  let paths: [String]
  let index: FileIndex
  let address: SiteAddress
  let host: HostingProfile
  private let redirects: RedirectRules

  /// - Parameters:
  ///   - paths: of all files below the root of the site, each once.
  ///   - read: the bytes of a file by its path.
  package init(
    _ paths: [String], at address: SiteAddress, on host: HostingProfile, read: (_ path: String) -> [UInt8]?
  ) {
    self.paths = paths
    self.address = address
    self.host = host
    let hasRedirects = host.readsRedirects && paths.contains(RedirectRules.fileName)
    redirects = RedirectRules(hasRedirects ? read(RedirectRules.fileName) ?? [] : [])
    index = FileIndex(paths, on: host)
  }

  /// How a file is read for references; nil for one that holds none.
  package static func format(of path: String) -> MarkupFacts.Format? {
    switch ContentPath.fileExtension(of: path) {
    case "html", "htm": .html
    case "xhtml", "xht", "svg": .xml
    case "css": .css
    case "xml" where ContentPath.name(of: path).hasPrefix("sitemap"): .sitemap
    default: nil
    }
  }

  func isRead(_ file: Int) -> Bool { PublishedSite.format(of: paths[file]) != nil }

  /// Reads one file, and follows its references as far as that needs no other file.
  ///
  /// - Parameter number: of the file in the list of paths.
  /// - Returns: nil for a file that holds no references.
  package func examine(_ number: Int, _ bytes: [UInt8]) -> FileFacts? {
    guard let format = PublishedSite.format(of: paths[number]) else { return nil }
    let markup = MarkupFacts(of: bytes, as: format)
    var facts = FileFacts(file: number, bytes: bytes, markup: markup, format: format)
    let base = base(of: number, markup, bytes)
    var route = Route()
    for (number, reference) in markup.references.enumerated() {
      route.follow(markup.value(of: reference.piece, in: bytes), from: base, in: address)
      examine(reference, Int32(number), route, &facts)
    }
    return facts
  }

  /// Whether the fragment of a route is the name of a part, in a file whose parts have names.
  private func namesPart(_ route: Route, of file: Int) -> Bool {
    switch PublishedSite.format(of: paths[file]) {
    case .html: true
    // Of a drawing it may also tell the view to show (SVG 2, 16.3).
    case .xml: !(route.fragment ?? []).contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "=") }
    case .css, .sitemap, nil: false
    }
  }

  /// Where the references of a file begin.
  func base(of number: Int, _ markup: MarkupFacts, _ bytes: [UInt8]) -> DocumentBase {
    let own = DocumentBase(path: address.basePath + Array(paths[number].utf8))
    guard let piece = markup.base else { return own }
    var route = Route()
    route.follow(markup.value(of: piece, in: bytes), from: own, in: address)
    return switch route.place {
    case .host: DocumentBase(path: route.path)
    case .elsewhere: DocumentBase(isOnHost: false, path: [])
    case .offWeb: own
    }
  }

  private func examine(
    _ reference: MarkupFacts.Reference, _ number: Int32, _ route: Route, _ facts: inout FileFacts
  ) {
    guard route.place == .host else { return }
    func fail(_ problem: FileFacts.Problem) {
      facts.faults.append(FileFacts.Fault(number: number, problem: problem))
    }
    guard let path = pathInSite(route) else {
      if let problem = problemOutside(route) { fail(problem) }
      return
    }
    let answer = index.answer(path)
    let target: Int
    switch answer {
    case .file(let file): target = file
    case .folder(let index):
      fail(.answer(answer))
      target = index
    default:
      if !redirects.match(path) { fail(.answer(answer)) }
      return
    }
    guard reference.kind != .statement, let fragment = route.fragment.flatMap(Fragment.init),
      namesPart(route, of: target)
    else { return }
    if target != facts.file {
      facts.questions.append(FileFacts.Question(number: number, file: Int32(target), fragment: fragment))
    } else if let anchors = facts.anchors, !fragment.isIn(anchors) {
      fail(.noAnchor(file: target))
    }
  }

  /// The path below the root of the site; nil for one outside of it.
  func pathInSite(_ route: Route) -> ArraySlice<UInt8>? {
    guard !address.basePath.isEmpty else { return route.path[...] }
    guard route.path.starts(with: address.basePath) else { return nil }
    return route.path[address.basePath.count...]
  }

  /// What is wrong with an address on the host but outside of the site; nil for another site on the host.
  private func problemOutside(_ route: Route) -> FileFacts.Problem? {
    switch route.form {
    case .relative, .bare:
      // The folder of the site without its slash.
      if route.path + [UInt8(ascii: "/")] == address.basePath, case .file(let file) = index.answer([]) {
        return .answer(.folder(index: file))
      }
      return .outsideRoot
    case .rooted:
      if case .file = index.answer(route.path[...]), !route.path.isEmpty { return .withoutBasePath }
      return nil
    case .absolute: return nil
    }
  }
}

extension PublishedSite {
  /// Something that is wrong in a file.
  package struct Finding: Sendable {
    /// The number of the file in the list of paths.
    package let file: Int
    /// The address or id that is wrong, as a browser reads it.
    package let value: String
    package let diagnostic: Diagnostic
  }

  /// What in the whole site is wrong, in no particular order.
  ///
  /// - Parameters:
  ///   - facts: of all files that hold references.
  ///   - read: the bytes of a file by its number, which are wanted again where something is wrong.
  package func findings(
    _ facts: [FileFacts], displayPath: @escaping @Sendable (String) -> String, jobs: Int,
    read: @escaping @Sendable (Int) -> [UInt8]?
  ) async -> [Finding] {
    var byFile: [FileFacts?] = Array(repeating: nil, count: paths.count)
    for file in facts { byFile[file.file] = file }
    let faulty = facts.compactMap { file -> FaultyFile? in
      let faults = file.faults + file.questions.compactMap { answer($0, byFile) }
      return faults.isEmpty ? nil : FaultyFile(number: file.file, faults: faults)
    }
    let teller = await FaultTeller(self, faulty, displayPath: displayPath, jobs: jobs, read: read)
    return await parallelMap(faulty, jobs: jobs) { teller.tell($0) }.flatMap { $0 }
  }

  /// The fault of a reference whose fragment the file that it leads to does not have.
  private func answer(_ question: FileFacts.Question, _ files: [FileFacts?]) -> FileFacts.Fault? {
    guard let target = files[Int(question.file)], let anchors = target.anchors, !target.isRedirect,
      !question.fragment.isIn(anchors)
    else { return nil }
    return FileFacts.Fault(number: question.number, problem: .noAnchor(file: target.file))
  }
}

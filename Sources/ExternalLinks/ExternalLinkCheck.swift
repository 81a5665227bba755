import Bytes
package import Diagnostics
package import Files
package import SiteModel

/// The check of everything that a site links to elsewhere: each URL is asked for once, whatever the number of its places.
package struct ExternalLinkCheck: Sendable {
  private let settings: ExternalLinkSettings
  private let policy: AddressPolicy
  private let cachePath: String
  private let isOffline: Bool
  private let environment: @Sendable (String) -> String?
  private let now: Int

  /// - Parameters:
  ///   - cachePath: the file that remembers the answers.
  ///   - isOffline: whether that file alone is asked.
  ///   - now: in seconds since 1970.
  package init(
    _ settings: ExternalLinkSettings, cachePath: String, isOffline: Bool = false, now: Int,
    environment: @escaping @Sendable (_ variable: String) -> String?
  ) {
    self.settings = settings
    policy = AddressPolicy(settings)
    self.cachePath = cachePath
    self.isOffline = isOffline
    self.now = now
    self.environment = environment
  }

  /// What a check cannot go on without.
  package enum Failure: Error {
    case client(ClientFailure)
    case cache(FileError)
    /// The file that should be the cache is something else.
    case noCache
  }

  /// Asks for what the cache does not know, and remembers the answers.
  ///
  /// - Parameter progress: called now and then with the number of addresses that are done, and of all to ask for.
  package func run(
    _ references: [ExternalReference], progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(Failure) -> ExternalLinkReport {
    let links = references.compactMap(link)
    let targets = ExternalLinkCheck.targets(links)
    var cache = try readCache()
    let earlier = cache
    let known = targets.map { remembered($0, in: cache) }
    let open = zip(targets, known).filter { $1 == nil }.map(\.0)
    let found = isOffline ? open.map { _ in Finding(verdict: .unchecked(.offline)) } : try crawl(open, progress)
    for (target, finding) in zip(open, found) { remember(finding, of: target, in: &cache) }
    if !isOffline { try write(cache) }

    var answers = Dictionary(zip(open, found).map { ($0.address, $1) }) { first, _ in first }
    for case (let target, let finding?) in zip(targets, known) { answers[target.address] = finding }
    let teller = LinkTeller(answers: answers, earlier: earlier)
    return ExternalLinkReport(
      diagnostics: teller.tell(links), addresses: targets.count, asked: isOffline ? 0 : open.count)
  }

  /// A reference that can be asked about.
  private func link(_ reference: ExternalReference) -> ExternalLink? {
    guard let address = WebAddress(reference.url), !settings.exclude.match(address.withoutScheme) else { return nil }
    if address.isExample, !policy.isNamed(address) { return nil }
    let fragment = reference.url.firstIndex(of: "#").map { reference.url[$0...].dropFirst() }
    return ExternalLink(reference: reference, address: address, anchor: fragment.flatMap { Anchors.wanted(by: $0) })
  }

  private static func targets(_ links: [ExternalLink]) -> [Target] {
    let anchors = Dictionary(grouping: links) { $0.address }.mapValues { Set($0.compactMap(\.anchor)) }
    return anchors.map { Target(address: $0.key, anchors: $0.value) }.sorted { $0.address.text < $1.address.text }
  }

  private func crawl(_ targets: [Target], _ progress: (Int, Int) -> Void) throws(Failure) -> [Finding] {
    guard !targets.isEmpty else { return [] }
    do {
      var crawl = try Crawl(targets, settings: settings, headers: headers, authorities: environment("SSL_CERT_FILE"))
      return crawl.run { progress($0, targets.count) }
    } catch {
      throw .client(error)
    }
  }

  /// Lines of the header by host; a variable that is not set gives none, as in a build of somebody else's fork.
  private var headers: [String: [String]] {
    let lines = settings.hosts.map { host in
      (host.name, host.headers.compactMap { header in environment(header.variable).map { "\(header.field): \($0)" } })
    }
    return Dictionary(lines) { $0 + $1 }
  }

  // MARK: - The cache

  private func readCache() throws(Failure) -> LinkCache {
    do {
      guard var cache = try LinkCache.read(cachePath) else { throw Failure.noCache }
      let (good, broken) = (settings.keepGood.components.seconds, settings.keepBroken.components.seconds)
      cache.drop(goodBefore: now - Int(good), brokenBefore: now - Int(broken))
      return cache
    } catch let error as FileError {
      throw .cache(error)
    } catch {
      throw .noCache
    }
  }

  private func write(_ cache: LinkCache) throws(Failure) {
    do { try cache.write(to: cachePath) } catch { throw .cache(error) }
  }

  /// What need not be asked again; without the web, all that is known.
  private func remembered(_ target: Target, in cache: LinkCache) -> Finding? {
    guard let entry = cache.entry(target.address.text) else { return nil }
    if case .broken = entry.verdict { return isOffline ? Finding(verdict: entry.verdict) : nil }
    let anchors = target.anchors.map { ($0, cache.entry(target.address.text + "#" + $0)?.verdict) }
    let missing = anchors.filter { $0.1 != .good }
    if isOffline { return Finding(verdict: entry.verdict, missing: Set(missing.filter { $0.1 != nil }.map(\.0))) }
    return missing.isEmpty ? Finding(verdict: entry.verdict) : nil
  }

  private func remember(_ finding: Finding, of target: Target, in cache: inout LinkCache) {
    let url = target.address.text
    cache.record(finding.verdict, of: url, at: now)
    switch finding.verdict {
    case .good, .moved:
      for anchor in target.anchors {
        let verdict = finding.missing.contains(anchor) ? Verdict.broken("has no such anchor") : .good
        cache.record(verdict, of: url + "#" + anchor, at: now)
      }
    default: break
    }
  }
}

/// A place, and what it asks for.
struct ExternalLink: Sendable {
  let reference: ExternalReference
  let address: WebAddress
  /// What is to be looked for in the page.
  let anchor: String?
}

/// What came of a check.
package struct ExternalLinkReport: Sendable {
  /// In no order.
  package let diagnostics: [Diagnostic]
  /// How many addresses there are.
  package let addresses: Int
  /// For how many of them the web was asked.
  package let asked: Int
}

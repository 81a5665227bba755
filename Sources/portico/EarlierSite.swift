import ArgumentParser
import Checks
import Diagnostics
import Files
import FoundationEssentials
import Pipeline
import SiteModel

/// What a site was before, as far as it is known.
struct EarlierSite {
  /// What it answered.
  let addresses: PublicAddresses
  /// What was found in it; empty where only its addresses are known.
  var findings: [Diagnostic] = []
  /// What it linked to elsewhere; empty where only its addresses are known.
  var externalReferences: [ExternalReference] = []

  /// Those that the site did not have in the same file.
  func new(in references: [ExternalReference]) -> [ExternalReference] {
    let known = Set(externalReferences.map { [$0.span.path, $0.url] })
    return references.filter { !known.contains([$0.span.path, $0.url]) }
  }

  /// - Parameters:
  ///   - name: a revision, a folder or a file, as the user wrote it.
  ///   - options: of the site as it is now.
  static func find(_ name: String, besides options: SiteOptions) async throws -> EarlierSite {
    let inFolder = name + "/" + PublicAddresses.file.path
    if SystemFile.status(inFolder)?.kind == .file { return EarlierSite(addresses: try read(inFolder)) }
    if SystemFile.status(name)?.kind == .file { return EarlierSite(addresses: try read(name)) }
    let revision = try EarlierRevision(name, besides: options)
    defer { revision.remove() }
    return try await revision.visit { options in
      let session = try Session(options)
      let result = await session.build(
        in: SiteRepository(content: options.content, checkout: revision.folder))
      let inOutput = await session.outputFindings(of: result)
      let findings = session.findings(of: result, and: inOutput)
      return EarlierSite(
        addresses: PublicAddresses(of: result.site), findings: findings.map(revision.asNamedNow),
        externalReferences: result.site.externalReferences.map(revision.asNamedNow))
    }
  }

  private struct Manifest: Decodable {
    let urls: [String: [String]]
  }

  private static func read(_ path: String) throws -> PublicAddresses {
    do {
      let bytes = try SystemFile.read(path)
      return PublicAddresses(anchors: try JSONDecoder().decode(Manifest.self, from: Data(bytes)).urls)
    } catch let error as FileError {
      throw ValidationError("--against: cannot read '\(path)': \(error.reason).")
    } catch {
      throw ValidationError("--against: '\(path)' is no \(PublicAddresses.file.path) of a site.")
    }
  }
}

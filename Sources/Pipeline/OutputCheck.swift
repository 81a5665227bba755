import Bytes
package import Diagnostics
import Files
package import PublishedSite
import SiteModel

/// The files that a build makes, read as a browser and a web server read them.
///
/// What the content shows to be wrong is told of the content; this finds what themes, raw HTML and copied files add.
package struct OutputCheck: Sendable {
  private let result: BuildResult
  private let site: PublishedSite
  private let displayPath: @Sendable (String) -> String

  /// - Parameter folder: what reports call the folder of the output.
  package init(_ result: BuildResult, in folder: String) {
    self.result = result
    let settings = result.site.settings
    site = PublishedSite(
      result.outputs.map(\.path), at: SiteAddress(baseURL: settings.baseURL), on: settings.hosting
    ) { path in result.outputs.first { $0.path == path }.flatMap { try? result.render($0) } }
    displayPath = { folder + "/" + $0 }
  }

  /// Reads what was made of an output, by its number; nil for a file that holds no references.
  ///
  /// The document of a section repeats what is on the pages of the section.
  package func examine(_ number: Int, _ bytes: [UInt8]) -> FileFacts? {
    if case .section = result.outputs[number].content { nil } else { site.examine(number, bytes) }
  }

  /// Makes every output without writing it, and finds what is wrong.
  package func findings(jobs: Int) async -> [Diagnostic] {
    let result = result
    let facts = await parallelMap(Array(result.outputs.indices), jobs: jobs) { number -> FileFacts? in
      guard PublishedSite.format(of: result.outputs[number].path) != nil else { return nil }
      return (try? result.render(result.outputs[number])).flatMap { examine(number, $0) }
    }
    return await findings(facts.compactMap(\.self), jobs: jobs)
  }

  /// What is wrong with the outputs that facts were gathered of, at its source where that is known.
  package func findings(_ facts: [FileFacts], jobs: Int) async -> [Diagnostic] {
    let result = result
    let found = await site.findings(facts, displayPath: displayPath, jobs: jobs) {
      try? result.render(result.outputs[$0])
    }
    let told = Set(result.site.links.failures.map { PercentEncoding.decode($0.destination) })
    let unknown = found.filter { !told.contains(PercentEncoding.decode($0.value)) }
    return Dictionary(grouping: unknown, by: \.file).sorted { $0.key < $1.key }.flatMap { number, findings in
      atSource(findings, of: result.outputs[number])
    }
  }

  private func atSource(_ findings: [PublishedSite.Finding], of output: Output) -> [Diagnostic] {
    switch output.content {
    case .page(let index): atSource(findings, of: result.site.pages[index])
    case .redirect: findings.map { $0.diagnostic.inOutput(OutputCheck.layout("redirect")) }
    case .file(let path):
      findings.map { finding in
        finding.diagnostic.moved(to: finding.diagnostic.span?.moved(to: result.content.displayPath(path)))
      }
    case .bytes: findings.map { $0.diagnostic.inOutput("The file is one of the theme's.") }
    case .section, .planned, .markdown, .card: findings.map { $0.diagnostic.inOutput() }
    }
  }

  /// Of several places with the same address, the first in the page is the first in the source.
  private func atSource(_ findings: [PublishedSite.Finding], of page: Page) -> [Diagnostic] {
    let document = page.document
    let places = document.flatMap { try? result.content.read($0.path) }.map { WrittenPlaces(of: $0) }
    var seen: [String: Int] = [:]
    return findings.map { finding in
      let isID = finding.diagnostic.rule == .repeatedID
      let spans = places?.places(of: finding.value, isID: isID, in: document?.displayPath ?? "") ?? []
      guard let last = spans.last else { return finding.diagnostic.inOutput(OutputCheck.layout(page.layout)) }
      // Of an id that is there twice, the second is at fault.
      let number = seen[finding.value, default: isID ? 1 : 0]
      seen[finding.value] = number + 1
      return finding.diagnostic.moved(to: number < spans.count ? spans[number] : last)
    }
  }

  private static func layout(_ name: String) -> String { "The layout '\(name)' of the theme writes it." }
}

extension Diagnostic {
  /// The same finding at another place.
  fileprivate func moved(to place: SourceSpan?) -> Diagnostic {
    var finding = self
    finding.span = place
    return finding
  }

  /// The same finding of an output, which may not be on disk yet.
  fileprivate func inOutput(_ facts: String...) -> Diagnostic {
    var finding = self
    finding.notes += facts
    finding.hidesSource = true
    return finding
  }
}

import Bytes
import Checks
package import Diagnostics
package import Diagrams
package import Files
import ForeignSites
import Markdown
package import Pipeline
import Platform
package import Portal
import Reports
import SiteModel
package import SocialCards
import Templates
import YAML

/// A small site written as one text: each file under a line `-- path --`.
///
/// Files below `theme/` override those of the default theme, which stands in full under `themes/` of the repository.
package struct TestSite {
  package private(set) var files: [String: [UInt8]] = [:]

  package init(_ text: String) {
    var path: String?
    var lines: [Substring] = []
    func finish() {
      if let path { files[path] = Array(lines.map { $0 + "\n" }.joined().utf8) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("-- "), line.hasSuffix(" --") {
        finish()
        path = String(line.dropFirst(3).dropLast(3))
      } else {
        lines.append(line)
      }
    }
    finish()
  }

  /// A site of other files with this one's text as their default.
  package mutating func set(_ path: String, _ bytes: [UInt8]?) { files[path] = bytes }

  /// Builds the site with the domain and all checks, as the program does, for 30 June 2026 unless told otherwise.
  ///
  /// - Parameters:
  ///   - promises: whether it is held to its promises, which few sites of tests keep.
  ///   - painter: draws the pictures of pages.
  package func build(
    asOf: String = "2026-06-30", jobs: Int = 1, drafts: Bool = false, baseURL: String? = nil,
    earlier: EarlierContent? = nil, themes: ThemeLocator = TestSite.themes, promises: Bool = false,
    painter: CardPainter? = nil
  ) async -> BuiltSite {
    await TestSite.build(
      FileTree(name: "content", files: files), asOf: asOf, jobs: jobs, drafts: drafts, baseURL: baseURL,
      earlier: earlier, themes: themes, promises: promises, painter: painter)
  }

  /// Builds a folder of content in the same way.
  package static func build(
    _ content: FileTree, asOf: String = "2026-06-30", jobs: Int = 1, drafts: Bool = false, baseURL: String? = nil,
    earlier: EarlierContent? = nil, themes: ThemeLocator = TestSite.themes, promises: Bool = false,
    painter: CardPainter? = nil
  ) async -> BuiltSite {
    var options = BuildOptions(
      content: content, themes: themes, asOf: CalendarDate(asOf) ?? CalendarDate(daysSinceEpoch: 0), jobs: jobs)
    options.includesDrafts = drafts
    options.baseURL = baseURL
    options.drawer = TestSite.diagrams.drawer
    if let painter { options.openCardPainter = { painter } }
    let build = Build(
      options,
      pageSources: [
        DomainPages(
          earlier: earlier, drawer: options.drawer, checks: { promises ? SiteChecks.ofCatalogue($0, $1, $2) : [] })
      ],
      checks: SiteChecks.all { _ in nil }.filter { promises || !type(of: $0).rules.contains { $0.group == .promises } },
      knownRules: TestSite.rules)
    return BuiltSite(result: await build.run(), content: content)
  }

  /// Draws with what `make test` sets up.
  package static let diagrams = DiagramRenderer(mermanPaths: [repository + "/.build/lib/portico/libmerman_uniffi.so"])

  /// Whether the libraries that draw diagrams are there, without which some tests cannot be run.
  package static let drawsDiagrams = [("mermaid", "flowchart LR\n a"), ("dot", "graph { a }")].allSatisfy {
    if case .success = diagrams.drawer.draw($0.0, $0.1) { true } else { false }
  }

  private static let rules =
    Rule.files + Rule.yaml + Rule.markdown + Rule.templates + Rule.siteModel + Rule.foreignSites
    + Rule.platform + Rule.checks + Rule.pipeline

  /// The text read as a folder of themes instead of a site: `-- plain/layouts/page.mustache --`.
  package var asThemes: ThemeLocator {
    let tree = FileTree(name: "themes", files: files)
    let names = Set(files.keys.compactMap { $0.split(separator: "/").first.map(String.init) })
    return ThemeLocator(names: names.sorted()) { names.contains($0) ? tree.folder($0) : nil }
  }

  /// The themes of the repository.
  package static let themes = ThemeLocator(names: ["portico"]) { name in
    let folder = TestSite.repository + "/themes/" + name
    return SystemFile.status(folder)?.kind == .folder ? FileTree(folder: folder) : nil
  }

  /// The root of the repository.
  package static let repository = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}

/// What a test may ask of a built site.
package struct BuiltSite {
  package let result: BuildResult
  let content: FileTree

  /// Paths of all outputs but the theme's assets, the search, sections on one page and those for programs.
  package var paths: [String] {
    result.outputs.map(\.path).filter {
      !$0.hasPrefix("assets/") && ContentPath.name(of: $0) != "print.html" && !BuiltSite.isForPrograms($0)
    }
  }

  /// Whether an output is one that every site has, and more of it as it says more.
  package static func isForPrograms(_ path: String) -> Bool {
    path.hasPrefix("api/") || path.hasPrefix("badges/") || path == "llms.txt" || path.hasSuffix(".md")
      || path.hasPrefix("search.")
  }

  /// An output as text; nil if there is none.
  package func text(_ path: String) -> String? {
    guard let output = result.outputs.first(where: { $0.path == path }), let bytes = try? result.render(output) else {
      return nil
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What stands between `<main …>` and `</main>` of a page.
  package func main(_ path: String) -> String? {
    guard let text = text(path), let open = text.firstRange(of: "<main"), let close = text.firstRange(of: "</main>"),
      let start = text[open.upperBound...].firstIndex(of: ">")
    else { return nil }
    return String(text[text.index(after: start)..<close.lowerBound])
  }

  package var diagnostics: [Diagnostic] { result.diagnostics }

  /// The ids of the rules that found something, in report order.
  package var rules: [String] { diagnostics.map(\.rule.id) }

  /// The findings as `path:line:column: severity: message [rule]`.
  package var findings: [String] {
    diagnostics.map { finding in
      let place = finding.span.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
      return "\(place)\(finding.severity.rawValue): \(finding.message) [\(finding.rule.id)]"
    }
  }

  /// The report as a person would read it.
  package var report: String {
    TextReporter(colour: false).report(diagnostics) { path in
      let folder = content.name + "/"
      return path.hasPrefix(folder) ? try? content.read(String(path.dropFirst(folder.count))) : nil
    }.text
  }
}

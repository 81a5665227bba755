import Bytes
package import Diagnostics
import Markdown
package import SiteModel
import YAML

extension Rule {
  package static let coversChanged = Rule(
    "covers-changed", .warning, in: .promises, "Files that a page describes changed, and the page did not.",
    rationale: "What a page says of a program is right until the program changes, and nobody thinks of the page then.",
    remedy: """
      Read the page and correct what is no longer so. If all of it still holds, write the day of that into 'reviewed'.
      """)

  package static let coversNothing = Rule(
    "covers-nothing", .warning, in: .promises, "A page describes files that the repository does not have.",
    rationale: "The files were moved or deleted. Whatever they are now, the page is not reported when they change.",
    remedy: "Write the path of the files from the root of the repository, with wildcards as in a '.gitignore'.",
    bad: "---\ncovers: src/deplyo/**\n---", good: "---\ncovers: src/deploy/**\n---")
}

/// What is known of the repository that a site lies in; all paths are from its root.
package struct CoveredRepository: Sendable {
  let changed: RepositoryPaths?
  let files: RepositoryPaths?
  let path: @Sendable (_ displayPath: String) -> String?

  /// - Parameters:
  ///   - changed: the files that changed, those that were deleted among them; nil where nobody asked.
  ///   - files: all files; nil where it is not certain what belongs to the repository.
  ///   - path: the path of a file by the name that reports give it; nil for one outside of the repository.
  package init(
    changed: RepositoryPaths?, files: RepositoryPaths?, path: @escaping @Sendable (_ displayPath: String) -> String?
  ) {
    self.changed = changed
    self.files = files
    self.path = path
  }
}

/// Pages that say which files they describe, and did not change when these did, or name none that there are.
package struct CoveredFiles: SiteCheck {
  package static let rules: [Rule] = [.coversChanged, .coversNothing]

  private let repository: @Sendable (Site) -> CoveredRepository?

  /// - Parameter repository: asked if a page describes files; nil where there is none.
  package init(_ repository: @escaping @Sendable (Site) -> CoveredRepository?) { self.repository = repository }

  package func check(_ site: Site) -> [Diagnostic] {
    let pages = site.pages.compactMap(\.document).filter { !$0.frontMatter.covers.isEmpty }
    guard !pages.isEmpty, let repository = repository(site) else { return [] }
    var known: [String: Bool] = [:]
    return pages.flatMap { page in
      let missing = page.frontMatter.covers.filter { covered in
        guard let files = repository.files, !covered.value.hasPrefix("!") else { return false }
        let isThere = known[covered.value] ?? files.files(covered.pattern).contains { _ in true }
        known[covered.value] = isThere
        return !isThere
      }
      return missing.map { nothing($0, among: repository.files) }
        + [changed(page, besides: missing.map(\.value), in: repository)].compactMap { $0 }
    }
  }

  private func nothing(_ covered: Located<String>, among files: RepositoryPaths?) -> Diagnostic {
    Diagnostic(
      .coversNothing, "no file of the repository is \(covered.value.quoted)", at: covered.span,
      help: files?.nearest(to: covered.value).map { "Did you mean '\($0)'?" }
        ?? "Write a path or a pattern from the root of the repository, such as 'src/deploy/**'.")
  }

  /// A file that the page includes changes the page by itself.
  private func changed(
    _ page: Document, besides missing: [String], in repository: CoveredRepository
  ) -> Diagnostic? {
    guard let changes = repository.changed, let own = repository.path(page.displayPath), !changes.contains(own) else {
      return nil
    }
    let all = PathPatterns(page.frontMatter.covers.map(\.pattern))
    let included = Set(page.article.inclusions.compactMap { repository.path($0.path) })
    var place: SourceSpan?
    var files: Set<String> = []
    for covered in page.frontMatter.covers where !covered.value.hasPrefix("!") && !missing.contains(covered.value) {
      let found = changes.files(covered.pattern).filter { all.match($0) && !included.contains($0) }
      if place == nil, !found.isEmpty { place = covered.span }
      files.formUnion(found)
    }
    guard let place else { return nil }
    return Diagnostic(
      .coversChanged, "\(files.sorted().words), which the page covers, changed, and the page did not", at: place,
      help: "Correct what is no longer so; if all of it still holds, write today's date into 'reviewed'.",
      notes: files.count > 3 ? ["They are \(files.sorted().map(\.quoted).joined(separator: ", "))."] : [])
  }
}

extension Located<String> {
  /// Git knows no `./`, which people write.
  fileprivate var pattern: String { value.hasPrefix("./") ? String(value.dropFirst()) : value }
}

extension [String] {
  /// `'a', 'b' and 'c'`; of more than three the first two, and how many there are besides.
  fileprivate var words: String {
    let names = count > 3 ? prefix(2).map(\.quoted) + ["\(count - 2) more"] : map(\.quoted)
    return names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }
}

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
  let read: @Sendable (_ path: String) -> [UInt8]?

  /// - Parameters:
  ///   - changed: the files that changed, those that were deleted among them; nil where nobody asked.
  ///   - files: all files; nil where it is not certain what belongs to the repository.
  ///   - read: the bytes of a file.
  ///   - path: the path of a file by the name that reports give it; nil for one outside of the repository.
  package init(
    changed: RepositoryPaths?, files: RepositoryPaths?, read: @escaping @Sendable (_ path: String) -> [UInt8]?,
    path: @escaping @Sendable (_ displayPath: String) -> String?
  ) {
    self.changed = changed
    self.files = files
    self.path = path
    self.read = read
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
    var answers = CoverAnswers(repository)
    return pages.flatMap { page in
      let covered = page.frontMatter.covers.filter { !$0.value.hasPrefix("!") }.map { ($0, answers[$0.pattern]) }
      return covered.compactMap { nothing($0, $1) } + [changed(page, covered, in: repository)].compactMap { $0 }
    }
  }

  private func nothing(_ covered: Located<String>, _ answer: CoverAnswers.Answer) -> Diagnostic? {
    guard answer.isMissing else { return nil }
    return Diagnostic(
      .coversNothing, "no file of the repository is \(covered.value.quoted)", at: covered.span,
      help: DidYouMean.help(answer.nearest.map { [$0] } ?? [])
        ?? "Write a path or a pattern from the root of the repository, such as 'src/deploy/**'.")
  }

  /// A file that the page includes changes the page by itself.
  private func changed(
    _ page: Document, _ covered: [(entry: Located<String>, answer: CoverAnswers.Answer)],
    in repository: CoveredRepository
  ) -> Diagnostic? {
    let found = covered.filter { !$0.answer.isMissing && !$0.answer.changed.isEmpty }
    guard !found.isEmpty, let own = repository.path(page.displayPath), repository.changed?.contains(own) == false else {
      return nil
    }
    let all = PathPatterns(page.frontMatter.covers.map(\.pattern))
    let included = Set(page.article.inclusions.compactMap { repository.path($0.path) })
    let isMeant = { (file: String) in all.match(file) && !included.contains(file) }
    guard let first = found.first(where: { $0.answer.changed.contains(where: isMeant) }) else { return nil }
    let files = Set(found.flatMap(\.answer.changed).filter(isMeant)).sorted()
    return Diagnostic(
      .coversChanged, "\(files.words), which the page covers, changed, and the page did not", at: first.entry.span,
      help: "Correct what is no longer so; if all of it still holds, write today's date into 'reviewed'.",
      notes: files.count > 3 ? ["They are \(files.map(\.quoted).joined(separator: ", "))."] : [])
  }
}

/// What a repository has for the patterns of pages, each found out once.
private struct CoverAnswers {
  struct Answer {
    /// Whether it is certain that no file matches.
    let isMissing: Bool
    /// Where none does, a path that was probably meant.
    let nearest: String?
    let changed: [String]
  }

  private let repository: CoveredRepository
  private var answers: [String: Answer] = [:]
  // A did-you-mean looks through all files: where many patterns are wrong, the first ones are help enough.
  private var helpsLeft = 50

  init(_ repository: CoveredRepository) { self.repository = repository }

  subscript(pattern: String) -> Answer {
    mutating get {
      if let known = answers[pattern] { return known }
      let isMissing = repository.files.map { !$0.files(pattern).contains { _ in true } } ?? false
      if isMissing { helpsLeft -= 1 }
      let answer = Answer(
        isMissing: isMissing, nearest: isMissing && helpsLeft >= 0 ? repository.files?.nearest(to: pattern) : nil,
        changed: repository.changed.map { Array($0.files(pattern)) } ?? [])
      answers[pattern] = answer
      return answer
    }
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
    return names.joined(before: "and")
  }
}

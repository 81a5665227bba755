import Diagnostics

/// Counts what a page holds of languages that Portico does not run, for one finding of each.
struct ForeignSyntax {
  private struct Found {
    var count = 0
    var text = ""
    var span: SourceSpan?
  }

  private var found = Array(repeating: Found(), count: ForeignConstruct.Language.allCases.count)
  /// The names of elements that the page closes; nil until somebody asks.
  private var closedNames: Set<String>?
  /// How many constructs were left out so far.
  var leftOut = 0
  /// What in quotes has the name of a Markdown file.
  private(set) var files: Set<String> = []

  func has(_ language: ForeignConstruct.Language) -> Bool { found[language.rawValue].count > 0 }

  /// - Parameter span: of the first of its language.
  mutating func count(_ language: ForeignConstruct.Language, _ text: ByteView, at span: SourceSpan?) {
    found[language.rawValue].count += 1
    if language != .placeholder { addFiles(in: text) }
    guard let span, found[language.rawValue].span == nil else { return }
    found[language.rawValue].text =
      text.cut(to: 60).text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    found[language.rawValue].span = span
  }

  private mutating func addFiles(in text: ByteView) {
    for quoted in text.text.split(whereSeparator: { $0 == "\"" || $0 == "'" }).dropFirst()
    where quoted.hasSuffix(".md") || quoted.hasSuffix(".mdx") {
      files.insert(String(quoted))
    }
  }

  /// Whether the page has a tag `</name>` somewhere.
  mutating func closes(_ name: ByteView, in source: ByteView) -> Bool {
    if let closedNames { return closedNames.contains(name.text) }
    var names: Set<String> = []
    for index in 0..<source.count where source[index] == UInt8(ascii: "<") && source.has("/", at: index + 1) {
      names.insert(source[index + 2..<source.count].prefix { !isSpace($0) && !"<>".utf8.contains($0) }.text)
    }
    closedNames = names
    return names.contains(name.text)
  }

  /// A finding for each construct that was met.
  var findings: [Diagnostic] {
    ForeignConstruct.Language.allCases.compactMap { language in
      let found = found[language.rawValue]
      guard let span = found.span else { return nil }
      let others = found.count == 1 ? "" : ", and \(found.count - 1) more on this page"
      return Diagnostic(
        .foreignSyntax, "\(found.text.quoted) is \(language.name)\(others)", at: span, help: language.help)
    }
  }
}

extension ForeignConstruct.Language {
  fileprivate var name: String {
    switch self {
    case .tag: "a tag of Liquid or Jinja, which is not run"
    case .expression: "an expression of a template language, which is not run"
    case .shortcode: "a shortcode of Hugo, which is not run"
    case .embeddedRuby: "Embedded Ruby, which is not run"
    case .macro: "a macro, which is not run"
    case .component: "a component of JSX, which is not run"
    case .module: "a line of a script in MDX, which is not run"
    case .placeholder: "no element of HTML; it is shown as it was written"
    }
  }

  fileprivate var help: String {
    switch self {
    case .tag: "What stands between tags is shown. Write what is meant, or ':::include file' for an include."
    case .expression: "Write the text, or a variable of the site; put what is meant as text into backticks."
    case .shortcode: "Write the Markdown that it stands for."
    case .embeddedRuby, .macro: "Write the text that it stands for."
    case .component:
      "Its text is shown without it. Write tabs, cards, steps or notes as Markdown: see Blocks in the handbook."
    case .module: "Remove it."
    case .placeholder: "Put it into backticks, or write '&lt;' for its first character."
    }
  }
}

import Bytes
package import Diagnostics
package import Markdown
import YAML

/// A Markdown file, parsed once: its settings and its text.
package struct Document: Sendable {
  /// Path below the content folder.
  package let path: String
  /// Path as reports name it.
  package let displayPath: String
  package private(set) var frontMatter: FrontMatter
  package let article: Article
  /// The comments by which findings are left out, in the front matter and the text.
  package let ignores: [IgnoreComment]

  /// Parses the bytes of a Markdown file.
  ///
  /// - Parameter kinds: the kinds of pages whose front matter has keys of its own.
  package static func parse(
    _ bytes: [UInt8], path: String, displayPath: String, kinds: [String] = [], options: MarkdownOptions
  ) -> Outcome<Document> {
    let bounds = FrontMatterBounds(bytes)
    var diagnostics: [Diagnostic] = []
    if bounds.isUnclosed {
      diagnostics.append(
        Diagnostic(
          .frontMatterUnclosed, "the front matter that begins here never ends",
          at: SourceSpan(path: displayPath, line: 1, column: 1, length: 3),
          help: "Write a line '---' behind its last key."))
    }
    var matter = FrontMatter()
    var ignores: [IgnoreComment] = []
    if let yaml = bounds.yaml {
      let bytes = Array(bytes[yaml])
      let parsed = YAMLParser.parse(bytes, path: displayPath, firstLine: 2)
      ignores = YAMLParser.ignoreComments(in: bytes, path: displayPath, firstLine: 2)
      diagnostics += parsed.diagnostics
      if let root = parsed.value.first {
        let read = FrontMatter.read(root, kinds: kinds)
        matter = read.value
        diagnostics += read.diagnostics
      }
    }
    let rendered = MarkdownRenderer.render(
      bytes[bounds.body...], path: displayPath, firstLine: bounds.bodyLine, options: options)
    let document = Document(
      path: path, displayPath: displayPath, frontMatter: matter, article: rendered.value,
      ignores: ignores + rendered.value.ignores)
    return Outcome(document, diagnostics + rendered.diagnostics)
  }

  /// The same page as a draft.
  package var asDraft: Document {
    var draft = self
    draft.frontMatter.isDraft = true
    return draft
  }

  /// The bytes of a Markdown file without its front matter.
  package static func text(of bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[FrontMatterBounds(bytes).body...].drop { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  }

  /// The front matter's title, else the first level-one heading, else the file's name made readable.
  package var title: String {
    frontMatter.title ?? article.headings.first { $0.level == 1 && !$0.text.isEmpty }?.text
      ?? Document.readableName(
        isIndex ? ContentPath.name(of: ContentPath.folder(of: path)) : ContentPath.pageName(of: path))
  }

  /// The plain text between the headings, each part with the heading above it.
  package var textByHeading: [(heading: String?, text: String)] {
    article.sections.map { section in (section.heading.map { article.headings[$0].text }, section.text) }
  }

  /// Whether this is the page of its folder by name; a `README.md` beside an `index.md` is not, which the model decides.
  var isIndex: Bool { Document.isIndex(ContentPath.pageName(of: path)) }

  /// Whether a page of this name is that of its folder.
  static func isIndex(_ name: String) -> Bool { ["index", "readme"].contains(name.lowercased()) }

  /// Where the page stands in the addresses of the site: its folder and name, without an extension; empty for the home page.
  ///
  /// - Parameter isIndex: whether the page is that of its folder.
  func place(isIndex: Bool, names: FileNames) -> String {
    let folder = names.address(of: ContentPath.folder(of: path))
    if let slug = frontMatter.slug, let place = ContentPath.resolve(slug, from: slug.hasPrefix("/") ? "" : folder) {
      return place
    }
    if isIndex { return folder }
    let id = names == .numbered ? frontMatter.id : nil
    return ContentPath.join(folder, id ?? names.split(ContentPath.pageName(of: path)).name)
  }

  /// `getting-started` as `Getting started`; empty as `Home`.
  package static func readableName(_ name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    guard let first = words.first else { return "Home" }
    return first.uppercased() + words.dropFirst()
  }

  /// The text of a Markdown file behind its front matter, and the line of the file that it begins on.
  package static func body(of bytes: [UInt8]) -> (text: ArraySlice<UInt8>, firstLine: Int) {
    let bounds = FrontMatterBounds(bytes)
    return (bytes[bounds.body...], bounds.bodyLine)
  }
}

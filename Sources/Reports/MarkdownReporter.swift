package import Bytes
package import Diagnostics

/// Findings as a summary in Markdown, for a comment on a pull request or the summary of a job: how many there are, in which
/// files, the first of them, and the rest behind a click.
///
/// It is never longer than a comment on GitHub may be, 65,536 characters.
package struct MarkdownReporter: Reporter {
  private let limits = (bytes: 60_000, files: 20, open: 5)

  package init() {}

  package func report(_ diagnostics: [Diagnostic], source: SourceLookup) -> ByteBuffer {
    var buffer = ByteBuffer()
    buffer.append("## Portico: \(Count(diagnostics).text)\n")
    guard !diagnostics.isEmpty else { return buffer }
    writeTable(of: diagnostics, to: &buffer)
    let shown = texts(
      of: diagnostics.filter { $0.severity == .error } + diagnostics.filter { $0.severity != .error }, source)
    buffer.append("\n" + MarkdownFence.enclose(shown.prefix(limits.open).joined()))
    let rest = shown.dropFirst(limits.open)
    if !rest.isEmpty {
      let isAll = shown.count == diagnostics.count
      let title = isAll ? "The other \(rest.count)" : "\(rest.count) more of \(diagnostics.count)"
      buffer.append("\n<details>\n<summary>\(title)</summary>\n\n\(MarkdownFence.enclose(rest.joined()))\n</details>\n")
    }
    return buffer
  }

  /// The files with the most errors first, since a long table hides what is below it.
  private func writeTable(of diagnostics: [Diagnostic], to buffer: inout ByteBuffer) {
    let files = diagnostics.byFile.map { (path: $0.path, count: Count($0.findings)) }.sorted {
      ($1.count.errors, $1.count.warnings, $0.path) < ($0.count.errors, $0.count.warnings, $1.path)
    }
    buffer.append("\n| File | Errors | Warnings |\n|---|--:|--:|\n")
    for file in files.prefix(limits.files) {
      let path = file.path.count > 120 ? "…" + file.path.suffix(120) : file.path
      buffer.append("| \(MarkdownFence.code(path)) | \(file.count.errors) | \(file.count.warnings) |\n")
    }
    let others = files.dropFirst(limits.files)
    guard !others.isEmpty else { return }
    let rest = others.reduce(into: Count()) { $0.add($1.count) }
    buffer.append("| \(others.count) more | \(rest.errors) | \(rest.warnings) |\n")
  }

  /// The findings as text, as many as there is room for.
  private func texts(of diagnostics: [Diagnostic], _ source: SourceLookup) -> [String] {
    withoutActuallyEscaping(source) { source in
      var excerpts = SourceExcerpts(source)
      var room = limits.bytes
      var texts: [String] = []
      for finding in diagnostics {
        var text = ByteBuffer()
        TextReporter(colour: false).write(finding, &excerpts, to: &text)
        room -= text.count
        guard room > 0 else { break }
        texts.append(text.text)
      }
      return texts
    }
  }
}

/// How many findings there are of each severity.
private struct Count {
  private(set) var errors = 0
  private(set) var warnings = 0

  init(_ findings: some Sequence<Diagnostic> = []) {
    for finding in findings {
      if finding.severity == .error { errors += 1 } else { warnings += 1 }
    }
  }

  mutating func add(_ other: Count) {
    errors += other.errors
    warnings += other.warnings
  }

  /// `2 errors, 1 warning`.
  var text: String {
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    return parts.isEmpty ? "no findings" : parts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}

/// Text in Markdown in which nothing is markup, and nobody is mentioned.
enum MarkdownFence {
  /// A block of code.
  static func enclose(_ text: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(in: text) + 1))
    return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  /// Code in a cell of a table.
  static func code(_ text: String) -> String {
    let ticks = String(repeating: "`", count: longestRun(in: text) + 1)
    let pad = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return ticks + pad + line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + pad
      + ticks
  }

  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

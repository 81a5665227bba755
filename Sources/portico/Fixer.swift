import Bytes
import Diagnostics
import Files

/// Makes the edits that findings carry in the files of the content.
struct Fixer {
  /// The edits of one file.
  struct Edit {
    /// As reports name it.
    let path: String
    /// On disk, without symbolic links.
    let file: String
    let edits: TextEdits
  }

  let content: FileTree

  /// What can be mended of some findings, in the order of the paths.
  ///
  /// Nothing in a file that lies outside of the content or behind a symbolic link, nor in one that no report may show.
  func edits(for findings: [Diagnostic]) -> [Edit] {
    let fixes = findings.filter { !$0.hidesSource }.compactMap(\.fix)
    return Dictionary(grouping: fixes, by: \.span.path).sorted { $0.key < $1.key }.compactMap { path, fixes in
      guard let file = file(path), let bytes = try? SystemFile.read(file) else { return nil }
      let edits = TextEdits(fixes, in: bytes)
      return edits.made.isEmpty ? nil : Edit(path: path, file: file, edits: edits)
    }
  }

  /// Writes the edits; those of a file that changed meanwhile are left out.
  ///
  /// - Returns: the edits that were written.
  func write(_ edits: [Edit]) throws(FileError) -> [Edit] {
    var written: [Edit] = []
    for edit in edits
    where try SystemFile.replace(edit.file, holding: edit.edits.original, with: edit.edits.edited) {
      written.append(edit)
    }
    return written
  }

  /// The edits as a diff.
  func diff(of edits: [Edit]) -> ByteBuffer {
    edits.reduce(into: ByteBuffer()) { $0.append($1.edits.unifiedDiff(of: $1.path).bytes) }
  }

  private func file(_ path: String) -> String? {
    guard let inside = content.path(displayed: path), let file = content.diskPath(inside),
      let root = SystemFile.realPath(String(file.dropLast(inside.count + 1))), let real = SystemFile.realPath(file)
    else { return nil }
    return real == ContentPath.join(root, inside) ? real : nil
  }
}

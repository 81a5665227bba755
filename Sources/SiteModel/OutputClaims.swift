import Bytes
import Diagnostics

/// Who publishes which file of the output, and what would overwrite one another.
struct OutputClaims {
  private struct Owner {
    let name: String
    let output: String
    let span: SourceSpan?
  }

  /// By the output in lower case, since hosts and file systems differ in whether letter case counts.
  private var owners: [String: Owner] = [:]

  /// Claims the outputs of all files and pages.
  mutating func claim(pages: [Page], input: SiteInput) -> [Diagnostic] {
    var collisions = input.plan.files.compactMap { file in
      claim(file.path, name: "a generated file", span: nil, help: "Rename one of them.")
    }
    collisions += input.files.compactMap { file in
      claim(file, name: "'\(file)'", span: SourceSpan(path: input.displayPath(file)), help: "Rename one of them.")
    }
    collisions += pages.compactMap { page in
      let name = (page.document?.path ?? page.plan?.source?.path).map { "'\($0)'" } ?? "the page '\(page.title)'"
      return claim(SitePath.outputFile(page.sitePath), name: name, span: page.span, help: "Rename one of them.")
    }
    return collisions
  }

  /// Claims an output; whoever is first has it.
  ///
  /// - Returns: a finding if another has it already.
  mutating func claim(_ output: String, name: String, span: SourceSpan?, help: String) -> Diagnostic? {
    let key = output.lowercased()
    guard let other = owners[key] else {
      owners[key] = Owner(name: name, output: output, span: span)
      return nil
    }
    let place =
      other.output == output
      ? "at '/\(output)'" : "at '/\(output)' and '/\(other.output)', which differ in letter case alone"
    return Diagnostic(
      .urlCollision, "\(name) and \(other.name) would both be published \(place)", at: span ?? other.span, help: help)
  }

  /// A finding for each output that is a file where others need a folder.
  func filesInTheWay() -> [Diagnostic] {
    let folders = Set(owners.keys.flatMap(OutputClaims.parents))
    return owners.filter { folders.contains($0.key) }.sorted { $0.key < $1.key }.map { _, owner in
      Diagnostic(
        .urlCollision,
        "\(owner.name) would be published as the file '/\(owner.output)', which is a folder of other pages",
        at: owner.span, help: "Rename it.")
    }
  }

  private static func parents(of path: String) -> [String] {
    var parents: [String] = []
    var folder = ContentPath.folder(of: path)
    while !folder.isEmpty {
      parents.append(folder)
      folder = ContentPath.folder(of: folder)
    }
    return parents
  }
}

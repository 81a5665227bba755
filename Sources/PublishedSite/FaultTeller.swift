import Bytes
import Diagnostics
import Files
import Markup

/// A file with something wrong in it.
struct FaultyFile {
  let number: Int
  let faults: [FileFacts.Fault]
}

/// Turns faults into findings with a place and a way out.
struct FaultTeller: Sendable {
  /// Beyond that many faults nobody reads what was perhaps meant by each, and finding out would take its time.
  private static let manyFaults = 5_000
  /// Beyond that many ids in a file, no one is sought among them that is spelt alike.
  private static let manyIDs = 1_000

  private let site: PublishedSite
  private let neighbours: Neighbours
  /// Of the files in which anchors are missing, what they have.
  private let anchors: [Int: [String]]
  private let displayPath: @Sendable (String) -> String
  private let read: @Sendable (Int) -> [UInt8]?

  init(
    _ site: PublishedSite, _ files: [FaultyFile], displayPath: @escaping @Sendable (String) -> String, jobs: Int,
    read: @escaping @Sendable (Int) -> [UInt8]?
  ) async {
    self.site = site
    self.displayPath = displayPath
    self.read = read
    let faults = files.flatMap(\.faults)
    let areFew = faults.count <= FaultTeller.manyFaults
    neighbours = Neighbours(faults.isEmpty ? [] : site.paths, seekingSpelling: areFew)
    let targets = areFew ? Set(faults.compactMap(\.fileWithoutAnchor)).sorted() : []
    let found = await parallelMap(targets, jobs: jobs) { FaultTeller.anchors(of: $0, in: site, read: read) }
    anchors = Dictionary(uniqueKeysWithValues: zip(targets, found))
  }

  private static func anchors(of file: Int, in site: PublishedSite, read: (Int) -> [UInt8]?) -> [String] {
    guard let format = PublishedSite.format(of: site.paths[file]), let bytes = read(file) else { return [] }
    let markup = MarkupFacts(of: bytes, as: format)
    let pieces = markup.ids + markup.names
    guard pieces.count <= manyIDs else { return [] }
    return pieces.map { String(decoding: markup.value(of: $0, in: bytes), as: UTF8.self) }
  }

  /// The findings of one file, which is read again: only where something is wrong do its texts and lines matter.
  func tell(_ file: FaultyFile) -> [PublishedSite.Finding] {
    let path = site.paths[file.number]
    guard let format = PublishedSite.format(of: path), let bytes = read(file.number) else { return [] }
    let markup = MarkupFacts(of: bytes, as: format)
    let lines = LineIndex(bytes)
    let writer = ReferenceWriter(base: site.base(of: file.number, markup, bytes), site: site)
    return file.faults.compactMap { fault in
      guard let piece = markup.piece(of: fault) else { return nil }
      let value = markup.value(of: piece, in: bytes)
      let span = span(piece, path, lines)
      let found =
        if case .repeatedID = fault.problem { repeatedID(text(value), at: span) } else {
          finding(fault.problem, writer.link(value), writer, at: span)
        }
      return found.map { PublishedSite.Finding(file: file.number, value: text(value), diagnostic: $0) }
    }
  }

  private func text(_ value: ArraySlice<UInt8>) -> String { String(decoding: value, as: UTF8.self) }

  private func span(_ piece: MarkupFacts.Piece, _ path: String, _ lines: LineIndex) -> SourceSpan {
    let place = lines.position(of: Int(piece.start))
    return SourceSpan(
      path: displayPath(path), line: place.line, column: place.column, length: Int(piece.end - piece.start))
  }

  private func repeatedID(_ id: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .repeatedID, "the id \(id.quoted) is that of another element of the page", at: span,
      help: "Give each element an id of its own.")
  }

  private func finding(
    _ problem: FileFacts.Problem, _ link: WrittenLink, _ writer: ReferenceWriter, at span: SourceSpan
  ) -> Diagnostic? {
    switch problem {
    case .answer(let answer): return finding(answer, link, writer, at: span)
    case .outsideRoot:
      return Diagnostic(
        .brokenLink, "\(link.text.quoted) leads out of the site", at: span,
        help: "The site begins at '/\(link.root)'; write a full URL for what lies outside.")
    case .withoutBasePath:
      return Diagnostic(
        .brokenLink, "\(link.text.quoted) lacks the base path '/\(link.root)'", at: span,
        help: "Write '/\(link.root)\(link.text.drop { $0 == "/" })'.")
    case .noAnchor(let file):
      let name = link.fragment.map { PercentEncoding.decode($0) } ?? ""
      return Diagnostic(
        .brokenAnchor, "no anchor '#\(link.fragment ?? "")' in '\(displayPath(site.paths[file]))'", at: span,
        help: DidYouMean.nearest(to: name, in: anchors[file] ?? []).map { "Did you mean '#\($0)'?" })
    case .repeatedID: return nil
    }
  }

  private func finding(
    _ answer: FileIndex.Answer, _ link: WrittenLink, _ writer: ReferenceWriter, at span: SourceSpan
  ) -> Diagnostic? {
    func broken(_ message: String, help: String?) -> Diagnostic {
      Diagnostic(.brokenLink, message, at: span, help: help, notes: link.notes)
    }
    switch answer {
    case .file: return nil
    case .folder:
      return Diagnostic(
        .missingSlash, "\(link.text.quoted) lacks the slash of a folder", at: span,
        help: "Write '\(link.withSlash)': \(site.host.title) redirects to it.")
    case .folderWithoutIndex:
      return broken(
        "\(link.text.quoted) is a folder without '\(FileIndex.indexName)'",
        help: "Link to a file in it, or add that one.")
    case .fileWithSlash:
      return broken("\(link.text.quoted) is a file and has no slash behind it", help: "Write '\(link.withoutSlash)'.")
    case .fileWithoutExtension(let file):
      return broken(
        "no page or file \(link.text.quoted): \(site.host.title) wants the extension of a file",
        help: "Write '\(writer.reference(to: file, like: link))'.")
    case .nothing:
      guard let near = neighbours.nearest(to: link.path) else {
        return broken("no page or file \(link.text.quoted)", help: nil)
      }
      let right = writer.reference(to: near.file, like: link)
      switch near.difference {
      case .letterCase:
        return broken("no page or file \(link.text.quoted): the letter case is wrong", help: "It is spelt '\(right)'.")
      case .normalisation:
        return broken(
          "no page or file \(link.text.quoted): its characters are composed in another way", help: "Write '\(right)'.")
      case .spelling: return broken("no page or file \(link.text.quoted)", help: "Did you mean '\(right)'?")
      }
    }
  }
}

extension MarkupFacts {
  /// The address or id that a fault is about; nil where the file has changed since it was found.
  fileprivate func piece(of fault: FileFacts.Fault) -> Piece? {
    let number = Int(fault.number)
    if case .repeatedID = fault.problem { return number < ids.count ? ids[number] : nil }
    return number < references.count ? references[number].piece : nil
  }
}

extension FileFacts.Fault {
  fileprivate var fileWithoutAnchor: Int? {
    if case .noAnchor(let file) = problem { file } else { nil }
  }
}

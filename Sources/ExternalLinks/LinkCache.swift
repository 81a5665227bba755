import Bytes
import Files

/// What earlier runs found, by URL: a text file with a line for each.
///
/// A good answer is believed for some time. A broken link is always asked for again; that it was broken before makes the
/// difference between a bad day and a bad link.
struct LinkCache: Sendable {
  struct Entry: Sendable, Hashable {
    let verdict: Verdict
    /// Seconds since 1970.
    let time: Int
  }

  private var entries: [String: Entry] = [:]

  private static let heading = "portico external links 1"

  /// - Returns: nil for a text that is no cache.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard text.isEmpty || lines.first == LinkCache.heading[...] else { return nil }
    for line in lines.dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 4, let time = Int(fields[2]),
        let verdict = LinkCache.verdict(fields[1], fields[3])
      else { continue }
      entries[fields[0]] = Entry(verdict: verdict, time: time)
    }
  }

  /// What is known of a URL, with its anchor if that is what is asked about.
  func entry(_ url: String) -> Entry? { entries[url] }

  /// Remembers what a server said; what failed on the way tells nothing, and what was known stays.
  mutating func record(_ verdict: Verdict, of url: String, at time: Int) {
    switch verdict {
    case .good, .moved, .broken: entries[url] = Entry(verdict: verdict, time: time)
    case .unreachable, .unchecked: break
    }
  }

  /// Drops what is too old to be of use.
  mutating func drop(goodBefore: Int, brokenBefore: Int) {
    entries = entries.filter { entry in
      if case .broken = entry.value.verdict { return entry.value.time >= brokenBefore }
      return entry.value.time >= goodBefore
    }
  }

  /// The file, sorted by URL.
  var text: String {
    let lines = entries.sorted { $0.key < $1.key }.map { url, entry in
      let (word, detail) = LinkCache.words(entry.verdict)
      return "\(url)\t\(word)\t\(entry.time)\t\(detail)"
    }
    return ([LinkCache.heading] + lines).joined(separator: "\n") + "\n"
  }

  private static func verdict(_ word: String, _ detail: String) -> Verdict? {
    switch word {
    case "good": .good
    case "moved": .moved(to: detail)
    case "broken": .broken(detail)
    default: nil
    }
  }

  private static func words(_ verdict: Verdict) -> (word: String, detail: String) {
    switch verdict {
    case .moved(let url): ("moved", url)
    case .broken(let reason): ("broken", String(reason.filter { $0 != "\t" && !$0.isNewline }))
    default: ("good", "")
    }
  }
}

extension LinkCache {
  /// - Returns: an empty cache where there is no file; nil where the file is none of ours.
  static func read(_ path: String) throws(FileError) -> LinkCache? {
    guard SystemFile.status(path) != nil else { return LinkCache("") }
    return LinkCache(String(decoding: try SystemFile.read(path), as: UTF8.self))
  }

  /// Replaces the file as a whole.
  func write(to path: String) throws(FileError) {
    let folder = ContentPath.folder(of: path)
    if !folder.isEmpty { try SystemFile.makeFolder(folder) }
    try SystemFile.replace(path, with: Array(text.utf8))
  }
}

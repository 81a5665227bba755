import Bytes
import Markup

/// What has to be kept of a file of a site, once its bytes are gone, to tell what in the whole site is wrong.
package struct FileFacts: Sendable {
  /// Something that is wrong with a reference or an id, by its number among those of the file.
  struct Fault {
    let number: Int32
    let problem: Problem
  }

  enum Problem {
    /// What the server has at the address, which is no file.
    case answer(FileIndex.Answer)
    /// A relative address that leads above the root of the site.
    case outsideRoot
    /// An address from the root of the host to something that the site has below its own root.
    case withoutBasePath
    /// The file has no part of that name.
    case noAnchor(file: Int)
    case repeatedID
  }

  /// A fragment that another file has to have.
  struct Question {
    let number: Int32
    let file: Int32
    let fragment: Fragment
  }

  let file: Int
  var faults: [Fault] = []
  var questions: [Question] = []
  /// The short hashes of ids and names, sorted; nil for a file whose parts have no names.
  ///
  /// That two names of a site share one is as unlikely as that its disk reads another byte.
  var anchors: [UInt64]?
  /// Whether the file sends readers on, so that scripts decide what becomes of a fragment.
  var isRedirect = false
  /// How many references the file has.
  let count: Int
  /// The size of the file in bytes.
  let size: Int
}

/// The part of a page that a link wants.
struct Fragment {
  /// As it is written, and with its percent-encoding worked out: a browser looks for one after the other.
  let written: UInt64
  let decoded: UInt64
  /// The first and last of the lines that a script shows, as in `#12-40`.
  private let lines: (first: UInt64, last: UInt64)?

  /// - Returns: nil for a fragment that leads to the top, to some text, or into what a script shows.
  init?(_ fragment: ArraySlice<UInt8>) {
    let name = Fragment.withoutDirective(fragment)
    guard let first = name.first, first != UInt8(ascii: "!"), first != UInt8(ascii: "/") else { return nil }
    if name.count == 3, name.lazy.map({ $0 | 0x20 }).elementsEqual("top".utf8) { return nil }
    lines = Fragment.hyphenOfLines(name).map { (shortHash(name[..<$0]), shortHash(name[($0 + 1)...])) }
    written = shortHash(name)
    decoded = name.contains(UInt8(ascii: "%")) ? shortHash(PercentEncoding.decode(bytes: name)[...]) : written
  }

  func isIn(_ anchors: [UInt64]) -> Bool {
    if anchors.has(written) || decoded != written && anchors.has(decoded) { return true }
    return lines.map { anchors.has($0.first) && anchors.has($0.last) } ?? false
  }

  /// What stands behind `:~:` is for the browser (URL Fragment Text Directives).
  private static func withoutDirective(_ fragment: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = fragment
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[colon...]
      if rest.starts(with: ":~:".utf8) { return fragment[..<colon] }
      rest = rest.dropFirst()
    }
    return fragment
  }

  private static func hyphenOfLines(_ name: ArraySlice<UInt8>) -> Int? {
    guard let hyphen = name.firstIndex(where: { !$0.isDigit }), name[hyphen] == UInt8(ascii: "-"),
      hyphen > name.startIndex, hyphen < name.endIndex - 1, name[(hyphen + 1)...].allSatisfy(\.isDigit)
    else { return nil }
    return hyphen
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self &- 0x30 < 10 }
}

extension [UInt64] {
  fileprivate func has(_ value: UInt64) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value
  }
}

extension FileFacts {
  init(file: Int, bytes: [UInt8], markup: MarkupFacts, format: MarkupFacts.Format) {
    self.file = file
    size = bytes.count
    count = markup.references.count
    isRedirect = markup.isRedirect
    guard format == .html || format == .xml else { return }
    let ids = markup.ids.map { shortHash(markup.value(of: $0, in: bytes)) }
    let names = markup.names.map { shortHash(markup.value(of: $0, in: bytes)) }
    anchors = (ids + names).sorted()
    var seen: Set<UInt64> = []
    for (number, id) in ids.enumerated() where !seen.insert(id).inserted {
      faults.append(Fault(number: Int32(number), problem: .repeatedID))
    }
  }
}

/// The URLs and mail addresses that stand bare in a text: GFM's extended autolinks, found in one linear pass.
///
/// Rules: <https://github.github.com/gfm/#autolinks-extension->, read as cmark-gfm reads them.
struct BareLinks: IteratorProtocol {
  struct Match {
    let range: Range<Int>
    /// What its URL has before its text.
    let prefix: String
  }

  private static let delimiters = ByteSet("*_~(")
  private static let trailing = ByteSet("?!.,:*_~'\">")
  private static let localPart = ByteSet(".+-_")

  private let text: ByteView
  /// Whether `www.` may stand first, which depends on what stands before the text.
  private let mayBegin: Bool
  private var position = 0
  /// End of the last match: nothing before it can be part of another.
  private var free = 0
  private var domain = Domain()

  /// The domain looked at last.
  ///
  /// One that begins inside it ends where it ends: to look again would take quadratic time.
  private struct Domain {
    var end = 0
    /// The last underscore in its last two parts, where none may be; -1 where there is none.
    var badUnderscore = -1
  }

  init(_ text: ByteView, mayBegin: Bool) {
    self.text = text
    self.mayBegin = mayBegin
  }

  mutating func next() -> Match? {
    while position < text.count {
      // Every byte that can tell of a link lies between these two.
      if UInt8(ascii: ".")...UInt8(ascii: "@") ~= text[position], let match = match() {
        (position, free) = (match.range.upperBound, match.range.upperBound)
        return match
      }
      position += 1
    }
    return nil
  }

  private mutating func match() -> Match? {
    switch text[position] {
    case UInt8(ascii: "."): matchWWW()
    case UInt8(ascii: ":"): matchScheme()
    case UInt8(ascii: "@"): matchMail()
    default: nil
    }
  }

  // MARK: - URLs

  private mutating func matchWWW() -> Match? {
    let start = position - 3
    guard start >= free, text.has("www", at: start), mayBeginWWW(at: start), hasValidDomain(at: start) else {
      return nil
    }
    let end = trimmed(start..<endOfURL(from: position))
    guard end > position + 1 else { return nil }
    return Match(range: start..<end, prefix: "http://")
  }

  private func mayBeginWWW(at start: Int) -> Bool {
    guard start > 0 else { return mayBegin }
    let before = text[start - 1]
    return isSpace(before) || BareLinks.delimiters.contains(before)
  }

  private mutating func matchScheme() -> Match? {
    guard text.has("://", at: position), text.beginsHost(at: position + 3) else { return nil }
    var start = position
    while start > free, isLetter(text[start - 1]) { start -= 1 }
    let scheme = text[start..<position]
    guard ["http", "https", "ftp"].contains(where: scheme.equalsIgnoringCase), hasValidDomain(at: position + 3) else {
      return nil
    }
    return Match(range: start..<trimmed(start..<endOfURL(from: position)), prefix: "")
  }

  private mutating func hasValidDomain(at start: Int) -> Bool {
    if start >= domain.end { readDomain(from: start) }
    return domain.badUnderscore < start
  }

  private mutating func readDomain(from start: Int) {
    var underscore = -1
    var dots = (last: -1, beforeLast: -1)
    var end = start + 1
    // The library, too, leaves the last byte out: it is cut off if it is punctuation.
    while end < text.count - 1 {
      switch text[end] {
      case UInt8(ascii: "_"): underscore = end
      case UInt8(ascii: "."): dots = (end, dots.last)
      case let byte where !isAlphanumeric(byte) && byte != UInt8(ascii: "-"):
        domain = Domain(end: end, badUnderscore: underscore > dots.beforeLast ? underscore : -1)
        return
      default: break
      }
      end += 1
    }
    domain = Domain(end: end, badUnderscore: underscore > dots.beforeLast ? underscore : -1)
  }

  private func endOfURL(from start: Int) -> Int {
    var end = start
    while end < text.count, !isSpace(text[end]), text[end] != UInt8(ascii: "<") { end += 1 }
    return end
  }

  /// The end of a URL without the punctuation, entity and unmatched closing parentheses that trail it.
  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    var unmatched: Int?
    while end > range.lowerBound {
      switch text[end - 1] {
      case let byte where BareLinks.trailing.contains(byte): end -= 1
      case UInt8(ascii: ";"): end = startOfEntity(endingAt: end, from: range.lowerBound) ?? end - 1
      case UInt8(ascii: ")"):
        let excess = unmatched ?? unmatchedParentheses(in: range.lowerBound..<end)
        guard excess > 0 else { return end }
        unmatched = excess - 1
        end -= 1
      default: return end
      }
    }
    return end
  }

  private func startOfEntity(endingAt end: Int, from lowerBound: Int) -> Int? {
    var start = end - 2
    while start > lowerBound, isLetter(text[start]) { start -= 1 }
    return start >= lowerBound && start < end - 2 && text[start] == UInt8(ascii: "&") ? start : nil
  }

  private func unmatchedParentheses(in range: Range<Int>) -> Int {
    range.reduce(into: 0) { count, index in
      if text[index] == UInt8(ascii: ")") { count += 1 }
      if text[index] == UInt8(ascii: "(") { count -= 1 }
    }
  }

  // MARK: - Mail addresses

  private func matchMail() -> Match? {
    var start = position
    while start > free, isLocalPart(text[start - 1]) { start -= 1 }
    guard start < position else { return nil }
    let scheme = start > free && text[start - 1] == UInt8(ascii: ":") ? schemeOfMail(endingAt: start) : nil
    guard let end = endOfMail(isChat: scheme == "xmpp:") else { return nil }
    return Match(range: start - (scheme?.utf8.count ?? 0)..<end, prefix: scheme == nil ? "mailto:" : "")
  }

  private func schemeOfMail(endingAt end: Int) -> String? {
    ["mailto:", "xmpp:"].first { scheme in
      let start = end - scheme.utf8.count
      return start >= free && text.has(scheme, at: start) && (start == free || !isAlphanumeric(text[start - 1]))
    }
  }

  private func endOfMail(isChat: Bool) -> Int? {
    var end = position + 1
    var dots = 0
    var slashes = 0
    scan: while end < text.count {
      switch text[end] {
      case UInt8(ascii: "@"): return nil
      case UInt8(ascii: ".") where end + 1 < text.count && isAlphanumeric(text[end + 1]): dots += 1
      case UInt8(ascii: "/") where isChat && slashes == 0: slashes = 1
      case UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case let byte where !isAlphanumeric(byte): break scan
      default: break
      }
      end += 1
    }
    return dots > 0 && isLetter(text[end - 1]) ? end : nil
  }

  private func isLocalPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || BareLinks.localPart.contains(byte) }
}

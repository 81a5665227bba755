import Bytes
import Diagnostics
import SiteModel

/// An entry `...` of a list: all that the list does not name, or of that what a pattern means.
struct RestEntry {
  private let pattern: String?
  private let unread: [String]

  /// - Parameter folder: the folder of the list, which patterns start from.
  init?(_ text: String, in folder: String) {
    let parts = text.split(separator: "|").map { String($0.trimmed) }
    guard parts.first == "..." else { return nil }
    let isRead = { (part: String) in part != "flat" && !part.hasPrefix("regex=") }
    pattern = parts.dropFirst().first(where: isRead).map {
      "/" + ContentPath.join(folder, $0.hasPrefix("glob=") ? String($0.dropFirst(5)) : $0)
    }
    unread = parts.dropFirst().filter { !isRead($0) }
  }

  func item(_ span: SourceSpan, _ findings: inout [Diagnostic]) -> NavigationItem {
    for part in unread {
      findings.append(
        Diagnostic(
          .foreignSetting, "'\(part)' behind '...' is not read", at: span,
          help: "Use a pattern such as '... | intro-*.md'."))
    }
    return NavigationItem(title: nil, target: .rest(pattern.map { PathPatterns([$0]) }), span: span)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: SubSequence {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return text.drop { $0 == " " }
  }
}

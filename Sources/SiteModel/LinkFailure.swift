package import Diagnostics

/// A link that leads nowhere or by a detour, why, and what is known about the way out.
package struct LinkFailure: Sendable {
  package enum Cause: Error, Sendable, Equatable {
    /// Nothing is at a content path.
    case noPath(String)
    /// No page goes by a name, or several do.
    case noName(String, pages: [Int])
    /// The page is there, the anchor is not.
    case noAnchor(String, page: Int)
    /// The path exists in another letter case.
    case letterCase(of: String, right: String)
    /// A page has left the place that is linked to; its address leads on by a redirect, the file of its source does not.
    case moved(page: Int, isReachable: Bool)
    /// The path leads above the content folder.
    case outsideRoot
    case draft
    /// A YAML file that is read and not published.
    case source
    /// A reference such as `capability:secrets` to an entity that there is not.
    case noEntity(String)
    /// A term that no glossary defines, as a slug.
    case noTerm(String, hasGlossary: Bool)
  }

  package let destination: String
  package let span: SourceSpan
  package let isImage: Bool
  /// The content folder that the destination starts from.
  package let folder: String
  package let cause: Cause
  /// References that would resolve, or ids of the page for an anchor that it does not have; best first.
  package let nearest: [String]
  /// The destination to write instead, where there is no doubt about it.
  package let right: String?

  /// The path of the destination, percent-decoded, and the query and fragment behind it; nil for a full URL.
  package var parts: (path: String, suffix: String)? { Reference(destination).map { ($0.path, $0.suffix) } }

  /// Whether the link leads nowhere.
  var isBroken: Bool {
    if case .moved(_, isReachable: true) = cause { false } else { true }
  }
}

/// A failure before anything was looked up that was near.
struct UnresolvedLink: Sendable {
  let destination: String
  let span: SourceSpan
  let isImage: Bool
  /// The content folder that the destination starts from.
  let folder: String
  let cause: LinkFailure.Cause
  /// Whether the destination stands in no other text than that of its page, so that it means the same wherever it stands.
  let isOwn: Bool
}

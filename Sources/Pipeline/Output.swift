import SiteModel
import SocialCards

/// One file of the published site.
package struct Output: Sendable {
  enum Content: Sendable {
    case page(Int)
    case redirect(Int)
    /// The document of a section.
    case section(Int)
    /// The text of a page as it was written.
    case markdown(Int)
    /// A file of the content, as it is.
    case file(String)
    /// A file that a source of pages makes from the finished site.
    case planned(FilePlan)
    /// The picture of one page or more.
    case card(SocialCard)
    case bytes([UInt8])
  }

  /// Path below the output folder.
  package let path: String
  let content: Content

  /// Whether the path says what is in the file, so that one which is there need not be made again.
  var isNamedByContent: Bool {
    if case .card = content { true } else { false }
  }
}

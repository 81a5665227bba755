import SiteModel

/// One file of the published site.
package struct Output: Sendable {
  enum Content: Sendable {
    case page(Int)
    case redirect(Int)
    /// The text of a page as it was written.
    case markdown(Int)
    /// A file of the content, as it is.
    case file(String)
    /// A file that a source of pages makes from the finished site.
    case planned(FilePlan)
    case bytes([UInt8])
  }

  /// Path below the output folder.
  package let path: String
  let content: Content
}

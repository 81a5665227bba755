/// Finds the file that a text includes, among those that the site allows.
///
/// - Parameters:
///   - path: as it was written.
///   - includer: the file that it was written in, as spans name it.
package typealias IncludeSource = @Sendable (_ path: String, _ includer: String) -> IncludeLookup

/// What a path to be included leads to.
package enum IncludeLookup: Sendable {
  case file(IncludedFile)
  /// - Parameter nearest: a path that would lead somewhere; nil where none is near.
  case missing(nearest: String?)
  /// Out of the folders that a site may include from.
  case outside
  case unreadable(reason: String)
}

/// A file that another text includes, whole or in part.
package struct IncludedFile: Sendable {
  /// As spans name it.
  package let path: String
  /// Without front matter.
  package let text: ArraySlice<UInt8>
  /// The line of the file that the text begins on.
  package let firstLine: Int
  /// The content folder that it lies in; nil for a file outside of the content.
  package let folder: String?

  package init(path: String, text: ArraySlice<UInt8>, firstLine: Int, folder: String?) {
    self.path = path
    self.text = text
    self.firstLine = firstLine
    self.folder = folder
  }
}

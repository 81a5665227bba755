/// A file for programs, made from the finished site.
package struct FilePlan: Sendable {
  /// Below the root of the site.
  package let path: String
  /// What lists of the site's files call it; nil for one that another file leads to.
  package let title: String?
  package let mediaType: String
  package let bytes: @Sendable (Site) -> [UInt8]

  package init(
    path: String, title: String? = nil, mediaType: String = "application/json",
    bytes: @escaping @Sendable (Site) -> [UInt8]
  ) {
    self.path = path
    self.title = title
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

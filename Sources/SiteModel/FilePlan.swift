/// A file for programs, made from the finished site.
package struct FilePlan: Sendable {
  /// Below the root of the site.
  package let path: String
  /// What it tells of, for lists of the site's files; nil for one that other files lead to.
  package let title: String?
  /// What people call its format: "Atom".
  package let format: String
  package let mediaType: String
  /// Content folders whose pages offer it to those who would read it with a program.
  package let offeredBy: Set<String>
  package let bytes: @Sendable (Site) -> [UInt8]

  package init(
    path: String, title: String? = nil, format: String = "JSON", mediaType: String = "application/json",
    offeredBy folders: Set<String> = [], bytes: @escaping @Sendable (Site) -> [UInt8]
  ) {
    self.path = path
    self.title = title
    self.format = format
    self.mediaType = mediaType
    offeredBy = folders
    self.bytes = bytes
  }
}

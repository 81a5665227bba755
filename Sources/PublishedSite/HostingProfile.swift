/// What a web server makes of the paths of URLs.
package struct HostingProfile: Sendable, Equatable {
  /// How settings and options name it.
  package let name: String
  /// What it is called in reports.
  package let title: String
  /// What it shows for a folder, the first that is there.
  let indexNames: [String]
  /// Whether it serves `guide.html` at `guide`.
  let addsExtension: Bool
  /// Whether `guide` is the file `guide.html` even where there is a folder of that name.
  let prefersFile: Bool
  /// Whether it serves `guide.html` at `guide/`.
  let dropsSlash: Bool
  /// Whether two slashes in a row are one.
  let mergesSlashes: Bool

  package static let nginx = HostingProfile(
    name: "nginx", title: "nginx", indexNames: ["index.html"], addsExtension: false, prefersFile: false,
    dropsSlash: false, mergesSlashes: true)
}

extension HostingProfile {
  /// The profiles by name, the one that any other web server comes nearest to first.
  package static let all = [nginx]
}

import Bytes
import Diagnostics
package import Templates
import YAML

/// What all pages of a site show of those whom it belongs to, once it is known to be there.
package struct Masthead: Sendable {
  /// What is announced on the day of the build.
  package struct Announcement: Sendable {
    package let text: Fragment
    package let target: LinkTarget?
    private let written: String?

    /// - Parameter root: what leads to the root of the site.
    package func href(in site: Site, root: String) -> String? {
      target.flatMap { $0.href(in: site, root: root) ?? written }
    }

    fileprivate init(_ settings: AnnouncementSettings, target: LinkTarget?) {
      text = InlineMarkdown.html(settings.text)
      self.target = target
      written = settings.link?.value
    }
  }

  /// Content path.
  package var logo: String?
  package var announcement: Announcement?

  init() {}

  /// Finds what the settings name, and reports what is not there.
  static func resolve(_ input: SiteInput, pages: [Page], map: SiteMap) -> Outcome<Masthead> {
    let settings = input.settings
    var masthead = Masthead()
    var diagnostics: [Diagnostic] = []
    let brand = settings.brand
    for file in [brand.logo, brand.textFont?.file, brand.codeFont?.file].compactMap(\.self)
    where !input.files.contains(file.value) {
      let help = DidYouMean.help(for: file.value, in: input.files)
      diagnostics.append(
        Diagnostic(
          .settingValue, "the brand names '\(file.value)', which is no file of the content", at: file.span,
          help: help ?? "Write the path below the content folder, such as 'images/logo.svg'."))
    }
    masthead.logo = brand.logo.map(\.value).flatMap { input.files.contains($0) ? $0 : nil }
    if let announcement = settings.announcement, announcement.until.map({ $0 >= input.asOf }) ?? true {
      let target = announcement.link.map { Masthead.target($0, pages: pages, map: map, settings) }
      diagnostics += target?.diagnostics ?? []
      masthead.announcement = Announcement(announcement, target: target?.value)
    }
    return Outcome(masthead, diagnostics)
  }

  private static func target(
    _ link: Located<String>, pages: [Page], map: SiteMap, _ settings: SiteSettings
  ) -> Outcome<LinkTarget?> {
    let resolver = LinkResolver(pages: pages, map: map, settings: settings)
    if case .success(let target) = resolver.resolve(link.value, from: nil, folder: "") { return Outcome(target) }
    var advisor = LinkAdvisor(pages: pages, map: map, named: NamedTargets(map: map))
    let nearest = ContentPath.resolve(link.value, from: "").map { advisor.places(near: $0) } ?? []
    let finding = Diagnostic(
      .settingValue, "the announcement leads to '\(link.value)', which is no page", at: link.span,
      help: DidYouMean.help(nearest) ?? "Write the path of a page below the content folder, its address, or a full URL."
    )
    return Outcome(nil, [finding])
  }
}

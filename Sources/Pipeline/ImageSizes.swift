import Bytes
import Diagnostics
import Files
import Images
import Markdown
import SiteModel

/// The sizes of the images that the pages of a site show, each read once.
enum ImageSizes {
  /// Enough for the header of nearly every image; a photograph with a long record of its making is read whole.
  private static let headerSize = 64 << 10

  /// The extensions of files whose sizes can be read.
  private static let formats = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"]

  /// Adds the sizes to a site whose links are resolved, and reports files that cannot be images.
  static func read(for site: Site, from content: FileTree, jobs: Int) async -> Outcome<Site> {
    let paths = imagePaths(of: site)
    guard !paths.isEmpty else { return Outcome(site) }
    var sizes: [String: ImageSize] = [:]
    var diagnostics: [Diagnostic] = []
    for (path, header) in zip(paths, await parallelMap(paths, jobs: jobs) { self.header(of: $0, in: content) }) {
      switch header {
      case .size(let size): sizes[path] = size
      case .unsized: break
      case .unknown:
        guard formats.contains(ContentPath.fileExtension(of: path)) else { continue }
        diagnostics.append(finding("is none: its bytes are those of another kind of file", content.displayPath(path)))
      case .truncated: diagnostics.append(finding("ends before it says how large it is", content.displayPath(path)))
      case .faulty(let reason): diagnostics.append(finding(reason, content.displayPath(path)))
      }
    }
    return Outcome(site.with(images: sizes), diagnostics)
  }

  private static func imagePaths(of site: Site) -> [String] {
    var paths = Set([site.masthead.logo].compactMap(\.self))
    for (page, targets) in zip(site.pages, site.links.links) {
      for (link, target) in zip(page.document?.article.links ?? [], targets) where link.kind == .image {
        if let path = target?.file { paths.insert(path) }
      }
    }
    // A file that a source of pages makes is no file of the content.
    return site.files.filter(paths.contains)
  }

  private static func header(of path: String, in content: FileTree) -> ImageHeader {
    do {
      let beginning = try content.read(path, upTo: headerSize)
      let header = ImageHeader(beginning)
      return header == .truncated && beginning.count == headerSize ? ImageHeader(try content.read(path)) : header
    } catch {
      return .faulty("cannot be read: \(error.reason)")
    }
  }

  private static func finding(_ reason: String, _ path: String) -> Diagnostic {
    var finding = Diagnostic(
      .imageUnreadable, "the image \(reason)", at: SourceSpan(path: path),
      help:
        "Open it in an image program and save it again; of a pointer of Git LFS, fetch the file with 'git lfs pull'.")
    // Its bytes are nothing to read.
    finding.hidesSource = true
    return finding
  }
}

extension ActiveContent {
  /// What was found, for a report.
  var message: String {
    switch kind {
    case .script: "the SVG holds a script, in \(name.quoted)"
    case .handler: "the SVG holds a script, in the attribute \(name.quoted)"
    case .external: "the SVG loads something from another host, by \(name.quoted)"
    case .entity: "the SVG declares an entity"
    }
  }

  var help: String {
    switch kind {
    case .script, .handler: "Export the drawing without scripts, or take them out."
    case .external: "Embed the font, image or style sheet into the file."
    case .entity: "Write out what the entity stands for."
    }
  }
}

import Bytes

/// A reference of a file as reports show it.
struct WrittenLink {
  /// As a browser takes it.
  let text: String
  /// What stands before query and fragment.
  fileprivate let address: String
  /// Query and fragment, with their marks.
  fileprivate let suffix: String
  let fragment: String?
  let form: Route.Form
  /// Where it leads, below the root of the site and without percent-encoding.
  let path: String
  /// The base path of the site.
  let root: String

  var withSlash: String { address + "/" + suffix }
  var withoutSlash: String {
    var address = address
    while address.hasSuffix("/") { address.removeLast() }
    return address + suffix
  }

  /// Where a relative address leads, which is not to be seen in it.
  var notes: [String] { form == .relative ? ["It leads to '/\(root)\(path)'."] : [] }
}

/// Reads and writes the references of one file.
struct ReferenceWriter {
  let base: DocumentBase
  let site: PublishedSite

  func link(_ value: ArraySlice<UInt8>) -> WrittenLink {
    var route = Route()
    route.follow(value, from: base, in: site.address)
    let cleaned = URLBytes.cleaned(value)
    let end = cleaned.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? cleaned.endIndex
    return WrittenLink(
      text: ReferenceWriter.text(cleaned), address: ReferenceWriter.text(cleaned[..<end]),
      suffix: ReferenceWriter.text(cleaned[end...]), fragment: route.fragment.map(ReferenceWriter.text),
      form: route.form, path: ReferenceWriter.text(site.pathInSite(route) ?? route.path[...]),
      root: String(decoding: site.address.basePath, as: UTF8.self))
  }

  /// A reference to a file, relative or not as another is, with its query and fragment.
  func reference(to file: Int, like link: WrittenLink) -> String {
    var target = link.root + site.paths[file]
    if ContentPath.name(of: target) == FileIndex.indexName, !link.address.hasSuffix(FileIndex.indexName) {
      target.removeLast(FileIndex.indexName.count)
    }
    switch link.form {
    case .rooted: return "/" + PercentEncoding.encode(path: target) + link.suffix
    case .absolute:
      let path = link.address.dropFirst(link.address.utf8.count > 8 ? 8 : 0).firstIndex(of: "/")
      return link.address[..<(path ?? link.address.endIndex)] + "/" + PercentEncoding.encode(path: target) + link.suffix
    case .relative, .bare:
      return PercentEncoding.encode(path: relative(target)) + link.suffix
    }
  }

  private func relative(_ target: String) -> String {
    var from = String(decoding: base.path, as: UTF8.self).split(separator: "/", omittingEmptySubsequences: false)
      .dropLast()
    var to = target.split(separator: "/", omittingEmptySubsequences: false)[...]
    while let first = from.first, to.count > 1, first == to.first {
      from.removeFirst()
      to.removeFirst()
    }
    let path = String(repeating: "../", count: from.count) + to.joined(separator: "/")
    return path.isEmpty ? "./" : path
  }

  /// Text for a report, without what would move the cursor.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "?") : $0 }, as: UTF8.self)
  }
}

import Bytes

/// What the references of a document are relative to.
struct DocumentBase {
  /// Whether it is on the site's host.
  var isOnHost = true
  /// The path on the host without its leading slash, as bytes without percent-encoding: `docs/guides/index.html`.
  var path: [UInt8]
}

/// Where a URL reference leads.
struct Route {
  enum Place {
    /// `path` is one on the site's host.
    case host
    /// On another host.
    case elsewhere
    /// Nowhere on the web, such as `mailto:` and `data:`.
    case offWeb
  }

  /// How the reference is written.
  enum Form {
    case absolute
    /// From the root of the host, with a leading slash.
    case rooted
    case relative
    /// Without a path: a mere fragment, a query or nothing.
    case bare
  }

  var place = Place.host
  var form = Form.relative
  /// On the host, without the leading slash and without percent-encoding.
  var path: [UInt8] = []
  /// Without its mark; nil where there is none.
  var fragment: ArraySlice<UInt8>?

  /// Works out a reference; memory is used again, so that one value serves for a whole file.
  mutating func follow(_ reference: ArraySlice<UInt8>, from base: DocumentBase, in site: SiteAddress) {
    var rest = URLBytes.cleaned(reference)
    (place, form, fragment) = (.host, .relative, nil)
    path.removeAll(keepingCapacity: true)
    let scheme = URLBytes.takeScheme(&rest)
    if scheme == .other {
      place = .offWeb
      return
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[(mark + 1)...]
      rest = rest[..<mark]
    }
    if let query = rest.firstIndex(of: UInt8(ascii: "?")) { rest = rest[..<query] }
    // `https:page` is relative in a page that has the scheme, which is taken to be so.
    if URLBytes.hasAuthority(rest) || scheme == .http {
      form = .absolute
      let host = URLBytes.host(URLBytes.takeAuthority(&rest), scheme: scheme ?? .https)
      guard host == site.host else {
        place = .elsewhere
        return
      }
    } else if let first = rest.first {
      form = first.isSlash ? .rooted : .relative
    } else {
      form = .bare
    }
    guard base.isOnHost || form == .absolute else {
      place = .elsewhere
      return
    }
    switch form {
    case .bare: path += base.path
    case .relative:
      path += base.path.prefix((base.path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)
      append(rest)
    case .rooted, .absolute: append(rest.dropFirst())
    }
  }

  private mutating func append(_ reference: ArraySlice<UInt8>) {
    var rest = reference
    while true {
      let end = rest.firstIndex(where: \.isSlash)
      let segment = rest[..<(end ?? rest.endIndex)]
      switch URLBytes.dots(segment) {
      case 1?: break
      case 2?: removeFolder()
      default:
        if segment.contains(UInt8(ascii: "%")) {
          path += PercentEncoding.decode(bytes: segment)
        } else {
          path += segment
        }
        if end != nil { path.append(UInt8(ascii: "/")) }
      }
      guard let end else { return }
      rest = rest[(end + 1)...]
    }
  }

  /// Above the root of the host there is nothing, and browsers stay there.
  private mutating func removeFolder() {
    guard !path.isEmpty else { return }
    path.removeLast()
    path.removeLast(path.count - ((path.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1))
  }
}

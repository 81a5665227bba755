// What each element refers to: what a browser fetches or goes to, and what a reader follows.
extension MarkupFacts {
  mutating func add(_ tag: TagTokenizer.Tag, _ text: Text) {
    for (name, value) in tag.attributes {
      switch name {
      case .id: if !value.isEmpty { ids.append(piece(value, text)) }
      case .style: add(styleAttribute: value, text)
      default: break
      }
    }
    if let styles = tag.content, tag[.type].map({ $0.isEmpty || text.has("text/css", in: $0) }) ?? true {
      add(styles: styles, text)
    }
    if tag.isForeign { addDrawing(tag, text) } else { addHTML(tag, text) }
  }

  /// The elements of SVG, in a page or a file; in XHTML, those of HTML too.
  private mutating func addDrawing(_ tag: TagTokenizer.Tag, _ text: Text) {
    switch tag.element {
    case .use, .image, .feImage, .script:
      if let address = tag[.href] ?? tag[.xlinkHref] { add(.resource, address, text) }
      if let address = tag[.src] { add(.resource, address, text) }
    default: addHTML(tag, text)
    }
  }

  private mutating func addHTML(_ tag: TagTokenizer.Tag, _ text: Text) {
    switch tag.element {
    case .a:
      add(.link, tag[.href] ?? (tag.isForeign ? tag[.xlinkHref] : nil), text)
      if let name = tag[.name], !name.isEmpty { names.append(piece(name, text)) }
    case .area: add(.link, tag[.href], text)
    case .base: if base == nil { base = tag[.href].map { piece($0, text) } }
    case .link: addLink(tag, text)
    case .meta: addMeta(tag, text)
    case .form: if !has(tag[.method], "dialog", text) { add(.form, tag[.action], text) }
    case .button: add(.form, tag[.formaction], text)
    case .input:
      add(.form, tag[.formaction], text)
      if has(tag[.type], "image", text) { addResource(tag[.src], text) }
    case .img, .source:
      addResource(tag[.src], text)
      if let candidates = tag[.srcset] { add(srcset: candidates, text) }
    case .video:
      addResource(tag[.src], text)
      addResource(tag[.poster], text)
    case .audio, .embed, .frame, .iframe, .script, .track: addResource(tag[.src], text)
    case .object: addResource(tag[.data], text)
    case .backed: addResource(tag[.background], text)
    default: break
    }
  }

  private mutating func add(_ kind: Kind, _ value: Range<Int>?, _ text: Text) {
    if let value { add(kind, value, text) }
  }

  /// An empty address of a resource is never fetched.
  private mutating func addResource(_ value: Range<Int>?, _ text: Text) {
    if let value, !text.trimmed(value).isEmpty { add(.resource, value, text) }
  }

  private mutating func add(srcset range: Range<Int>, _ text: Text) {
    Srcset.scan(text, range) { add(.resource, $0, text) }
  }

  private mutating func addLink(_ tag: TagTokenizer.Tag, _ text: Text) {
    if let candidates = tag[.imagesrcset] { add(srcset: candidates, text) }
    guard let address = tag[.href], !text.trimmed(address).isEmpty, let relation = tag[.rel] else { return }
    let words = text.words(in: relation)
    func contains(_ names: StaticString...) -> Bool {
      words.contains { word in names.contains { text.has($0, in: word) } }
    }
    // These name a host, or an interface that answers to programs alone.
    if words.isEmpty || contains("preconnect", "dns-prefetch", "pingback", "edituri", "profile") { return }
    let isFetched = contains(
      "stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest", "preload",
      "modulepreload", "prefetch")
    add(isFetched ? .resource : .statement, address, text)
  }

  private mutating func addMeta(_ tag: TagTokenizer.Tag, _ text: Text) {
    guard let content = tag[.content], !content.isEmpty else { return }
    if has(tag[.httpEquiv], "refresh", text) { return add(refresh: content, text) }
    guard let property = tag[.property] ?? tag[.name] else { return }
    let names: [StaticString] = ["og:image", "og:url", "og:audio", "og:video", "twitter:image"]
    // Programs take these for absolute only.
    guard names.contains(where: { text.has($0, in: property) }),
      text.has("http", at: content.lowerBound, before: content.upperBound)
    else { return }
    add(.statement, content, text)
  }

  private func has(_ value: Range<Int>?, _ name: StaticString, _ text: Text) -> Bool {
    value.map { text.has(name, in: text.trimmed($0)) } ?? false
  }
}

/// The elements that a reader of links has to tell apart.
enum ElementName: UInt8 {
  case a, area, audio, base, button, embed, form, frame, iframe, img, input, link, meta, object, source, track, video
  case feImage, image, use
  /// Their `background` is fetched: `body` and the parts of tables.
  case backed
  /// What is in them is no markup.
  case noembed, noframes, plaintext, script, style, textarea, title, xmp
  case template
  /// Where the rules of XML begin and end.
  case desc, foreignObject, math, svg
  /// Elements of HTML that end a drawing which nobody ended.
  case breakout
  case other

  /// The element of a name in any letter case.
  init(_ text: Text, _ name: Range<Int>) {
    func first(_ names: (StaticString, ElementName)..., breakouts: StaticString...) -> ElementName {
      for (candidate, element) in names where text.has(candidate, in: name) { return element }
      return breakouts.contains { text.has($0, in: name) } ? .breakout : .other
    }
    self =
      switch name.count {
      case 1: ElementName(letter: text[name.lowerBound].lowercased)
      case 2: ElementName(twoLetters: text[name.lowerBound].lowercased, text[name.lowerBound + 1].lowercased)
      case 3:
        first(
          ("img", .img), ("svg", .svg), ("use", .use), ("xmp", .xmp), breakouts: "div", "pre", "big", "sub", "sup",
          "var")
      case 4:
        first(
          ("link", .link), ("meta", .meta), ("area", .area), ("base", .base), ("body", .backed), ("form", .form),
          ("desc", .desc), ("math", .math), breakouts: "span", "code", "head", "menu", "nobr", "ruby")
      case 5:
        first(
          ("table", .backed), ("tbody", .backed), ("thead", .backed), ("tfoot", .backed), ("input", .input),
          ("style", .style), ("title", .title), ("embed", .embed), ("frame", .frame), ("audio", .audio),
          ("video", .video), ("track", .track), ("image", .image), breakouts: "small")
      case 6:
        first(
          ("script", .script), ("button", .button), ("source", .source), ("object", .object), ("iframe", .iframe),
          breakouts: "strong", "center", "strike")
      case 7: first(("noembed", .noembed), ("feimage", .feImage), breakouts: "listing")
      case 8: first(("template", .template), ("textarea", .textarea), ("noframes", .noframes))
      case 9: first(("plaintext", .plaintext))
      case 10: first(breakouts: "blockquote")
      case 13: first(("foreignobject", .foreignObject))
      default: .other
      }
  }

  private init(letter: UInt8) {
    self =
      switch letter {
      case UInt8(ascii: "a"): .a
      case UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "p"), UInt8(ascii: "s"), UInt8(ascii: "u"): .breakout
      default: .other
      }
  }

  private init(twoLetters first: UInt8, _ second: UInt8) {
    self =
      switch (first, second) {
      case (UInt8(ascii: "t"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")),
        (UInt8(ascii: "t"), UInt8(ascii: "r")):
        .backed
      case (UInt8(ascii: "h"), UInt8(ascii: "1")...UInt8(ascii: "6")), (UInt8(ascii: "h"), UInt8(ascii: "r")),
        (UInt8(ascii: "b"), UInt8(ascii: "r")), (UInt8(ascii: "d"), UInt8(ascii: "d")),
        (UInt8(ascii: "d"), UInt8(ascii: "l")), (UInt8(ascii: "d"), UInt8(ascii: "t")),
        (UInt8(ascii: "e"), UInt8(ascii: "m")), (UInt8(ascii: "l"), UInt8(ascii: "i")),
        (UInt8(ascii: "o"), UInt8(ascii: "l")), (UInt8(ascii: "t"), UInt8(ascii: "t")),
        (UInt8(ascii: "u"), UInt8(ascii: "l")):
        .breakout
      default: .other
      }
  }

  /// Whether its start tag ends all drawings that are open (HTML Standard, 13.2.6.5).
  var endsDrawings: Bool {
    switch self {
    case .breakout, .backed, .embed, .img, .meta: true
    default: false
    }
  }

  /// Whether text behind its start tag is no markup until its end tag (HTML Standard, 13.2.6.2).
  var isTextOnly: Bool {
    switch self {
    case .iframe, .noembed, .noframes, .script, .style, .textarea, .title, .xmp: true
    default: false
    }
  }
}

/// The attributes that a reader of links and ids looks at.
enum AttributeName: UInt8 {
  case action, background, content, data, formaction, href, httpEquiv, id, imagesrcset, method, name, poster, property
  case rel, src, srcset, style, type, xlinkHref
  /// What names elements by their ids, with blanks between: `for`, `aria-labelledby`.
  case idReferences
  /// What in a drawing is painted with another part of it: `fill="url(#a)"`.
  case paint
  case other

  /// Whether several attributes of a tag have different names of this kind.
  var isOneOfMany: Bool { self == .idReferences || self == .paint }

  /// The attribute of a name in any letter case.
  init(_ text: Text, _ name: Range<Int>) {
    func first(_ names: (StaticString, AttributeName)...) -> AttributeName {
      for (candidate, attribute) in names where text.has(candidate, in: name) { return attribute }
      return .other
    }
    self =
      switch name.count {
      case 2: first(("id", .id))
      case 3: first(("src", .src), ("rel", .rel), ("for", .idReferences))
      case 4:
        first(("href", .href), ("name", .name), ("type", .type), ("data", .data), ("mask", .paint), ("fill", .paint))
      case 5: first(("style", .style))
      case 6:
        first(
          ("srcset", .srcset), ("action", .action), ("method", .method), ("poster", .poster), ("stroke", .paint),
          ("filter", .paint))
      case 7: first(("content", .content), ("headers", .idReferences))
      case 8: first(("property", .property))
      case 9: first(("clip-path", .paint), ("aria-owns", .idReferences))
      case 10:
        first(
          ("xlink:href", .xlinkHref), ("http-equiv", .httpEquiv), ("background", .background),
          ("formaction", .formaction), ("marker-end", .paint), ("marker-mid", .paint))
      case 11: first(("imagesrcset", .imagesrcset))
      case 12: first(("marker-start", .paint), ("aria-details", .idReferences))
      case 13: first(("aria-controls", .idReferences))
      case 15: first(("aria-labelledby", .idReferences))
      case 16: first(("aria-describedby", .idReferences))
      default: .other
      }
  }
}

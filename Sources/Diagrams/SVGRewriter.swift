import Bytes

/// Turns what a library drew into a `Drawing`: shapes, text and links with attributes only.
///
/// Style sheets and `style` attributes are resolved as a browser would, and left out, since a page's security policy lets none of them act.
/// What can run, load or animate has no place in the lists of what is written.
struct SVGRewriter {
  private let sheet: StyleSheet
  /// What was painted so far, and where: what text stands on is the last of it there.
  private var painted: [(extent: Extent, paint: Paint)] = []
  /// The elements that are open, outermost first.
  private var frames: [Frame] = []
  private var path: [StyledElement] = []
  private var writer: SVGWriter
  private var title: String?
  private var description: String?
  private var box: (x: Double, y: Double, width: Double, height: Double)?

  /// An element that is open.
  private struct Frame {
    let style: Style
    /// From the element's coordinates to the drawing's.
    let place: Transform
    let kind: Kind

    enum Kind {
      /// Written as an element, or not at all if there is nothing in it.
      case container
      /// Its children are written in its parent's place.
      case transparent
      case text
      /// The drawing's title or description, which are written by the page.
      case title, description
      /// HTML that becomes text.
      case html
      /// Left out with all that is in it.
      case skipped
    }
  }

  /// - Parameters:
  ///   - svg: a document.
  ///   - title: what it is called if it does not say so itself.
  ///   - textScale: what sizes of text are multiplied by.
  static func drawing(_ svg: [UInt8], title: String, textScale: Double) throws(DrawingFailure) -> Drawing {
    guard svg.count <= Limits.svg else { throw .refused(reason: "its drawing is too large", line: nil) }
    guard let tokens = XMLScanner.tokens(of: svg) else {
      throw .refused(reason: "the library drew what is no XML", line: nil)
    }
    var rewriter = SVGRewriter(tokens, textScale)
    for (index, token) in tokens.enumerated() {
      rewriter.take(token, next: index + 1 < tokens.count ? tokens[index + 1] : .end)
    }
    guard let box = rewriter.box, !rewriter.writer.parts.isEmpty else {
      throw .refused(reason: "its drawing is empty", line: nil)
    }
    return Drawing(
      title: rewriter.title ?? title, description: rewriter.description, box: box, parts: rewriter.writer.parts)
  }

  private init(_ tokens: [XMLToken], _ textScale: Double) {
    var sheets = ""
    var isSheet = false
    for token in tokens {
      switch token {
      case .start(let tag): isSheet = tag.name == "style"
      case .text(let text) where isSheet: sheets += String(decoding: text, as: UTF8.self)
      default: isSheet = false
      }
    }
    sheet = StyleSheet(sheets)
    writer = SVGWriter(references: SVGReferences(tokens), textScale: textScale)
  }

  private mutating func take(_ token: XMLToken, next: XMLToken) {
    switch token {
    case .start(let tag): enter(MermanLayout.mended(tag, in: path.last), next)
    case .text(let text): read(text)
    case .end: leave()
    }
  }

  // MARK: - Elements

  private mutating func enter(_ tag: XMLTag, _ next: XMLToken) {
    let element = StyledElement(tag)
    path.append(element)
    let parent = frames.last
    if case .skipped? = parent?.kind { return open(.skipped, Style()) }
    if case .html? = parent?.kind { return enterHTML(tag) }
    let style = computedStyle(element, in: parent)
    guard style.isShown else { return open(.skipped, style) }
    switch tag.name {
    case "svg" where frames.isEmpty:
      box = ViewBox.read(tag)
      open(.transparent, style)
    case "title" where frames.count == 1: open(.title, style)
    case "desc" where frames.count == 1: open(.description, style)
    case "text", "tspan": enterText(tag, style, next)
    case "foreignObject": enterForeignObject(tag, style)
    case "switch": open(.transparent, style)
    case let name where SVGNames.shapes.contains(name): write(shape: element, style)
    case let name where SVGNames.empty.contains(name):
      writer.write(empty: tag)
      open(.skipped, style)
    case let name where SVGNames.definitions.contains(name) && !writer.isReferenced(tag): open(.skipped, style)
    case let name where SVGNames.containers.contains(name):
      open(writer.open(container: tag) ? .container : .transparent, style)
    default: open(.skipped, style)
    }
  }

  private mutating func open(_ kind: Frame.Kind, _ style: Style) {
    let outer = frames.last?.place
    // The drawing's own box is where its coordinates come from.
    let place = outer.flatMap { outer in path.last.map { Transform(placing: $0.tag).before(outer) } } ?? .identity
    frames.append(Frame(style: style, place: place, kind: kind))
  }

  private mutating func leave() {
    path.removeLast()
    guard let frame = frames.popLast() else { return }
    switch frame.kind {
    case .container, .text: writer.close()
    case .html: leaveHTML(frame)
    case .transparent, .title, .description, .skipped: break
    }
  }

  private func computedStyle(_ element: StyledElement, in parent: Frame?) -> Style {
    var style = parent.map { Style(inheriting: $0.style) } ?? Style()
    style.apply(attributes: element.tag)
    style.apply(sheet.declarations(for: path) + (element.tag.attribute("style").map { Declaration.list($0) } ?? []))
    return style
  }

  // MARK: - Shapes

  private mutating func write(shape element: StyledElement, _ style: Style) {
    open(.skipped, style)
    guard SVGNames.hasExtent(element.tag) else { return }
    let isBackground = element.classes.contains("rect") || path.dropLast().last?.classes.contains("cluster") == true
    let fill = element.name == "line" ? Paint.none : Paint.fill(style, isBackground: isBackground)
    let stroke = Paint.stroke(style)
    let isDefinition = path.contains { SVGNames.definitions.contains($0.name) }
    guard fill != .none || stroke != .none || isDefinition else { return }
    writer.write(shape: element.tag, style, fill: fill, stroke: stroke)
    if fill != .none, !isDefinition, let extent = Extent(shape: element.tag) {
      painted.append((extent.mapped(place), fill))
    }
  }

  // MARK: - Text

  private var place: Transform { frames.last?.place ?? .identity }

  /// What is painted where a text begins.
  private func background(of tag: XMLTag, _ next: XMLToken) -> Paint? {
    var point = SVGNames.start(of: tag)
    if case .start(let line) = next, line.name == "tspan", line.attribute("y") != nil {
      point = SVGNames.start(of: line)
    }
    let there = place.apply(point)
    return painted.last { $0.extent.contains(there) }?.paint
  }

  private mutating func enterText(_ tag: XMLTag, _ style: Style, _ next: XMLToken) {
    let outer: Style? = if case .text? = frames.last?.kind { frames.last?.style } else { nil }
    open(.text, style)
    let paint = outer == nil ? Paint.text(style, on: background(of: tag, next)) : .none
    writer.open(text: tag, style, within: outer, paint: paint)
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    switch frames.last?.kind {
    case .text: writer.write(text: text)
    case .title: title = (title ?? "") + XMLText.decoded(text)
    case .description: description = (description ?? "") + XMLText.decoded(text)
    case .html: html.add(text)
    default: break
    }
  }

  // MARK: - HTML in SVG

  private var html = HTMLLabel()

  /// HTML has no place in a drawing; its text stands in the middle of where it stood, as SVG's own.
  private mutating func enterForeignObject(_ tag: XMLTag, _ style: Style) {
    // Beside it stands what to show instead.
    if path.dropLast().last?.name == "switch" { return open(.skipped, style) }
    html = HTMLLabel(tag)
    open(.html, style)
  }

  private mutating func enterHTML(_ tag: XMLTag) {
    if tag.name == "br" { html.breakLine() }
    open(.html, frames.last?.style ?? Style())
  }

  private mutating func leaveHTML(_ frame: Frame) {
    if case .html? = frames.last?.kind { return }
    for line in html.lines {
      var style = frame.style
      style.apply(attributes: line.tag)
      writer.open(text: line.tag, style, within: nil, paint: Paint.text(style, on: background(of: line.tag, .end)))
      writer.write(text: line.text[...])
      writer.close()
    }
  }
}

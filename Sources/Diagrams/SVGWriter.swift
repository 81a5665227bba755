import Bytes

/// Writes the inside of a drawing: elements with the attributes of `SVGNames`, without the groups that hold nothing.
struct SVGWriter {
  private var content = DrawingParts()
  /// Start tags of open elements, outermost first; of those from `written` on nothing is written yet.
  private var open: [StartTag] = []
  private var written = 0
  private let references: SVGReferences

  /// What sizes of text are multiplied by.
  private let textScale: Double

  init(references: SVGReferences, textScale: Double) {
    self.references = references
    self.textScale = textScale
  }

  /// What was written.
  var parts: [Drawing.Part] { content.parts }

  func isReferenced(_ tag: XMLTag) -> Bool { tag.attribute("id").flatMap(references.number(of:)) != nil }

  // MARK: - Elements

  /// - Returns: false for a group that would have no attribute, whose content can do without it.
  mutating func open(container tag: XMLTag) -> Bool {
    var start = StartTag(tag.name)
    add(id: tag, to: &start)
    add(geometry: tag, to: &start)
    if tag.name == "a", let destination = tag.attribute("href") ?? tag.attribute("xlink:href") {
      start.add("href", .url(XMLText.decoded(Array(destination.utf8)[...])))
    }
    guard start.hasAttributes || (tag.name != "g" && tag.name != "a") else { return false }
    open.append(start)
    return true
  }

  mutating func open(text tag: XMLTag, _ style: Style, within outer: Style?, paint: Paint) {
    var start = StartTag(tag.name)
    add(geometry: tag, to: &start)
    for (property, initial) in SVGWriter.textProperties {
      let value = self.value(of: property, style) ?? initial
      let inherited = outer.map { self.value(of: property, $0) ?? initial } ?? initial
      if value != inherited { start.add(property.rawValue, value) }
    }
    add(fill: paint, stroke: .none, to: &start)
    open.append(start)
  }

  /// Ends the element that was opened last.
  mutating func close() {
    guard let element = open.popLast() else { return }
    guard written > open.count else { return }
    written = open.count
    content.append("</\(element.name)>")
  }

  /// Text with its references as they are.
  mutating func write(text: ArraySlice<UInt8>) {
    guard text.contains(where: { $0 > 0x20 }) || written == open.count else { return }
    writeOpenTags()
    content.append(kept: text)
  }

  mutating func write(empty tag: XMLTag) {
    var start = StartTag(tag.name)
    add(geometry: tag, to: &start)
    let href = tag.attribute("href") ?? tag.attribute("xlink:href")
    if tag.name == "use" {
      guard let id = href?.dropFirst(), let number = references.number(of: String(id)) else { return }
      start.add("href", before: "#", .id(number))
    }
    write(empty: start)
  }

  mutating func write(shape tag: XMLTag, _ style: Style, fill: Paint, stroke: Paint) {
    var start = StartTag(tag.name)
    add(geometry: tag, to: &start)
    add(fill: fill, stroke: stroke, to: &start)
    if stroke != .none { add(line: style, to: &start) }
    write(empty: start)
  }

  private mutating func write(empty start: StartTag) {
    writeOpenTags()
    content.append(start.content)
    content.append("/>")
  }

  private mutating func writeOpenTags() {
    for start in open[written...] {
      content.append(start.content)
      content.append(">")
    }
    written = open.count
  }

  // MARK: - Attributes

  /// The properties of text, with the value that goes without saying.
  private static let textProperties: [(Style.Property, initial: String)] = [
    (.fontSize, "14"), (.fontWeight, "normal"), (.fontStyle, "normal"), (.textAnchor, "start"), (.baseline, "auto"),
    (.decoration, "none"),
  ]

  private func value(of property: Style.Property, _ style: Style) -> String? {
    guard property == .fontSize, let size = style.number(.fontSize) else { return SVGWriter.plain(style[property]) }
    // Nothing becomes smaller than a reader can do with.
    let scaled = (max(size * textScale, min(size, 11)) * 10).rounded() / 10
    return scaled == scaled.rounded() ? "\(Int(scaled))" : "\(scaled)"
  }

  /// A value that can be nothing but a number or a word: `14px` as `14`.
  private static func plain(_ value: String?) -> String? {
    guard let value, value.utf8.allSatisfy({ isPlain($0) }) else { return nil }
    if value == "400" { return "normal" }
    return value.hasSuffix("px") ? String(value.dropLast(2)) : value
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x30...0x39: true
    default: ".,-% ".utf8.contains(byte)
    }
  }

  private func add(id tag: XMLTag, to start: inout StartTag) {
    if let number = tag.attribute("id").flatMap(references.number(of:)) { start.add("id", .id(number)) }
  }

  private func add(geometry tag: XMLTag, to start: inout StartTag) {
    for attribute in tag.attributes {
      if SVGNames.geometry.contains(attribute.name) {
        start.add(attribute.name, coordinates: attribute.value)
      } else if SVGNames.references.contains(attribute.name),
        let number = Paint.fragment(String(decoding: attribute.value, as: UTF8.self)).flatMap(references.number(of:))
      {
        start.add(attribute.name, before: "url(#", .id(number), ")")
      }
    }
  }

  private func add(fill: Paint, stroke: Paint, to start: inout StartTag) {
    var classes: [String] = []
    for (name, paint) in [("fill", fill), ("stroke", stroke)] {
      switch paint {
      case .none: if name == "fill", start.name != "text", start.name != "tspan" { start.add("fill", "none") }
      case .role(let role): classes.append(role)
      case .colour(let colour, let opacity):
        start.add(name, colour.hex)
        if let opacity { start.add(name + "-opacity", "\(opacity)") }
      case .reference(let id):
        if let number = references.number(of: id) { start.add(name, before: "url(#", .id(number), ")") }
      }
    }
    if !classes.isEmpty { start.add("class", classes.joined(separator: " ")) }
  }

  private func add(line style: Style, to start: inout StartTag) {
    if let width = SVGWriter.plain(style[.strokeWidth]), width != "1" { start.add("stroke-width", width) }
    guard let dashes = SVGWriter.plain(style[.strokeDashes]), dashes.contains(where: { ("1"..."9").contains($0) })
    else { return }
    start.add("stroke-dasharray", dashes)
  }
}

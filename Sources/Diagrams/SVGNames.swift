/// What of SVG is written; everything else is left out.
enum SVGNames {
  static let shapes: Set<String> = ["rect", "circle", "ellipse", "path", "line", "polyline", "polygon"]
  static let containers: Set<String> = [
    "g", "a", "defs", "svg", "marker", "symbol", "clipPath", "linearGradient", "radialGradient",
  ]
  /// Those of the containers that show only where they are referred to.
  static let definitions: Set<String> = ["marker", "symbol", "clipPath", "linearGradient", "radialGradient"]
  static let empty: Set<String> = ["use", "stop"]

  /// Attributes that place things, on any element.
  static let geometry: Set<String> = [
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "width", "height", "transform", "dx",
    "dy", "viewBox", "preserveAspectRatio", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient",
    "offset", "gradientUnits", "gradientTransform", "fx", "fy", "fill-rule", "clip-rule", "stop-color", "stop-opacity",
  ]
  /// Attributes that refer to another element.
  static let references: Set<String> = ["marker-start", "marker-mid", "marker-end", "clip-path"]

  /// Where a text or a line of it begins: `dy` is in units of a letter's size where it says so.
  static func start(of tag: XMLTag) -> Transform.Point {
    func number(_ name: String) -> Double {
      guard let value = tag.attribute(name) else { return 0 }
      return value.hasSuffix("em") ? (Double(value.dropLast(2)) ?? 0) * 16 : Double(value) ?? 0
    }
    return (number("x"), number("y") + number("dy"))
  }

  /// Whether a shape is more than a point.
  static func hasExtent(_ tag: XMLTag) -> Bool {
    func size(_ name: String) -> Double { tag.attribute(name).flatMap { Double($0) } ?? 0 }
    switch tag.name {
    case "rect": return size("width") > 0 && size("height") > 0
    case "path": return tag.attribute("d").map { !$0.trimmed.isEmpty } ?? false
    default: return true
    }
  }
}

/// The part of the plane that a drawing shows.
enum ViewBox {
  private static let largest = 100_000.0

  /// Left, top, width and height; nil if the tag does not tell, or tells nonsense.
  static func read(_ tag: XMLTag) -> (x: Double, y: Double, width: Double, height: Double)? {
    let numbers = (tag.attribute("viewBox") ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
    guard numbers.count == 4, numbers.allSatisfy({ abs($0) <= largest }), numbers[2] > 0, numbers[3] > 0 else {
      return nil
    }
    return (numbers[0], numbers[1], numbers[2], numbers[3])
  }
}

/// The ids that something in a drawing refers to, numbered in their order.
struct SVGReferences {
  private var numbers: [String: Int] = [:]

  init(_ tokens: [XMLToken]) {
    for case .start(let tag) in tokens {
      for attribute in tag.attributes { add(attribute) }
    }
  }

  private mutating func add(_ attribute: XMLAttribute) {
    let value = String(decoding: attribute.value, as: UTF8.self)
    let isLink = attribute.name == "href" || attribute.name == "xlink:href"
    let names = isLink && value.hasPrefix("#") ? [String(value.dropFirst())] : SVGReferences.fragments(in: value)
    for name in names where numbers[name] == nil { numbers[name] = numbers.count + 1 }
  }

  /// The ids in each `url(#id)` of an attribute, which may be a style of several.
  private static func fragments(in value: String) -> [String] {
    var rest = value[...]
    var found: [String] = []
    while let start = rest.firstRange(of: "url("), let end = rest[start.upperBound...].firstIndex(of: ")") {
      if let id = Paint.fragment(String(rest[start.lowerBound...end])) { found.append(id) }
      rest = rest[rest.index(after: end)...]
    }
    return found
  }

  /// - Returns: nil for an id that nothing refers to.
  func number(of id: String) -> Int? { numbers[id] }
}

/// Character data of XML.
enum XMLText {
  /// The text behind its references.
  static func decoded(_ text: ArraySlice<UInt8>) -> String {
    let parts = String(decoding: text, as: UTF8.self).split(separator: "&", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { result, part in
      guard let end = part.firstIndex(of: ";"), let character = character(part[..<end]) else {
        result += "&" + part
        return
      }
      result += character + part[part.index(after: end)...]
    }
  }

  private static func character(_ name: Substring) -> String? {
    let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
    if let known = known[String(name)] { return known }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}

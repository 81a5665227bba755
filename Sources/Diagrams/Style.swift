/// The computed values of an element, as far as they show in what is written.
struct Style {
  /// Named as in CSS; SVG has attributes of the same names.
  enum Property: String, CaseIterable {
    case fill
    case fillOpacity = "fill-opacity"
    case stroke
    case strokeWidth = "stroke-width"
    case strokeDashes = "stroke-dasharray"
    case opacity
    case color
    case fontSize = "font-size"
    case fontWeight = "font-weight"
    case fontStyle = "font-style"
    case textAnchor = "text-anchor"
    case baseline = "dominant-baseline"
    case decoration = "text-decoration"
    case display
    case visibility

    /// Whether children have the value of their parent unless told otherwise.
    var isInherited: Bool { self != .opacity && self != .display }

    static func named(_ name: some StringProtocol) -> Property? { Property(rawValue: String(name)) }
  }

  private var values: [Property: String] = [:]

  init() {}

  /// The style of a child before anything is said of it.
  init(inheriting parent: Style) {
    values = parent.values.filter(\.key.isInherited)
  }

  subscript(_ property: Property) -> String? { values[property] }

  /// A value as a number, with or without `px`.
  func number(_ property: Property) -> Double? {
    values[property].flatMap { Double($0.hasSuffix("px") ? $0.dropLast(2) : $0[...]) }
  }

  /// Takes declarations, the weightiest last within those that are important and those that are not.
  mutating func apply(_ declarations: [Declaration]) {
    for isImportant in [false, true] {
      for declaration in declarations where declaration.isImportant == isImportant {
        switch declaration.value {
        case "inherit", "revert", "initial", "unset": break
        default: values[declaration.property] = declaration.value
        }
      }
    }
  }

  /// Takes the attributes of a tag that are named as properties, which anything else outweighs.
  mutating func apply(attributes tag: XMLTag) {
    apply(
      tag.attributes.compactMap { attribute in
        Property.named(attribute.name).map {
          Declaration(property: $0, value: String(decoding: attribute.value, as: UTF8.self), isImportant: false)
        }
      })
  }

  /// Whether an element shows at all.
  var isShown: Bool {
    self[.display] != "none" && self[.visibility] != "hidden" && number(.opacity) != 0
  }
}

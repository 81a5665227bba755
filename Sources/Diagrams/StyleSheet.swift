/// The rules of the style sheets in a drawing, as far as they decide what `Style` holds.
struct StyleSheet {
  private struct Rule {
    let selector: Selector
    /// The rule's place in the order of the sheet.
    let order: Int
    let declarations: [Declaration]
  }

  private var rules: [Rule] = []
  /// Rules by a class or else the tag that their subject must have, so that few are tried per element.
  private var byClass: [Substring: [Int]] = [:]
  private var byTag: [String: [Int]] = [:]
  private var others: [Int] = []

  init(_ text: String) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      let prelude = rest[..<open].trimmed
      rest = rest[rest.index(after: open)...]
      let end = StyleSheet.end(ofBlock: rest)
      if !prelude.hasPrefix("@") { add(prelude, Declaration.list(rest[..<end])) }
      rest = rest[end...].dropFirst()
    }
  }

  /// Where a block ends that may hold others.
  private static func end(ofBlock text: Substring) -> Substring.Index {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return text.endIndex
  }

  private mutating func add(_ selectors: Substring, _ declarations: [Declaration]) {
    guard !declarations.isEmpty else { return }
    for text in selectors.split(separator: ",") {
      guard let selector = Selector(text.trimmed) else { continue }
      let index = rules.count
      rules.append(Rule(selector: selector, order: index, declarations: declarations))
      if let name = selector.subject.classes.first {
        byClass[name, default: []].append(index)
      } else if let tag = selector.subject.tag {
        byTag[tag, default: []].append(index)
      } else {
        others.append(index)
      }
    }
  }

  /// What the rules say of an element, the weightiest last.
  ///
  /// - Parameter path: the element behind its ancestors, outermost first.
  func declarations(for path: [StyledElement]) -> [Declaration] {
    guard let element = path.last else { return [] }
    let candidates = others + (byTag[element.name] ?? []) + Set(element.classes).flatMap { byClass[$0] ?? [] }
    return candidates.map { rules[$0] }.filter { $0.selector.matches(path) }
      .sorted { ($0.selector.specificity, $0.order) < ($1.selector.specificity, $1.order) }
      .flatMap(\.declarations)
  }
}

/// A property with its value.
struct Declaration {
  let property: Style.Property
  let value: String
  let isImportant: Bool

  /// Reads `fill: red; stroke: none !important`, without what `Style` does not hold.
  static func list(_ text: some StringProtocol) -> [Declaration] {
    text.split(separator: ";").compactMap { declaration in
      guard let colon = declaration.firstIndex(of: ":"),
        let property = Style.Property.named(declaration[..<colon].trimmed)
      else { return nil }
      var value = declaration[declaration.index(after: colon)...].trimmed
      let isImportant = value.hasSuffix("!important")
      if isImportant { value = value.dropLast("!important".count).trimmed }
      return value.isEmpty ? nil : Declaration(property: property, value: String(value), isImportant: isImportant)
    }
  }
}

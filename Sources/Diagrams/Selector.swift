/// What selectors are held against: a tag and its place.
struct StyledElement {
  let name: String
  let id: String?
  let classes: [Substring]
  let tag: XMLTag

  init(_ tag: XMLTag) {
    self.tag = tag
    name = tag.name
    id = tag.attribute("id")
    classes = Array(tag.attribute("class") ?? "").split(separator: " ").map { Substring(String($0)) }
  }
}

/// A complex selector: tags, ids, classes, attributes and `:not()`, joined by descent or `>`.
struct Selector {
  private let compounds: [Compound]
  /// Whether each compound but the first must be a child of what matches the one before it.
  private let isChild: [Bool]
  /// Ids, classes and tags as digits of base 1000.
  let specificity: Int

  /// What the element itself must have.
  var subject: Compound { compounds[compounds.count - 1] }

  /// - Returns: nil for a selector with anything else in it, which then matches nothing.
  init?(_ text: Substring) {
    var compounds: [Compound] = []
    var isChild: [Bool] = []
    var nextIsChild = false
    for word in Selector.words(text) {
      if word == ">" {
        nextIsChild = true
        continue
      }
      guard let compound = Compound(word) else { return nil }
      if !compounds.isEmpty { isChild.append(nextIsChild) }
      nextIsChild = false
      compounds.append(compound)
    }
    guard !compounds.isEmpty, !nextIsChild else { return nil }
    self.compounds = compounds
    self.isChild = isChild
    specificity = compounds.reduce(0) { $0 + $1.specificity }
  }

  /// Cuts at blanks and `>` outside of brackets and parentheses.
  private static func words(_ text: Substring) -> [Substring] {
    var words: [Substring] = []
    var depth = 0
    var start = text.startIndex
    func cut(_ end: Substring.Index) {
      if start < end { words.append(text[start..<end]) }
    }
    for index in text.indices {
      switch text[index] {
      case "[", "(": depth += 1
      case "]", ")": depth -= 1
      case " ", "\n", "\t", ">":
        guard depth == 0 else { continue }
        cut(index)
        if text[index] == ">" { words.append(">") }
        start = text.index(after: index)
      default: break
      }
    }
    cut(text.endIndex)
    return words
  }

  /// - Parameter path: the element behind its ancestors, outermost first.
  func matches(_ path: some RandomAccessCollection<StyledElement>) -> Bool {
    matches(Array(path)[...], upTo: compounds.count - 1)
  }

  /// Tries every ancestor, so it takes a power of the compounds, of which a selector has few.
  private func matches(_ path: ArraySlice<StyledElement>, upTo last: Int) -> Bool {
    guard let element = path.last, compounds[last].matches(element) else { return false }
    guard last > 0 else { return true }
    var ancestors = path.dropLast()
    if isChild[last - 1] { return matches(ancestors, upTo: last - 1) }
    while !ancestors.isEmpty {
      if matches(ancestors, upTo: last - 1) { return true }
      ancestors = ancestors.dropLast()
    }
    return false
  }
}

/// The part of a selector that speaks of one element: `rect.actor[name="x"]`.
struct Compound {
  private(set) var tag: String?
  private(set) var classes: [Substring] = []
  private var id: Substring?
  private var attributes: [(name: String, isSuffix: Bool, value: Substring)] = []
  private var exceptions: [Compound] = []

  init?(_ text: Substring) {
    var rest = text
    if let first = rest.first, first.isLetter || first == "*" {
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "*" }
      if name != "*" { tag = String(name) }
      rest = rest.dropFirst(name.count)
    }
    while let mark = rest.popFirst() {
      guard take(mark, &rest) else { return nil }
    }
  }

  private mutating func take(_ mark: Character, _ rest: inout Substring) -> Bool {
    switch mark {
    case "#", ".":
      let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      rest = rest.dropFirst(name.count)
      if mark == "#" { id = name } else { classes.append(name) }
      return !name.isEmpty
    case "[":
      guard let end = rest.firstIndex(of: "]") else { return false }
      defer { rest = rest[rest.index(after: end)...] }
      return take(attribute: rest[..<end])
    case ":":
      guard rest.hasPrefix("not("), let end = rest.firstIndex(of: ")"),
        let exception = Compound(rest[..<end].dropFirst(4))
      else { return false }
      rest = rest[rest.index(after: end)...]
      exceptions.append(exception)
      return true
    default: return false
    }
  }

  private mutating func take(attribute: Substring) -> Bool {
    guard let equals = attribute.firstIndex(of: "=") else { return false }
    var name = attribute[..<equals]
    let isSuffix = name.last == "$"
    if isSuffix { name = name.dropLast() }
    guard name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return false }
    let value = attribute[attribute.index(after: equals)...].drop { $0 == "\"" || $0 == "'" }
    attributes.append((String(name), isSuffix, value.prefix { $0 != "\"" && $0 != "'" }))
    return true
  }

  var specificity: Int {
    (id == nil ? 0 : 1_000_000) + (classes.count + attributes.count) * 1000 + (tag == nil ? 0 : 1)
      + exceptions.reduce(0) { $0 + $1.specificity }
  }

  func matches(_ element: StyledElement) -> Bool {
    if let tag, tag != element.name { return false }
    if let id, element.id.map({ $0 == id }) != true { return false }
    return classes.allSatisfy(element.classes.contains)
      && attributes.allSatisfy { name, isSuffix, value in
        element.tag.attribute(name).map { isSuffix ? $0.hasSuffix(value) : $0 == value } ?? false
      }
      && exceptions.allSatisfy { !$0.matches(element) }
  }
}

/// A JSON value (RFC 8259); the members of an object stay in the order that they were given in.
package enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number by its digits, so that it is written as exactly as it is known: `99.95`.
  case decimal(String)
  case text(String)
  case list([JSON])
  case object([Member])

  /// A key of an object and what it stands for.
  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  /// An object, less the members that are nil.
  package init(dictionaryLiteral members: (String, JSON?)...) {
    self = .object(members.compactMap { key, value in value.map { Member(key, $0) } })
  }
}

extension JSON: ExpressibleByArrayLiteral {
  package init(arrayLiteral elements: JSON...) { self = .list(elements) }
}

extension JSON: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
}

extension JSON: ExpressibleByBooleanLiteral {
  package init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension JSON: ExpressibleByIntegerLiteral {
  package init(integerLiteral number: Int) { self = .integer(number) }
}

extension JSON {
  /// An object with the members of another behind its own.
  package static func + (left: JSON, right: JSON) -> JSON { .object(left.members + right.members) }

  /// Empty for what is no object.
  private var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The value as a file that people can read and compare line by line.
  package var file: [UInt8] {
    var buffer = ByteBuffer()
    buffer.append(self, indent: 0)
    buffer.append("\n")
    return buffer.bytes
  }
}

extension ByteBuffer {
  /// Appends a JSON value.
  ///
  /// - Parameter indent: how deep its lines are indented, by two spaces each; nil for all of it on one line.
  package mutating func append(_ json: JSON, indent: Int? = nil) {
    switch json {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .integer(let number): append(String(number))
    case .decimal(let digits): append(digits)
    case .text(let text): appendJSON(text)
    case .list(let elements):
      append(elements, between: ("[", "]"), indent: indent) { $0.append($1, indent: $2) }
    case .object(let members):
      append(members, between: ("{", "}"), indent: indent) { buffer, member, indent in
        buffer.appendJSON(member.key)
        buffer.append(indent == nil ? ":" : ": ")
        buffer.append(member.value, indent: indent)
      }
    }
  }

  private mutating func append<Element>(
    _ elements: [Element], between brackets: (String, String), indent: Int?,
    write: (inout ByteBuffer, Element, Int?) -> Void
  ) {
    append(brackets.0)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      breakLine(indent.map { $0 + 1 })
      write(&self, element, indent.map { $0 + 1 })
    }
    if !elements.isEmpty { breakLine(indent) }
    append(brackets.1)
  }

  private mutating func breakLine(_ indent: Int?) {
    guard let indent else { return }
    append("\n")
    append(String(repeating: "  ", count: indent))
  }

  /// Appends a text as a JSON string, with its quotes.
  package mutating func appendJSON(_ text: String) {
    append("\"")
    append(text, escaping: .json)
    append("\"")
  }
}

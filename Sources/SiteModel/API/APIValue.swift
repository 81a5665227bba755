package import Bytes
package import YAML

/// A value of the files for programs: how it is written, and what JSON Schema says of it.
package protocol APIValue: Sendable {
  /// The type as JSON Schema (2020-12) tells it.
  ///
  /// - Parameter definitions: where the type puts schemas that it refers to by name.
  static func schema(_ definitions: inout APIDefinitions) -> JSON

  var json: JSON { get }
}

/// Schemas by the names under which others refer to them.
package struct APIDefinitions: Sendable {
  private var schemas: [String: JSON] = [:]

  package init() {}

  /// The reference to a schema, which is made once.
  mutating func reference(to name: String, _ make: (inout APIDefinitions) -> JSON) -> JSON {
    if schemas[name] == nil {
      // The name is taken before the schema is made, since that may refer to itself.
      schemas[name] = .null
      schemas[name] = make(&self)
    }
    return ["$ref": .text("#/$defs/\(name)")]
  }

  /// All schemas by name; nil without any.
  var json: JSON? {
    let members = schemas.sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value) }
    return members.isEmpty ? nil : .object(members)
  }
}

extension String: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "string"] }
  package var json: JSON { .text(self) }
}

extension Bool: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "boolean"] }
  package var json: JSON { .bool(self) }
}

extension Int: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "integer"] }
  package var json: JSON { .integer(self) }
}

extension CalendarDate: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "string", "format": "date"] }
  package var json: JSON { .text(iso) }
}

extension Period: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON { ["type": "string", "format": "duration"] }
  package var json: JSON { .text(iso) }
}

extension Array: APIValue where Element: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    ["type": "array", "items": Element.schema(&definitions)]
  }
  package var json: JSON { .list(map(\.json)) }
}

/// Any keys, in their order.
extension Dictionary: APIValue where Key == String, Value: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    ["type": "object", "additionalProperties": Value.schema(&definitions)]
  }
  package var json: JSON { .object(sorted { $0.key < $1.key }.map { JSON.Member($0.key, $0.value.json) }) }
}

/// What is missing is null, so that every key is always there.
extension Optional: APIValue where Wrapped: APIValue {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    ["anyOf": [Wrapped.schema(&definitions), ["type": "null"]]]
  }
  package var json: JSON { self?.json ?? .null }
}

extension APIValue where Self: RawRepresentable<String> & CaseIterable {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    ["enum": .list(allCases.map { .text($0.rawValue) })]
  }
  package var json: JSON { .text(rawValue) }
}

extension PageType: APIValue {}

/// A URL reference.
package struct APIAddress: APIValue {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    ["type": "string", "format": "uri-reference"]
  }
  package var json: JSON { .text(text) }
}

package import Bytes

/// A value with named fields: an object of JSON.
package protocol APIRecord: APIValue {
  static var shape: APIShape<Self> { get }
}

extension APIRecord {
  package static func schema(_ definitions: inout APIDefinitions) -> JSON {
    definitions.reference(to: shape.name) { shape.schema(&$0) }
  }
  package var json: JSON { .object(Self.shape.fields.map { JSON.Member($0.name, $0.read(self)) }) }
}

/// The fields of one kind of record, from which both its JSON and its schema are made.
package struct APIShape<Model: Sendable>: Sendable {
  let name: String
  let fields: [APIField<Model>]

  /// - Parameter name: what schemas call such a record: `capability`.
  package init(_ name: String, _ fields: [APIField<Model>]) {
    self.name = name
    self.fields = fields
  }

  fileprivate func schema(_ definitions: inout APIDefinitions) -> JSON {
    var properties: [JSON.Member] = []
    for field in fields { properties.append(JSON.Member(field.name, field.schema(&definitions))) }
    return [
      "type": "object",
      "properties": .object(properties),
      "required": .list(fields.map { .text($0.name) }),
    ]
  }
}

/// One key of a record, which is always there.
package struct APIField<Model: Sendable>: Sendable {
  let name: String
  let schema: @Sendable (inout APIDefinitions) -> JSON
  let read: @Sendable (Model) -> JSON

  /// - Parameter about: what it means, for the schema; nil where its name and type say it.
  package init<Value: APIValue>(
    _ name: String, _ about: String? = nil, _ value: @escaping @Sendable (Model) -> Value
  ) {
    self.name = name
    schema = { definitions in
      ["description": about.map { .text($0) }] + Value.schema(&definitions)
    }
    read = { value($0).json }
  }
}

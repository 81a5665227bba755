package import Bytes

/// The fields of one kind of model as templates see them: names, types, and how to read each.
///
/// Make it a `static let`: a schema that is made anew at each use costs time, and is a kind of its own each time.
/// All of it is inlinable, so that the modules with the models read them without generic code: a quarter of the time.
@usableFromInline package struct Schema<Model: Sendable>: Sendable {
  @usableFromInline let recordShape: RecordShape
  @usableFromInline let fields: [Field<Model>]

  /// A model with these fields, and a flag `hasTags` beside each list `tags`: Mustache alone cannot ask whether a list has
  /// items without walking through them.
  ///
  /// - Parameter name: what messages call such a model: "page", "navigation entry".
  @inlinable package init(_ name: String, _ fields: [Field<Model>]) {
    let fields = fields + fields.compactMap(\.presence)
    recordShape = RecordShape(name, fields.map { ($0.name, $0.shape) })
    self.fields = fields
  }

  /// What templates may ask of such a model.
  @inlinable package var shape: Shape { .record(recordShape) }

  /// The model as templates see it.
  @inlinable package func record(_ model: Model) -> Record {
    Record(model: SchemaModel(recordShape, fields, model))
  }

  /// The record of the model, as a value.
  @inlinable package func value(_ model: Model) -> Value {
    .record(record(model))
  }
}

/// A model behind `Record`.
@usableFromInline final class SchemaModel<Model: Sendable>: ErasedModel {
  @usableFromInline let shape: RecordShape
  @usableFromInline let fields: [Field<Model>]
  @usableFromInline let model: Model

  @inlinable init(_ shape: RecordShape, _ fields: [Field<Model>], _ model: Model) {
    self.shape = shape
    self.fields = fields
    self.model = model
  }

  @inlinable func value(of hash: Int) -> Value? {
    guard let position = shape.position(of: hash) else { return nil }
    return fields[position].read(model)
  }
}

/// One name that templates may use of a model.
@usableFromInline package struct Field<Model: Sendable>: Sendable {
  @usableFromInline let name: String
  @usableFromInline let shape: @Sendable () -> Shape
  @usableFromInline let read: @Sendable (Model) -> Value
  @usableFromInline let isList: Bool

  @inlinable init(
    _ name: String, isList: Bool = false, shape: @escaping @Sendable () -> Shape,
    read: @escaping @Sendable (Model) -> Value
  ) {
    self.name = name
    self.isList = isList
    self.shape = shape
    self.read = read
  }

  /// Whether a list has items: `hasTags` for `tags`.
  @inlinable var presence: Field? {
    guard isList, let first = name.first else { return nil }
    return .flag("has" + first.uppercased() + name.dropFirst()) { [read] model in
      guard case .list(let items) = read(model) else { return false }
      return !items.isEmpty
    }
  }

  /// Text, escaped where it is written.
  ///
  /// Nil is absent; nil and empty text are falsy.
  @inlinable package static func text(_ name: String, _ read: @escaping @Sendable (Model) -> String?) -> Field {
    Field(name, shape: { .text }, read: { read($0).map(Value.text) ?? .none })
  }

  /// Text of the interface, written in the language of the templates.
  ///
  /// Nil is absent; nil and empty phrases are falsy.
  package static func phrase(_ name: String, _ read: @escaping @Sendable (Model) -> Phrase?) -> Field {
    Field(name, shape: { .text }, read: { read($0).map { .phrase(Wording(phrase: $0)) } ?? .none })
  }

  /// A list of texts of the interface.
  package static func phrases(_ name: String, _ read: @escaping @Sendable (Model) -> [Phrase]) -> Field {
    Field(name, isList: true, shape: { .list(of: .text) }) { .list(read($0).map { .phrase(Wording(phrase: $0)) }) }
  }

  /// Something to ask with a section, not to be written.
  @inlinable package static func flag(_ name: String, _ read: @escaping @Sendable (Model) -> Bool) -> Field {
    Field(name, shape: { .flag }, read: { .flag(read($0)) })
  }

  /// HTML, written as it is.
  ///
  /// Nil is absent; nil and an empty fragment are falsy.
  @inlinable package static func html(_ name: String, _ read: @escaping @Sendable (Model) -> Fragment?) -> Field {
    Field(name, shape: { .html }, read: { read($0).map(Value.html) ?? .none })
  }

  /// A list of texts: `{{#tags}}{{.}}{{/tags}}`.
  @inlinable package static func texts(_ name: String, _ read: @escaping @Sendable (Model) -> [String]) -> Field {
    Field(name, isList: true, shape: { .list(of: .text) }, read: { .list(read($0).map(Value.text)) })
  }

  /// Another model, or nil where there is none: `{{#next}}{{title}}{{/next}}` or `{{next.title}}`.
  ///
  /// - Parameter schema: evaluated when it is needed, so that schemas may refer to themselves and to one another.
  @inlinable package static func record<Other>(
    _ name: String, _ schema: @autoclosure @escaping @Sendable () -> Schema<Other>,
    _ read: @escaping @Sendable (Model) -> Other?
  ) -> Field {
    Field(name, shape: { schema().shape }, read: { model in read(model).map { schema().value($0) } ?? .none })
  }

  /// A list of other models: `{{#children}}{{title}}{{/children}}`.
  ///
  /// - Parameter schema: evaluated when it is needed, so that schemas may refer to themselves and to one another.
  @inlinable package static func list<Other>(
    _ name: String, _ schema: @autoclosure @escaping @Sendable () -> Schema<Other>,
    _ read: @escaping @Sendable (Model) -> [Other]
  ) -> Field {
    Field(name, isList: true, shape: { .list(of: schema().shape) }) { model in
      let schema = schema()
      return .list(read(model).map { schema.value($0) })
    }
  }

  /// A value whose type is not known here, such as the data of a page that another module made.
  @inlinable package static func value(
    _ name: String, _ shape: Shape, _ read: @escaping @Sendable (Model) -> Value
  ) -> Field {
    Field(name, shape: { shape }, read: read)
  }
}

package import Diagnostics
package import Templates
package import YAML

/// A kind of piece that Markdown pages may place: `:::slo secrets-read-availability show=budget`.
package struct EmbedKind: Sendable {
  /// What follows the argument as `name=value`.
  package struct Option: Sendable {
    package let name: String
    /// The values to choose from; empty where the source decides.
    package let values: [String]

    package init(_ name: String, values: [String] = []) {
      self.name = name
      self.values = values
    }
  }

  /// What pages write behind the colons; the theme shows the piece with its partial `embeds/NAME`.
  package let name: String
  /// What the argument is, such as "the name of a capability"; nil where there is none.
  package let argument: String?
  package let options: [Option]
  /// Of the value that the partial gets.
  package let shape: Shape

  package init(_ name: String, argument: String?, options: [Option] = [], shape: Shape) {
    self.name = name
    self.argument = argument
    self.options = options
    self.shape = shape
  }
}

/// What an embed asks for, held against its kind.
package struct EmbedRequest: Sendable {
  /// There for kinds that take one.
  package let argument: Located<String>?
  private let options: [String: Located<String>]

  init(argument: Located<String>?, options: [String: Located<String>]) {
    self.argument = argument
    self.options = options
  }

  package func option(_ name: String) -> Located<String>? { options[name] }
}

/// The value of an embed's partial, on the page that holds it.
package typealias EmbedData = @Sendable (PlanContext) -> Value

/// How a source answers the embeds of a kind.
package struct EmbedPlan: Sendable {
  package let kind: EmbedKind
  /// Nil where the request names something that is not there, with a finding of what.
  package let answer: @Sendable (EmbedRequest) -> Outcome<EmbedData?>

  package init(kind: EmbedKind, answer: @escaping @Sendable (EmbedRequest) -> Outcome<EmbedData?>) {
    self.kind = kind
    self.answer = answer
  }
}

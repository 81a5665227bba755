import Diagnostics
import YAML

/// What the annotations of ours say of a service level.
struct ServiceLevelAnnotations: Sendable {
  private(set) var audience: ServiceLevelObjective.Audience?
  private(set) var agreement: ServiceLevelObjective.Agreement?

  private static let known = ["portico/capability", "portico/audience", "portico/agreement", "portico/consequence"]

  /// Annotations of others are none of our business; one of ours that is misspelt would be dropped without a word.
  static func read(_ document: YAMLNode) -> Outcome<ServiceLevelAnnotations> {
    var annotations = ServiceLevelAnnotations()
    guard case .mapping(let entries) = document["metadata"]?["annotations"]?.content else {
      return Outcome(annotations)
    }
    var diagnostics = entries.filter { isUnknown($0.key.text ?? "") }.map { entry in
      let name = entry.key.text ?? ""
      return Diagnostic(
        .unknownKey, "'\(name)' is no annotation of a service level", at: entry.key.span,
        help: DidYouMean.help(for: name, in: known) ?? "Write one of: \(known.joined(separator: ", ")).")
    }
    for entry in entries {
      switch entry.key.text {
      case "portico/audience": annotations.audience = choice(entry, &diagnostics)
      case "portico/agreement": annotations.agreement = choice(entry, &diagnostics)
      default: break
      }
    }
    return Outcome(annotations, diagnostics)
  }

  private static func isUnknown(_ name: String) -> Bool { name.hasPrefix("portico/") && !known.contains(name) }

  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ entry: YAMLNode.Entry, _ diagnostics: inout [Diagnostic]
  ) -> Choice? where Choice.RawValue == String {
    let text = entry.value.text ?? ""
    if let choice = Choice(rawValue: text) { return choice }
    let choices = Choice.allCases.map(\.rawValue)
    diagnostics.append(
      Diagnostic(
        .invalidValue, "'\(entry.key.text ?? "")' cannot be '\(text)'", at: entry.value.span,
        help: DidYouMean.help(for: text, in: choices) ?? "Write one of: \(choices.joined(separator: ", "))."))
    return nil
  }
}

import Diagnostics
import YAML

/// The kinds of documents that are known, by the version of their format.
enum Kinds {
  private static let known = OpenSLOVersion.allCases.reduce(
    into: ["portico/v1": ["Capability", "Measurements", "Roadmap", "OnboardingPath", "Team"]]
  ) { known, version in known[version.rawValue] = version.kinds }

  private static let versions =
    (known.keys + ["backstage.io/v1alpha1", "backstage.io/v1beta1", templates]).sorted()

  private static let templates = "scaffolder.backstage.io/v1beta3"

  /// A finding where a document's version or kind is none of those.
  static func unknown(in document: YAMLNode) -> Diagnostic? {
    guard let version = document["apiVersion"], let kind = document["kind"] else { return nil }
    guard let kinds = known[version.text ?? ""] else {
      let help =
        kind.text == "Template"
        ? "Bring the template up to '\(templates)'." : DidYouMean.help(for: version.text ?? "", in: versions)
      return finding("the version", version, help, versions)
    }
    return kinds.contains(kind.text ?? "")
      ? nil : finding("the kind", kind, DidYouMean.help(for: kind.text ?? "", in: kinds), kinds)
  }

  private static func finding(_ what: String, _ node: YAMLNode, _ help: String?, _ known: [String]) -> Diagnostic {
    Diagnostic(
      .unknownKind, "\(what) '\(node.text ?? "")' is not read", at: node.span,
      help: help ?? "Write one of: \(known.joined(separator: ", ")).")
  }
}

import Diagnostics
import YAML

/// The kinds of documents that are known, by the version of their format.
enum Kinds {
  private static let known = [
    "portico/v1": ["Capability", "Measurements", "Roadmap", "OnboardingPath", "Team"],
    // All kinds of OpenSLO v1; only the first is read so far.
    "openslo/v1": [
      "SLO", "SLI", "Service", "DataSource", "AlertPolicy", "AlertCondition", "AlertNotificationTarget",
    ],
  ]

  /// A finding where a document's version or kind is none of those.
  static func unknown(in document: YAMLNode) -> Diagnostic? {
    guard let version = document["apiVersion"], let kind = document["kind"] else { return nil }
    guard let kinds = known[version.text ?? ""] else {
      let versions = known.keys.sorted()
      return finding("the version", version, DidYouMean.help(for: version.text ?? "", in: versions), versions)
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

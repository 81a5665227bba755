import Diagnostics
import YAML

extension Catalogue {
  /// Finds capabilities that say that they end, and in another place that they do not.
  func checkEnds() -> [Diagnostic] {
    capabilities.flatMap { [$0.successorFinding, $0.sunsetFinding].compactMap { $0 } }
  }
}

extension Capability {
  fileprivate var successorFinding: Diagnostic? {
    guard let replacedBy, lifecycle != .deprecated else { return nil }
    return Diagnostic(
      .capabilityEnd, "'\(metadata.name.value)' is replaced, but its lifecycle is \(lifecycle.rawValue)",
      at: replacedBy.span, help: "Write 'lifecycle: deprecated', or remove 'replacedBy'.")
  }

  fileprivate var sunsetFinding: Diagnostic? {
    guard let end, lifecycle != .deprecated else { return nil }
    return Diagnostic(
      .capabilityEnd, "'\(metadata.name.value)' has a sunset, but its lifecycle is \(lifecycle.rawValue)", at: end.span,
      help: "Write 'lifecycle: deprecated', or remove 'sunset'.")
  }
}

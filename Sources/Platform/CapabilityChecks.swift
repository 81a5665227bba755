package import Diagnostics
package import YAML

extension Catalogue {
  /// Finds capabilities whose end does not fit their lifecycle, or has come and gone.
  package func checkEnds(asOf today: CalendarDate) -> [Diagnostic] {
    capabilities.flatMap { capability in
      [capability.successorFinding, capability.sunsetFinding(asOf: today)].compactMap { $0 }
    }
  }
}

extension Capability {
  fileprivate var successorFinding: Diagnostic? {
    guard let replacedBy, lifecycle != .deprecated else { return nil }
    return Diagnostic(
      .capabilityEnd, "'\(metadata.name.value)' is replaced, but its lifecycle is \(lifecycle.rawValue)",
      at: replacedBy.span, help: "Write 'lifecycle: deprecated', or remove 'replacedBy'.")
  }

  fileprivate func sunsetFinding(asOf today: CalendarDate) -> Diagnostic? {
    guard let end else { return nil }
    if end.value < today {
      return Diagnostic(
        .capabilityEnd, "the sunset of '\(metadata.name.value)' has passed", at: end.span,
        help: "Remove the capability with its pages, or write the day that it really ends.")
    }
    guard lifecycle != .deprecated else { return nil }
    return Diagnostic(
      .capabilityEnd, "'\(metadata.name.value)' has a sunset, but its lifecycle is \(lifecycle.rawValue)", at: end.span,
      help: "Write 'lifecycle: deprecated', or remove 'sunset'.")
  }
}

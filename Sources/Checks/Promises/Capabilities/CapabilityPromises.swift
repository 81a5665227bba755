import Diagnostics
import Platform
import SiteModel
import YAML

/// One thing that a capability promises by being in production.
struct CapabilityPromise: Sendable {
  /// What is wrong where the promise is not kept.
  struct Lack {
    /// Goes on after "'secrets' is in production".
    let message: String
    /// The part of the descriptor that says too little; nil where there is none.
    var span: SourceSpan?
    let help: String
    var notes: [String] = []
  }

  let rule: Rule
  /// - Returns: nil where the promise is kept, or where another rule reports that it is not.
  let judge: @Sendable (CapabilityFacts, PlatformFacts) -> Lack?

  static let all: [CapabilityPromise] = [.serviceLevel, .measurements, .support, .guide, .access]
}

/// Capabilities in production that lack what users rely on.
///
/// That each has an owner is checked where the catalogue is read.
struct CapabilityPromises: CatalogueCheck {
  static let rules: [Rule] = CapabilityPromise.all.map(\.rule)

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    let promising = platform.catalogue.capabilities.filter { $0.lifecycle == .production }
    guard !promising.isEmpty else { return [] }
    let shown = platform.facts(site)
    return promising.flatMap { capability in
      let facts = shown(capability)
      return CapabilityPromise.all.compactMap { promise in
        promise.judge(facts, platform).map { lack in
          Diagnostic(
            promise.rule, "'\(capability.metadata.name.value)' is in production\(lack.message)",
            at: lack.span ?? capability.metadata.name.span, help: lack.help, notes: lack.notes)
        }
      }
    }
  }
}

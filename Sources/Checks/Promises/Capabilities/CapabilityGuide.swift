import Diagnostics
import Platform

extension CapabilityPromise {
  /// A page without a type may be such a guide.
  static let guide = CapabilityPromise(
    rule: Rule(
      "capability-guide", .warning, in: .promises, "No page tells how to begin with a capability in production.",
      rationale: "Newcomers ask a person, or do it their own way, where no page takes them to a first success.",
      remedy: """
        Write a page with 'type: tutorial' or 'type: how-to', in its folder or with 'capability: NAME', or make one of \
        its pages a step of an onboarding path.
        """)
  ) { facts, _ in
    let mayBegin = facts.guides.contains { ["tutorial", "how-to", nil].contains($0.type) }
    guard !mayBegin, facts.steps.isEmpty else { return nil }
    return Lack(
      message: ", and no page tells how to begin",
      help: "Write a page in its folder with 'type: tutorial', or name it as the 'capability' of one elsewhere.")
  }
}

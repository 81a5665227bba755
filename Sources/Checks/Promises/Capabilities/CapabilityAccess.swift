import Diagnostics
import Platform

extension CapabilityPromise {
  static let access = CapabilityPromise(
    rule: Rule(
      "capability-access", .warning, in: .promises, "Nothing tells how to get a capability in production.",
      rationale: "What nobody knows how to ask for is not offered.",
      remedy: "Name the page that tells how under 'access.how', or the template that sets it up under 'templates'.",
      bad: "lifecycle: production",
      good: "lifecycle: production\naccess: {selfService: true, how: get-access.md, leadTime: PT10M}")
  ) { facts, _ in
    let capability = facts.capability
    guard capability.access?.how == nil, capability.templates.isEmpty, facts.steps.isEmpty else { return nil }
    return Lack(
      message: ", and nothing tells how to get it", span: capability.access?.span,
      help: "Name the page that tells how under 'access.how', or a template under 'templates'.")
  }
}

import Bytes
import Platform
import SiteModel
import YAML

extension DomainPlanner {
  /// What readers choose a page by: what it shows, and the capability that it belongs to by its folder or its front matter.
  var facts: @Sendable (Page) -> PageFacts {
    let levels = catalogue.serviceLevels.compactMap { slo in
      catalogue.capability(of: slo).map { (folder(of: slo), $0) }
    }
    let byFolder = Dictionary(catalogue.capabilities.map { (folder(of: $0), $0) } + levels) { first, _ in first }
    return { page in
      var facts = PageFacts(kind: page.plan.flatMap { DomainPlanner.kinds[$0.layout] })
      let named = page.document?.frontMatter.capability.map { EntityReference($0.value, defaultKind: "capability") }
      if let capability = named.flatMap(catalogue.capability) ?? nearest(page.folder, in: byFolder) {
        facts.capability = capability.metadata.displayName
        facts.owner = owner(capability.owner.value)?.name
      }
      return facts
    }
  }

  private func nearest(_ folder: String, in capabilities: [String: Capability]) -> Capability? {
    var folder = folder
    while !folder.isEmpty {
      if let capability = capabilities[folder] { return capability }
      folder = ContentPath.folder(of: folder)
    }
    return nil
  }

  /// By layout, of pages that show one thing.
  private static let kinds: [String: Phrase] = [
    "capability": "Capability", "service-level": "Service level", "template": "Template", "team": "Team",
    "path": "Onboarding path", "entity": "Catalogue entry", "incident": "Incident", "decision": "Decision",
    "change": "Change", "roadmap": "Roadmap",
  ]
}

import Bytes
import Platform
import SiteModel
import YAML

/// The texts of all capabilities of a site, found in one pass; `DomainPlanner.isPage` tells the same of one capability.
struct CapabilityPages {
  private var documents: [EntityReference: [Document]] = [:]

  init(_ planner: DomainPlanner, _ site: Site) {
    let folders = Dictionary(grouping: planner.catalogue.capabilities, by: planner.folder(of:))
    for page in site.pages {
      guard let document = page.document, document.frontMatter.kind == nil else { continue }
      let around = sequence(first: page.folder) { $0.isEmpty ? nil : ContentPath.folder(of: $0) }
      var owners = Set(around.flatMap { folders[$0] ?? [] }.map(\.reference))
      if let name = document.frontMatter.capability?.value {
        owners.insert(EntityReference(name, defaultKind: "capability"))
      }
      for owner in owners { documents[owner, default: []].append(document) }
    }
  }

  /// In the order of the site.
  func texts(of capability: Capability) -> [Document] { documents[capability.reference] ?? [] }
}

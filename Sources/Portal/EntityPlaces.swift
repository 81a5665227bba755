import Bytes
import Platform
import SiteModel
import YAML

/// Where an entity's documentation, source and descriptor are, by its annotations.
///
/// Source: Backstage, "Well-known Annotations on Catalog Entities".
struct EntityPlaces {
  let links: [PageLink]

  init(of entity: Entity, planner: DomainPlanner, context: PlanContext) {
    let annotations = entity.metadata.annotations
    let folder = ContentPath.folder(of: planner.documents[entity.origin].path)
    func link(_ title: Phrase, _ href: String) -> PageLink {
      PageLink(title: context.phrases.text(of: title), href: href)
    }
    func url(_ key: String, _ title: Phrase) -> PageLink? {
      annotations[key]?.value.withoutLocationType.webAddress.map { link(title, $0) }
    }
    func documentation() -> PageLink? {
      guard let written = annotations["backstage.io/techdocs-ref"]?.value else { return nil }
      guard written.hasPrefix("dir:"), let root = ContentPath.resolve(String(written.dropFirst(4)), from: folder) else {
        return url("backstage.io/techdocs-ref", "Documentation")
      }
      // Where MkDocs looks, then the folder itself.
      let page = context.link(folder: ContentPath.join(root, "docs")) ?? context.link(folder: root)
      return page.map { link("Documentation", $0.href) }
    }
    func documentedEntity() -> PageLink? {
      guard let other = annotations["backstage.io/techdocs-entity"]?.value else { return nil }
      let entity = EntityLink(EntityReference(other, defaultKind: "component"), planner, context)
      return entity.href.map { link("Documentation of \(entity.title)", $0) }
    }
    func repository() -> PageLink? {
      guard let slug = annotations["github.com/project-slug"]?.value else { return nil }
      return link("Repository \(slug)", "https://github.com/" + PercentEncoding.encode(path: slug))
    }
    links = [
      documentation(), documentedEntity(), repository(), url("backstage.io/source-location", "Source"),
      url("backstage.io/view-url", "Descriptor"), url("backstage.io/edit-url", "Edit the descriptor"),
    ].compactMap { $0 }
  }
}

extension String {
  /// `https://…` of `url:https://…`.
  fileprivate var withoutLocationType: String { hasPrefix("url:") ? String(dropFirst(4)) : self }

  /// The text itself if it is an address that a browser may open.
  var webAddress: String? {
    let lower = lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? self : nil
  }
}

import Platform
import SiteModel
import Templates
import YAML

/// The badges of service levels and capabilities.
extension DomainPlanner {
  func badgePlans() -> [FilePlan] {
    let levels = catalogue.serviceLevels.flatMap { slo in
      plans(at: badgePath(of: slo), Badge(label: slo.metadata.displayName, lifecycle: nil, level: worst(of: [slo])))
    }
    let capabilities = catalogue.capabilities.flatMap { capability in
      plans(
        at: badgePath(of: capability),
        Badge(
          label: capability.metadata.displayName, lifecycle: capability.lifecycle, level: worst(of: capability)))
    }
    // Two of one name, which is reported, have one badge.
    var seen: Set<String> = []
    return (levels + capabilities).filter { seen.insert($0.path.lowercased()).inserted }
  }

  func badgePath(of slo: ServiceLevelObjective) -> String { "badges/slo/\(slo.metadata.name.value)" }

  func badgePath(of capability: Capability) -> String {
    let reference = capability.reference
    let name = capability.metadata.name.value
    return "badges/capability/" + (reference.namespace == "default" ? name : "\(reference.namespace)/\(name)")
  }

  private func plans(at path: String, _ badge: Badge) -> [FilePlan] {
    [
      FilePlan(path: path + ".svg", mediaType: "image/svg+xml") { _ in badge.svg },
      FilePlan(path: path + ".json") { _ in badge.json },
    ]
  }
}

/// A badge on its own page, with the Markdown by which other pages show it.
struct BadgeSample: Sendable {
  let title: String
  /// Address of the image.
  let href: String
  /// Nil where the site has no address of its own.
  let markdown: String?

  /// - Parameter folder: of the page that the badge leads to.
  init(path: String, title: String, folder: String, _ context: PlanContext) {
    self.title = title
    href = context.href(file: path + ".svg")
    let site = PlanContext(site: context.site, file: "")
    let page = context.site.settings.baseURL.flatMap { _ in site.link(folder: folder) }
    let alternative = title.onOneLine.replacing(#/[\[\]\\]/#) { "\\" + $0.output }
    markdown = page.map { "[![\(alternative)](\(site.href(file: path + ".svg")))](\($0.href))" }
  }

  static let schema = Schema<BadgeSample>(
    "badge", [.text("title") { $0.title }, .text("href") { $0.href }, .text("markdown") { $0.markdown }])
}

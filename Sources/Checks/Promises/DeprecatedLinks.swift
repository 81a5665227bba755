import Bytes
import Diagnostics
import Markdown
import Platform
import SiteModel
import YAML

/// Links to what is deprecated, on onboarding paths and on pages that their steps lead to.
///
/// A step to a capability or a template is reported with the paths. A page that also links to the successor tells of the move.
struct DeprecatedLinks: CatalogueCheck {
  static let rule = Rule(
    "deprecated-link", .warning, in: .promises, "A page of an onboarding path links to something that is deprecated.",
    rationale: "A newcomer takes what the path shows for the way to go, and learns what is about to end.",
    remedy: "Link to what replaces it, beside it or in its place.",
    bad: "Keep passwords in [the old vault](capability:vault1).", good: "Keep passwords in [Vault](capability:vault2).")

  static let rules = [rule]

  private let platform: PlatformFacts

  init(_ platform: PlatformFacts) { self.platform = platform }

  func check(_ site: Site) -> [Diagnostic] {
    let things = platform.catalogue.things
    guard things.contains(where: \.isDeprecated) else { return [] }
    let places = ThingPlaces(things, site, platform.catalogue)
    return steps(in: site, places) + stepPages(in: site, places).flatMap { check(page: $0, site, places) }
  }

  private func steps(in site: Site, _ places: ThingPlaces) -> [Diagnostic] {
    platform.catalogue.paths.compactMap { places.page(of: $0.reference) }.flatMap { index in
      zip(site.pages[index].plan?.references ?? [], site.links.references[index]).compactMap { reference, target in
        guard let thing = target?.page.flatMap(places.thing), thing.isDeprecated,
          !["capability", "template"].contains(thing.kind)
        else { return nil }
        return finding("step", thing, at: reference.span)
      }
    }
  }

  /// The pages that steps lead to, each once, but those of something deprecated.
  private func stepPages(in site: Site, _ places: ThingPlaces) -> [Int] {
    var seen: Set<Int> = []
    let pages = platform.catalogue.paths.flatMap { path in
      (places.page(of: path.reference).map { site.links.references[$0].map { $0?.page } } ?? [])
        + path.steps.map { step in
          step.template.flatMap { places.page(of: EntityReference($0.value, defaultKind: "template")) }
        }
    }
    return pages.compactMap { $0 }.filter { seen.insert($0).inserted && places.thing(of: $0)?.isDeprecated != true }
  }

  private func check(page index: Int, _ site: Site, _ places: ThingPlaces) -> [Diagnostic] {
    let links = zip(site.pages[index].document?.article.links ?? [], site.links.links[index])
      .compactMap { link, target in target?.page.flatMap(places.thing).map { (link: link, thing: $0) } }
    let linked = Set(links.map(\.thing.reference))
    return links.filter { _, thing in
      thing.isDeprecated && !(thing.successor.map(linked.contains) ?? false)
    }.map { link, thing in finding("link", thing, at: link.span) }
  }

  private func finding(_ what: String, _ thing: PlatformThing, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      DeprecatedLinks.rule, "the \(what) leads newcomers to \(thing.words), which is deprecated", at: span,
      help: thing.successor.map { "Lead to '\($0)', too, or instead: it replaces it." }
        ?? "Lead to something that newcomers can rely on.")
  }
}

/// Which pages belong to what in the catalogue.
private struct ThingPlaces {
  private let site: Site
  private let catalogue: Catalogue
  private var folders: [String: String] = [:]
  private var things: [EntityReference: PlatformThing] = [:]
  private var thingsByFolder: [String: PlatformThing] = [:]

  init(_ things: [PlatformThing], _ site: Site, _ catalogue: Catalogue) {
    self.site = site
    self.catalogue = catalogue
    folders = Dictionary(site.entities.map { ($0.reference, $0.folder) }) { first, _ in first }
    for thing in things where self.things[thing.reference] == nil {
      self.things[thing.reference] = thing
      if let folder = folders[thing.reference.description] { thingsByFolder[folder] = thing }
    }
  }

  /// The page of an entity.
  func page(of reference: EntityReference) -> Int? {
    folders[reference.description].flatMap { site.map.page(atFolder: $0) }
  }

  /// What a page belongs to: the capability that it names, else the thing whose folder it lies in.
  func thing(of index: Int) -> PlatformThing? {
    let page = site.pages[index]
    if let name = page.document?.frontMatter.capability?.value, let capability = catalogue.capability(name) {
      return things[capability.reference]
    }
    var folder = page.folder
    while !folder.isEmpty {
      if let thing = thingsByFolder[folder] { return thing }
      folder = ContentPath.folder(of: folder)
    }
    return nil
  }
}

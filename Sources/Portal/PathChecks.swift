import Bytes
import Diagnostics
import Platform
import SiteModel
import YAML

/// Finds steps of onboarding paths that lead to what nobody should begin with.
struct PathChecks {
  let planner: DomainPlanner
  /// The capabilities that pages name in their front matter, by content path.
  private let named: [String: String]

  init(planner: DomainPlanner, pages: [Document]) {
    self.planner = planner
    let pairs = pages.compactMap { page in page.frontMatter.capability.map { (page.path, $0.value) } }
    named = Dictionary(pairs) { first, _ in first }
  }

  func run() -> [Diagnostic] {
    planner.catalogue.paths.flatMap { path in
      path.steps.compactMap(\.page).compactMap { check(page: $0, of: path) }
        + path.steps.compactMap(\.template).compactMap(check(template:))
    }
  }

  private func check(page reference: Located<String>, of path: OnboardingPath) -> Diagnostic? {
    let folder = ContentPath.folder(of: planner.documents[path.origin].path)
    let target = PercentEncoding.decode(String(reference.value.prefix { $0 != "#" && $0 != "?" }))
    let page = ContentPath.resolve(target, from: target.hasPrefix("/") ? "" : folder)
    return page.flatMap(capability(ofPage:)).flatMap { check($0, at: reference) }
  }

  /// The capability that a page belongs to: the one it names, else the one whose folder it lies in.
  private func capability(ofPage path: String) -> Capability? {
    if let name = named[path] { return planner.catalogue.capability(name) }
    return planner.catalogue.capabilities.filter { ContentPath.isInside(path, folder: planner.folder(of: $0)) }
      .max { planner.folder(of: $0).utf8.count < planner.folder(of: $1).utf8.count }
  }

  /// A template is as ready as it says, and as the best of the capabilities that offer it.
  private func check(template reference: Located<String>) -> Diagnostic? {
    guard let template = planner.catalogue.template(reference.value) else { return nil }
    if let lifecycle = template.lifecycle.flatMap({ Lifecycle(rawValue: $0.lowercased()) }), !lifecycle.isOffered {
      return finding(
        "the template '\(template.metadata.name.value)'", lifecycle, at: reference,
        successor: template.metadata.replacedBy?.value)
    }
    let offering = planner.catalogue.capabilities.filter { capability in
      capability.templates.contains {
        EntityReference($0.value, defaultKind: "template") == template.reference
      }
    }
    return offering.contains(where: \.lifecycle.isOffered) ? nil : offering.first.flatMap { check($0, at: reference) }
  }

  private func check(_ capability: Capability, at reference: Located<String>) -> Diagnostic? {
    guard !capability.lifecycle.isOffered else { return nil }
    return finding(
      "the capability '\(capability.metadata.name.value)'", capability.lifecycle, at: reference,
      successor: capability.replacedBy?.value)
  }

  private func finding(
    _ thing: String, _ lifecycle: Lifecycle, at reference: Located<String>, successor: String?
  ) -> Diagnostic {
    Diagnostic(
      .stepNotOffered, "the step leads to \(thing), which is \(lifecycle.rawValue)", at: reference.span,
      help: successor.map { "Lead to '\($0)' instead, which replaces it." }
        ?? "Lead to something that newcomers can rely on, or take the step out.")
  }
}

extension Lifecycle {
  /// Whether somebody new should begin with it.
  fileprivate var isOffered: Bool { self == .experimental || self == .production }
}

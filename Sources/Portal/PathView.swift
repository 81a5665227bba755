import Bytes
import Platform
import SiteModel
import Templates
import YAML

/// The page of an onboarding path.
struct PathView: Sendable {
  let path: OnboardingPath
  let planner: DomainPlanner
  let context: PlanContext

  /// Ids that the layout gives its sections; links may name them.
  static func anchors(of path: OnboardingPath) -> Set<String> {
    Set(path.steps.indices.map { "_step-\($0 + 1)" }).union(["_next"])
  }

  static let schema = Schema<PathView>(
    "onboarding path",
    [
      .text("title") { $0.path.metadata.displayName },
      .text("goal") { $0.path.goal },
      .phrase("time") { $0.path.totalTime?.words },
      .texts("audience") { $0.path.audience },
      .list("prerequisites", PageLink.schema) { $0.prerequisites },
      .list("next", PathLink.schema) { view in
        view.planner.catalogue.paths(after: view.path).map { PathLink($0, view.planner, view.context) }
      },
      .list("steps", StepView.schema) { $0.steps },
    ])

  private var prerequisites: [PageLink] {
    path.prerequisites.compactMap { planner.catalogue.path($0.value) }
      .compactMap { context.link(folder: planner.folder(of: $0)) }
  }

  var steps: [StepView] {
    var reference = 0
    return path.steps.enumerated().map { index, step in
      defer { if step.page != nil { reference += 1 } }
      let template = step.template.flatMap { planner.catalogue.template($0.value) }
        .flatMap { context.link(folder: planner.folder(of: $0)) }
      return StepView(
        number: index + 1, step: step, page: step.page == nil ? template : context.reference(reference))
    }
  }
}

/// A step, with what it leads to.
struct StepView: Sendable {
  let number: Int
  let step: OnboardingPath.Step
  let page: PageLink?

  var title: String? { step.title ?? page?.title ?? step.template?.value ?? step.page?.value }

  static let schema = Schema<StepView>(
    "step",
    [
      .text("number") { String($0.number) },
      .text("title") { $0.title },
      .text("href") { $0.page?.href },
      .phrase("time") { $0.step.time?.words },
      .text("minutes") { $0.step.time.map { String($0.inMinutes) } },
      .flag("isTemplate") { $0.step.page == nil && $0.step.template != nil },
      .html("done") { $0.step.done.map { InlineMarkdown.html($0.value) } },
    ])
}

/// A path in a list.
struct PathLink: Sendable {
  private let path: OnboardingPath
  private let href: String
  private let language: String?

  static let schema = Schema<PathLink>(
    "path link",
    [
      .text("title") { $0.path.metadata.displayName },
      .text("href") { $0.href },
      .text("language") { $0.language },
      .text("goal") { $0.path.goal },
      .phrase("time") { $0.path.totalTime?.words },
    ])

  init(_ path: OnboardingPath, _ planner: DomainPlanner, _ context: PlanContext) {
    self.path = path
    href = context.link(folder: planner.folder(of: path))?.href ?? ""
    language = context.recordLanguage
  }

  static func all(
    _ planner: DomainPlanner, _ context: PlanContext, where isWanted: (OnboardingPath) -> Bool = { _ in true }
  ) -> [PathLink] {
    planner.catalogue.paths.filter(isWanted).map { PathLink($0, planner, context) }
  }
}

/// The list of all paths, by audience.
struct PathIndexView: Sendable {
  let planner: DomainPlanner
  let context: PlanContext

  static let schema = Schema<PathIndexView>(
    "path index", [.list("audiences", PathAudience.schema) { $0.audiences }])

  private var audiences: [PathAudience] {
    var names: [String] = []
    for path in planner.catalogue.paths {
      for audience in path.audience where !names.contains(audience) { names.append(audience) }
    }
    let named = names.map { name in
      PathAudience(
        title: Phrase(verbatim: name.prefix(1).uppercased() + name.dropFirst()),
        paths: PathLink.all(planner, context) { $0.audience.contains(name) })
    }
    let forAll = PathLink.all(planner, context) { $0.audience.isEmpty }
    return named + (forAll.isEmpty ? [] : [PathAudience(title: "Everyone", paths: forAll)])
  }
}

private struct PathAudience: Sendable {
  let title: Phrase
  let paths: [PathLink]

  static let schema = Schema<PathAudience>(
    "audience", [.phrase("title") { $0.title }, .list("paths", PathLink.schema) { $0.paths }])
}

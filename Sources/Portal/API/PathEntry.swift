import Platform
import SiteModel
import YAML

/// An onboarding path in `paths.json`.
struct PathEntry: APIRecord {
  private let path: OnboardingPath
  private let planner: DomainPlanner
  private let context: PlanContext

  init(_ path: OnboardingPath, _ planner: DomainPlanner, _ context: PlanContext) {
    self.path = path
    self.planner = planner
    self.context = context.onBehalf(ofPlanAt: planner.folder(of: path))
  }

  static let shape = APIShape<PathEntry>(
    "path",
    [
      APIField("name") { $0.path.metadata.name.value },
      APIField("title") { $0.path.metadata.displayName },
      APIField("url") { $0.context.address(of: $0.planner.folder(of: $0.path)) },
      APIField("goal") { $0.path.goal },
      APIField("audience") { $0.path.audience },
      APIField("time") { $0.path.totalTime },
      APIField("prerequisites", "Names of the paths to take before.") { entry in
        entry.path.prerequisites.compactMap { entry.planner.catalogue.path($0.value)?.metadata.name.value }
      },
      APIField("steps") { entry in
        PathView(path: entry.path, planner: entry.planner, context: entry.context).steps.map(StepEntry.init)
      },
    ])
}

private struct StepEntry: APIRecord {
  let view: StepView

  static let shape = APIShape<StepEntry>(
    "step",
    [
      APIField("title") { $0.view.title },
      APIField("url", "What to read or to start.") { $0.view.page.map { APIAddress($0.href) } },
      APIField("time") { $0.view.step.time },
      APIField("done", "How a reader knows that it is done, in Markdown.") { $0.view.step.done?.value },
    ])
}

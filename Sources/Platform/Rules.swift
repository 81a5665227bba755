package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let platform: [Rule] =
    [
      .unknownKind, .invalidName, .duplicateName, .unknownReference, .roadmapState, .roadmapHistory, .roadmapVanished,
      .pathTimes, .stepNotOffered, .prerequisiteCircle, .dependencyCircle, .capabilityEnd, .unresolvedRelation,
      .ownerForm, .scorecardSetting, .recordTimes, .recordToCome, .incidentDuration,
    ] + serviceLevels

  package static let unknownKind = Rule(
    "unknown-kind", .warning, "A YAML document has a kind or version that Portico does not read.",
    rationale: "A misspelt kind is missing from the portal without a word.",
    remedy: "Correct 'kind' or 'apiVersion', or move the document out of the content folder.",
    bad: "apiVersion: portico/v1\nkind: Capabilty", good: "apiVersion: portico/v1\nkind: Capability")

  package static let invalidName = Rule(
    "invalid-name", .error, "The name of an entity is not one that references can use.",
    rationale: "Other files, URLs and tools refer to the entity by this name.",
    remedy: "Use letters and digits, in runs joined by single '-', '_' or '.', 63 characters at most.",
    bad: "name: Secrets Management", good: "name: secrets-management")

  package static let duplicateName = Rule(
    "duplicate-name", .error, "Two entities of one kind have the same name.",
    rationale: "A reference to the name would mean either of them. Letter case makes no difference.",
    remedy: "Rename one of them and the references to it.")

  package static let unknownReference = Rule(
    "unknown-reference", .error, "A reference names an entity that does not exist.",
    rationale: "A promise that points at nothing cannot be kept: nobody owns it, or nothing measures it.",
    remedy: "Correct the name, or add the entity.",
    bad: "owner: group:platfrom", good: "owner: group:platform")

  package static let roadmapState = Rule(
    "roadmap-state", .error, "A roadmap item says that it shipped or was dropped without saying when or why.",
    rationale: "Users plan by the roadmap; what became of an item is the part that builds trust.",
    remedy: "Give a shipped item its date under 'shipped', a dropped one its 'reason'.",
    bad: "horizon: dropped", good: "horizon: dropped\n  reason: Fewer than three teams asked for it.")

  package static let roadmapHistory = Rule(
    "roadmap-history", .warning, "A roadmap has no earlier revision to be compared with.",
    rationale: "Without one, the page cannot tell what moved since readers last looked.",
    remedy: "Name an earlier file with --previous, or a revision in which the file was there with --previous-revision.")

  package static let roadmapVanished = Rule(
    "roadmap-vanished", .warning, "An item of the roadmap's earlier revision is no longer there.",
    rationale:
      "Somebody waits for it, and one that disappears without a word costs more trust than one that is dropped.",
    remedy: "Keep the item with its 'id', under 'horizon: dropped' with a 'reason', or 'shipped' with its date.",
    bad: "items: []",
    good: "items:\n  - {id: mesh, title: A mesh, horizon: dropped, reason: Too few teams asked for it.}")

  package static let pathTimes = Rule(
    "path-times", .warning, "The times of an onboarding path's steps do not add up to its own.",
    rationale: "A newcomer plans the morning by the time at the head of the path.",
    remedy: "Correct the path's 'time' or those of its steps.")

  package static let dependencyCircle = Rule(
    "dependency-circle", .warning, "Capabilities depend on one another in a circle.",
    rationale: "After an outage of all of them, none could be brought back first.",
    remedy: "Remove the dependency that the service can start without.")

  package static let capabilityEnd = Rule(
    "capability-end", .warning,
    "A capability has a successor or a sunset, and its lifecycle does not say that it ends.",
    rationale: "One of the two is wrong. Users see the lifecycle first, and begin with something that is about to go.",
    remedy: "Write 'lifecycle: deprecated', or remove 'replacedBy' and 'sunset'.",
    bad: "lifecycle: production\nreplacedBy: capability:vault2",
    good: "lifecycle: deprecated\nreplacedBy: capability:vault2\nsunset: 2027-03-31")

  package static let stepNotOffered = Rule(
    "step-not-offered", .warning, "A step of an onboarding path leads to something that is planned or deprecated.",
    rationale: "A newcomer would fail at what is not there yet, or learn what is about to go.",
    remedy: "Lead to what replaces it, or take the step out until it is offered.")

  package static let prerequisiteCircle = Rule(
    "prerequisite-circle", .error, "Onboarding paths require one another in a circle.",
    rationale: "Nobody could ever begin.",
    remedy: "Remove one of the prerequisites.")

  package static let unresolvedRelation = Rule(
    "unresolved-relation", .warning,
    "A Backstage descriptor or an OpenSLO document refers to something that the content does not hold.",
    rationale:
      "A repository rarely holds its whole catalogue, so this may be right; but a misspelt owner or service looks the same.",
    remedy: "Correct the name, add the document, or switch the rule off if the rest of the catalogue lies elsewhere.",
    bad: "system: chekout", good: "system: checkout")

  package static let ownerForm = Rule(
    "owner-form", .warning, "An owner is written as an e-mail address or as a team's slug at a Git host.",
    rationale:
      "Backstage reads both as entity references: an address as a name that no entity can have, 'org/team' as a group in the namespace 'org'.",
    remedy: "Write the name of a group or user of the catalogue.",
    bad: "owner: checkout@example.com", good: "owner: group:checkout")

  package static let scorecardSetting = Rule(
    "scorecard-setting", .warning, "The settings of the scorecard name a rule or level that there is not.",
    rationale: "A rule that was meant to be off, or to belong to another level, would go on as before.",
    remedy: "Correct the name; 'off' switches a rule off.",
    bad: "scorecard: {rules: {oncall: off}}", good: "scorecard: {rules: {on-call: off}}")

  package static let recordTimes = Rule(
    "record-times", .error, "The times of an incident, of maintenance or of a change are out of order.",
    rationale: "Durations and the mean time to repair are computed from them, and would be wrong.",
    remedy: "Correct the moment that the finding points at, or the one that it names.",
    bad: "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T11:00:00Z",
    good: "detected: 2026-06-01T12:00:00Z\nrepaired: 2026-06-01T13:00:00Z")

  package static let recordToCome = Rule(
    "record-to-come", .warning, "An incident or a decision has happened on a day that is yet to come.",
    rationale: "A year that is mistyped puts it at the wrong end of every list, and an incident seems to last.",
    remedy: "Correct the date. Work that is planned has 'planned' with its window.",
    bad: "detected: 2062-06-01T12:00:00Z", good: "detected: 2026-06-01T12:00:00Z")

  package static let incidentDuration = Rule(
    "incident-duration", .warning, "The duration that an incident states is not the one that its times make.",
    rationale: "One of the two is wrong, and whoever reads the report does not know which.",
    remedy: "Remove 'duration': it is computed from the start or the detection to the repair.")
}

package import Diagnostics
package import YAML

/// Where a capability or an item stands in its life.
package enum Lifecycle: String, Sendable, CaseIterable {
  case planned, experimental, production, deprecated
}

/// How far a capability is from a first try, after the CNCF platform engineering maturity model.
package enum Maturity: String, Sendable, CaseIterable {
  case provisional, operational, scalable, optimizing
}

/// How firmly a guardrail holds.
package enum Enforcement: String, Sendable, CaseIterable {
  case blocking, warning, advisory
}

/// What the platform offers: a paved road with an owner, a promise and a way in (formats.md, "Capability").
package struct Capability: Sendable {
  package struct Access: Sendable {
    package let span: SourceSpan
    package let isSelfService: Bool
    /// A reference to the page that tells how.
    package let how: Located<String>?
    package let leadTime: Period?
  }

  package struct Support: Sendable {
    package let span: SourceSpan
    package let contact: String?
    package let hours: String?
    package let response: Period?
    package let isOnCall: Bool
  }

  package struct Responsibility: Sendable {
    package let area: String
    package let platform: String
    package let team: String
  }

  package struct Control: Sendable {
    package let id: String
    package let title: String
    package let enforcement: Enforcement
  }

  package struct Cost: Sendable {
    package let model: String?
    package let note: String?
    package let estimates: [(label: String, monthly: String)]
  }

  package struct Backup: Sendable {
    package let recoveryPoint: Period?
    package let recoveryTime: Period?
  }

  package struct Adoption: Sendable {
    package let date: CalendarDate
    package let users: Int
    package let of: Int?
  }

  /// Index of the document that it was read from.
  package let origin: Int
  package let metadata: Metadata
  package let domain: Located<String>
  package let owner: Located<String>
  package let lifecycle: Lifecycle
  package let maturity: Maturity?
  package let problem: String?
  package let notFor: String?
  package let access: Access?
  package let support: Support?
  package let templates: [Located<String>]
  package let dependsOn: [Located<String>]
  package let components: [Located<String>]
  package let slos: [Located<String>]
  package let responsibilities: [Responsibility]
  package let controls: [Control]
  package let cost: Cost?
  package let backup: Backup?
  package let adoption: [Adoption]
  package let replacedBy: Located<String>?
  /// The last day that it can be used, with its place.
  package let end: Located<CalendarDate>?

  package var reference: EntityReference { metadata.reference(kind: "capability") }

  package var sunset: CalendarDate? { end?.value }
}

extension Capability {
  /// - Returns: nil with its diagnostics if a required key is missing or wrong.
  static func read(_ node: YAMLNode, origin: Int) -> Outcome<Capability?> {
    var reader = MappingReader(node, what: "capability")
    reader.ignore("apiVersion", "kind")
    let metadata = Metadata.read(&reader, requiring: ["title", "description"])
    let capability = reader.mapping("spec", what: "capability spec", required: true) { read(&$0, metadata, origin) }
    reader.finish()
    return Outcome(capability, reader.diagnostics)
  }

  private static func read(_ spec: inout MappingReader, _ metadata: Metadata?, _ origin: Int) -> Capability? {
    let domain = spec.text("domain", required: true)
    let owner = spec.text("owner", required: true)
    let lifecycle = spec.choice("lifecycle", as: Lifecycle.self, required: true)
    let maturity = spec.choice("maturity", as: Maturity.self)?.value
    let problem = spec.text("problem")?.value
    let notFor = spec.text("notFor")?.value
    let access = spec.mapping("access", what: "access", readAccess)
    let support = spec.mapping("support", what: "support", readSupport)
    let templates = spec.texts("templates")
    let dependsOn = spec.texts("dependsOn")
    let components = spec.texts("components")
    let slos = spec.texts("slos")
    let responsibilities = spec.mappings("responsibilities", what: "responsibility", readResponsibility)
    let controls = spec.mappings("controls", what: "control", readControl)
    let cost = spec.mapping("cost", what: "cost", readCost)
    let backup = spec.mapping("backup", what: "backup") {
      Backup(recoveryPoint: $0.period("rpo")?.value, recoveryTime: $0.period("rto")?.value)
    }
    let adoption = spec.mappings("adoption", what: "adoption", readAdoption)
    let replacedBy = spec.text("replacedBy")
    let end = spec.date("sunset")
    guard let metadata, let domain, let owner, let lifecycle else { return nil }
    return Capability(
      origin: origin, metadata: metadata, domain: domain, owner: owner, lifecycle: lifecycle.value, maturity: maturity,
      problem: problem, notFor: notFor, access: access, support: support, templates: templates, dependsOn: dependsOn,
      components: components, slos: slos, responsibilities: responsibilities, controls: controls, cost: cost,
      backup: backup, adoption: adoption, replacedBy: replacedBy, end: end)
  }

  private static func readAccess(_ inner: inout MappingReader) -> Access? {
    Access(
      span: inner.span, isSelfService: inner.bool("selfService")?.value ?? false, how: inner.text("how"),
      leadTime: inner.period("leadTime")?.value)
  }

  private static func readSupport(_ inner: inout MappingReader) -> Support? {
    Support(
      span: inner.span, contact: inner.text("contact")?.value, hours: inner.text("hours")?.value,
      response: inner.period("response")?.value, isOnCall: inner.bool("onCall")?.value ?? false)
  }

  private static func readResponsibility(_ inner: inout MappingReader) -> Responsibility? {
    let area = inner.text("area", required: true)?.value
    let platform = inner.text("platform", required: true)?.value
    let team = inner.text("team", required: true)?.value
    guard let area, let platform, let team else { return nil }
    return Responsibility(area: area, platform: platform, team: team)
  }

  private static func readControl(_ inner: inout MappingReader) -> Control? {
    let id = inner.text("id", required: true)?.value
    let title = inner.text("title", required: true)?.value
    let enforcement = inner.choice("enforcement", as: Enforcement.self, required: true)?.value
    guard let id, let title, let enforcement else { return nil }
    return Control(id: id, title: title, enforcement: enforcement)
  }

  private static func readCost(_ inner: inout MappingReader) -> Cost? {
    let estimates = inner.mappings("estimate", what: "estimate") { estimate in
      let label = estimate.text("label", required: true)?.value
      let monthly = estimate.text("monthly", required: true)?.value
      return label.flatMap { label in monthly.map { (label: label, monthly: $0) } }
    }
    return Cost(model: inner.text("model")?.value, note: inner.text("note")?.value, estimates: estimates)
  }

  private static func readAdoption(_ inner: inout MappingReader) -> Adoption? {
    let date = inner.date("date", required: true)?.value
    let users = inner.int("users", required: true)?.value
    let of = inner.int("of")?.value
    guard let date, let users else { return nil }
    return Adoption(date: date, users: users, of: of)
  }
}

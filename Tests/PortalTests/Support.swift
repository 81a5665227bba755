import TestSupport
import Testing

/// What a small site of the domain stands on: a team, a domain, and a capability that needs nothing else.
let platform = """
  -- portico.yaml --
  title: Harbour
  domains: [{id: delivery, title: Build and deliver}, {id: empty, title: Empty}, {id: security, title: Security}]
  -- groups.yaml --
  apiVersion: backstage.io/v1alpha1
  kind: Group
  metadata: {name: platform, title: Platform team}
  spec: {type: team, children: []}
  """

/// A capability with no more than it must have.
func capability(_ name: String, title: String? = nil, domain: String = "delivery", _ spec: String = "") -> String {
  """
  -- \(name)/capability.yaml --
  apiVersion: portico/v1
  kind: Capability
  metadata: {name: \(name), title: \(title ?? name.capitalised), description: What \(name) does.}
  spec:
    domain: \(domain)
    owner: group:platform
    lifecycle: production
  \(spec.indented)
  """
}

extension String {
  var capitalised: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var indented: String { split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") }

  /// Without white space at the ends, and with one space for each run of it.
  var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The texts of the headings that a reader sees, without markup.
  var headings: [String] {
    let shown = replacing(#/(?s)<(section|div|nav|li|p|dl)\b[^>]* hidden>.*?</\1>/#, with: "")
    return shown.matches(of: #/(?s)<h([1-6])[^>]*>(.*?)</h\1>/#).map { match in
      String(match.2).replacing(#/<[^>]*>/#, with: "")
    }
  }
}

/// What a layout that a test writes shows on a page of a site without findings.
func write(_ layout: String, _ template: String, page: String, _ text: String, asOf: String = "2026-06-30") async throws
  -> String
{
  let site = await TestSite(text + "\n-- theme/layouts/\(layout).mustache --\n<main>\(template)</main>").build(
    asOf: asOf)
  try #require(site.findings == [])
  return try #require(site.main(page)).trimmed
}

/// A page of a site without findings as the default theme shows it.
func show(_ page: String, _ text: String, asOf: String = "2026-06-30") async throws -> String {
  let site = await TestSite(text).build(asOf: asOf)
  try #require(site.findings == [])
  return try #require(site.main(page)).trimmed
}

/// An indicator of a service level with what it must have.
let indicator =
  "indicator: {spec: {ratioMetric: {rawType: success, raw: {metricSource: {type: Prometheus, spec: {query: up}}}}}}"

/// A software template with what it must have.
func template(_ name: String, title: String) -> String {
  """
  apiVersion: scaffolder.backstage.io/v1beta3
  kind: Template
  metadata: {name: \(name), title: \(title)}
  spec: {type: service, steps: [{action: "fetch:template"}]}

  """
}

import ArgumentParser
import Checks
import Diagnostics
import ExternalLinks
import Pipeline
import SiteModel

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds faults in the content, and mends what it is asked to.",
    discussion: """
      Examples:
        portico check
        portico check --strict --format github
        portico check --fix
        portico check --external
        portico check --against origin/main
        portico check --changed-since origin/main
        portico check --site public --base-url https://example.com/docs/
        portico check --report sarif=portico.sarif --report junit=portico.xml
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var reports: ReportOptions
  @OptionGroup var baseline: BaselineOptions

  @Flag(name: .customLong("update-baseline"), help: "Write all that is found into the file of known findings.")
  var updatesBaseline = false

  @OptionGroup var against: AgainstOptions
  @OptionGroup var changes: ChangeOptions
  @OptionGroup var external: ExternalOptions
  @OptionGroup var siteFolder: SiteFolderOptions
  @OptionGroup var fixes: FixOptions

  func validate() throws { try siteFolder.validate(besides: options, against, changes, fixes) }

  func run() async throws {
    let known = try baseline.read(isUpdated: updatesBaseline)
    if let folder = siteFolder.site {
      throw try await SiteFolderCheck(folder, siteFolder.siteSettings(), options, external).run(
        besides: known, as: reports)
    }
    let session = try Session(options)
    if let status = try await session.fix(fixes) { throw status }
    let changed = try changes.files(besides: options.content)
    let earlier = try await against.earlierSite(besides: options)
    let result = await session.build(
      since: earlier, in: SiteRepository(content: options.content, changed: changed))
    let inOutput = await session.outputFindings(of: result)
    let idle =
      (earlier == nil ? VanishedAddresses.rules : Rule.externalLinks) + (changed == nil ? [.coversChanged] : [])
      + external.idleRules
    let references = result.site.externalReferences
    let web = try external.findings(
      of: earlier?.new(in: references) ?? references, result.site.settings.check.external, isQuiet: options.quiet)
    let all = session.findings(of: result, and: inOutput + web, idle: idle)
    let new = known?.new(in: all) ?? all
    let findings = new.subtracting(earlier?.findings.map { Fingerprint($0) } ?? [])
    try session.report(findings, of: result, besides: known.map { _ in all.count - new.count }, as: reports)
    let status = session.status(findings)
    try known?.settle(all, isPassing: status == .success, idle: idle)
    throw status
  }
}

import ArgumentParser
import Checks
import Diagnostics
import Pipeline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds faults in the content without writing anything.",
    discussion: """
      Examples:
        portico check
        portico check --strict --format github
        portico check --against origin/main
      """)

  @OptionGroup var options: SiteOptions
  @OptionGroup var against: AgainstOptions

  func run() async throws {
    let session = try Session(options)
    let earlier = try await against.earlierSite(besides: options)
    let result = await session.build(since: earlier)
    let findings = session.findings(of: result, idle: earlier == nil ? VanishedAddresses.rules : [])
      .subtracting(earlier?.findings.map { Fingerprint($0) } ?? [])
    session.report(findings)
    session.summarise(result, findings, nil)
    throw session.status(findings)
  }
}

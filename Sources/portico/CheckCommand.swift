import ArgumentParser
import Pipeline

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Finds faults in the content without writing anything.",
    discussion: """
      Examples:
        portico check
        portico check --strict --format github
      """)

  @OptionGroup var options: SiteOptions

  func run() async throws {
    let session = try Session(options)
    let result = await session.build()
    let findings = session.findings(of: result)
    session.report(findings)
    session.summarise(result, findings, nil)
    throw session.status(findings)
  }
}

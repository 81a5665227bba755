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
    session.report(result.diagnostics)
    session.summarise(result, result.diagnostics, nil)
    throw session.status(result.diagnostics)
  }
}

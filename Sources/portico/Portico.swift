import ArgumentParser
import Pipeline

/// The program: a command per task.
@main
struct Portico: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "portico",
    abstract: "Builds the developer portal of a platform team from Markdown and YAML.",
    discussion: """
      Examples:
        portico build                          content/ into _site/
        portico build docs --output public     any folder of Markdown
        portico check --format github          findings only, for CI
        portico explain broken-link            what a rule means, and what to do
        portico import mkdocs .                settings of a site that another generator made

      Exit status: 0 without errors, 1 with errors in the content, 2 for wrong usage or when nothing can be done.
      """,
    version: version,
    subcommands: [BuildCommand.self, CheckCommand.self, ImportCommand.self, ExplainCommand.self],
    defaultSubcommand: nil)

  static func main() async {
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      // The parser's own exit status for wrong usage is 64; `portico` keeps to 0, 1 and 2.
      exit(error)
    }
  }

  private static func exit(_ error: any Error) -> Never {
    let code = exitCode(for: error).rawValue
    guard code == 64 else { exit(withError: error) }
    Terminal.standardError.write(fullMessage(for: error) + "\n")
    Terminal.exit(2)
  }
}

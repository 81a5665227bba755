import ArgumentParser
import Diagnostics

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explains a rule, or lists all rules.",
    discussion: """
      Examples:
        portico explain
        portico explain broken-link
      """)

  @Argument(help: "The id of a rule, as it stands in brackets behind a finding.")
  var rule: String?

  func run() throws {
    let rules = Session.rules.sorted { $0.id < $1.id }
    guard let name = rule else {
      let width = rules.map(\.id.count).max() ?? 0
      for rule in rules {
        let padding = String(repeating: " ", count: width - rule.id.count)
        Terminal.standardOutput.write("\(rule.id)\(padding)  \(rule.summary)\n")
      }
      return
    }
    guard let rule = rules.first(where: { $0.id == name }) else {
      let help = DidYouMean.help(for: name, in: rules.map(\.id)) ?? "'portico explain' lists them."
      throw ValidationError("There is no rule '\(name)'. \(help)")
    }
    Terminal.standardOutput.write(ExplainCommand.text(rule))
  }

  private static func text(_ rule: Rule) -> String {
    let names = ["it"] + (rule.group.map { ["'\($0.rawValue)'"] } ?? [])
    let severity = rule.isOff ? "off, until the site sets \(names.joined(separator: " or "))" : rule.severity.rawValue
    var text =
      "\(rule.id) (\(severity))\n\n\(rule.summary)\n\nWhy: \(rule.rationale)\n\nWhat to do: \(rule.remedy)\n"
    if !rule.bad.isEmpty { text += "\nNot:\n\(indented(rule.bad))" }
    if !rule.good.isEmpty { text += "\nBut:\n\(indented(rule.good))" }
    return text
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)\n" }.joined()
  }
}

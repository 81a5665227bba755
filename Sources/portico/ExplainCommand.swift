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
        portico explain writing          the rules of a group
      """)

  @Argument(help: "The id of a rule, as it stands in brackets behind a finding, or the name of a group.")
  var rule: String?

  func run() throws {
    let rules = Session.rules.sorted { $0.id < $1.id }
    guard let name = rule else { return Terminal.standardOutput.write(ExplainCommand.list(rules)) }
    let group = rules.filter { $0.group?.rawValue == name }
    if !group.isEmpty { return Terminal.standardOutput.write(ExplainCommand.list(group)) }
    guard let rule = rules.first(where: { $0.id == name }) else {
      let names = rules.map(\.id) + RuleGroup.allCases.map(\.rawValue)
      let help = DidYouMean.help(for: name, in: names) ?? "'portico explain' lists them."
      throw ValidationError("There is no rule '\(name)'. \(help)")
    }
    Terminal.standardOutput.write(ExplainCommand.text(rule))
  }

  /// A line for each rule: its id, its severity, what is wrong.
  private static func list(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.count).max() ?? 0
    return rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.count)
      let severity = rule.isOff ? "off    " : rule.severity == .error ? "error  " : "warning"
      return "\(rule.id)\(padding)  \(severity)  \(rule.summary)\n"
    }.joined()
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

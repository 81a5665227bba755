import ArgumentParser
import Diagnostics
import Reports

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
    let output = Terminal.standardOutput
    let list = RuleList(TerminalStyle(colour: output.isColoured), all: Session.rules)
    guard let name = rule else { return output.write(list.text(of: Session.ruleGroups)) }
    let rules = Session.rules.sorted { $0.id < $1.id }
    let group = rules.filter { $0.group?.rawValue == name }
    if !group.isEmpty { return output.write(list.lines(group)) }
    guard let rule = rules.first(where: { $0.id == name }) else {
      let names = rules.map(\.id) + RuleGroup.allCases.map(\.rawValue)
      let help = DidYouMean.help(for: name, in: names) ?? "'portico explain' lists them."
      throw ValidationError("There is no rule '\(name)'. \(help)")
    }
    output.write(ExplainCommand.text(rule))
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

/// Rules in columns: id, severity, what is wrong.
private struct RuleList {
  private let style: TerminalStyle
  private let width: Int

  /// - Parameter all: the rules whose ids make the first column as wide as it is.
  init(_ style: TerminalStyle, all rules: [Rule]) {
    self.style = style
    width = rules.map(\.id.count).max() ?? 0
  }

  /// The rules of each group in alphabetical order, under its name.
  func text(of groups: [(name: String, rules: [Rule])]) -> String {
    groups.map { "\(style.bold($0.name))\n" + lines($0.rules.sorted { $0.id < $1.id }) }.joined(separator: "\n")
  }

  /// A line for each rule.
  func lines(_ rules: [Rule]) -> String {
    rules.map { rule in
      let padding = String(repeating: " ", count: width - rule.id.count)
      return "  \(rule.id)\(padding)  \(severity(of: rule))  \(rule.summary)\n"
    }.joined()
  }

  private func severity(of rule: Rule) -> String {
    if rule.isOff { return "off    " }
    let word = style.marked(rule.severity.rawValue, as: rule.severity)
    return rule.severity == .error ? word + "  " : word
  }
}

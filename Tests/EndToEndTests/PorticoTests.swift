import Foundation
import TestSupport
import Testing

/// The program as a whole: its help, its rules, its exit status.
@Suite struct PorticoTests {
  private func run(_ arguments: String...) throws -> Run { try Program.run(arguments, in: "/") }

  @Test(arguments: [
    ([], ["portico build docs --output public", "portico check --format github", "portico explain broken-link"]),
    (["build"], ["portico build --as-of 2026-06-30 --jobs 1"]), (["check"], ["portico check --strict --format github"]),
    (["explain"], ["portico explain broken-link"]),
  ])
  func helpHoldsExamples(command: [String], examples: [String]) throws {
    let run = try Program.run(command + ["--help"], in: "/")
    #expect(run.status == 0)
    #expect(run.errors == "")
    for example in examples { #expect(run.output.contains(example)) }
  }

  @Test func helpTellsTheExitStatus() throws {
    #expect(
      try run("--help").output.contains(
        "Exit status: 0 without errors, 1 with errors in the content, 2 for wrong usage"))
  }

  @Test func programWithoutCommandShowsItsHelp() throws {
    let run = try run()
    #expect(run.status == 0)
    #expect(run.output.contains("SUBCOMMANDS:"))
  }

  @Test func unknownCommandIsWrongUsage() throws {
    let run = try run("bild")
    #expect(run.status == 2)
    #expect(run.errors.contains("'bild'"))
  }

  @Test func versionIsPrinted() throws {
    #expect(try run("--version").output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  // MARK: Rules

  @Test func ruleIsExplained() throws {
    let run = try run("explain", "broken-link")
    #expect(run.status == 0)
    #expect(
      run.output
        == """
        broken-link (error)

        A link or image leads to nothing that the site publishes.

        Why: A reader who meets one dead end stops trusting the other links.

        What to do: Write the path of the page's or file's source relative to this file, or from the content folder with \
        a leading '/'.

        Not:
          See [setup](setpu.md).

        But:
          See [setup](setup.md).

        """)
  }

  @Test(arguments: [
    ("service-level-breached", "off, until the site sets it"),
    ("page-type", "off, until the site sets it or 'writing'"),
    ("orphan-page", "warning"),
  ]) func explanationTellsWhatSwitchesARule(rule: String, severity: String) throws {
    #expect(try run("explain", rule).output.hasPrefix("\(rule) (\(severity))\n"))
  }

  @Test func nearMissOfARuleIsSuggested() throws {
    let run = try run("explain", "broken-lnik")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: There is no rule 'broken-lnik'. Did you mean 'broken-link'?\n"))
  }

  @Test func unknownRuleLeadsToTheList() throws {
    let run = try run("explain", "xyz")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("Error: There is no rule 'xyz'. 'portico explain' lists them.\n"))
  }

  @Test func rulesAreListedByWhatTheyAreAboutEachOnce() throws {
    let lines = try run("explain").output.split(separator: "\n")
    #expect(lines.filter { !$0.hasPrefix(" ") }.first == "Files")
    #expect(lines.filter { !$0.hasPrefix(" ") }.last == "Building")
    let rules = lines.filter { $0.hasPrefix("  ") }
    let ids = rules.compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(ids.count == Set(ids).count)
    #expect(
      Set(ids).isSuperset(of: ["broken-link", "duplicate-key", "foreign-file", "missing-layout", "symlink-loop"]))
    #expect(rules.allSatisfy { $0.hasSuffix(".") })
  }

  @Test func handbookListsEveryRule() throws {
    let page = try String(contentsOfFile: TestSite.repository + "/content/handbook/rules.md", encoding: .utf8)
    let rows = page.split(separator: "\n")
    for line in try run("explain").output.split(separator: "\n") where line.hasPrefix(" ") {
      let words = line.split(separator: " ")
      let row = "| `\(words[0])` | \(words[1]) | \(words[2...].joined(separator: " ")) |"
      #expect(rows.contains { $0 == row }, "rules.md lacks: \(row)")
    }
  }
}

import Diagnostics
import Templates
import Testing
import YAML

@testable import SiteModel

/// Two kinds of embeds: `slo`, of anything but `gone`, and `all`, which takes no argument.
private let plans: [EmbedPlan] = [
  EmbedPlan(
    kind: EmbedKind(
      "slo", argument: "the name of a service level",
      options: [.init("show", values: ["card", "history"]), .init("objective")], shape: .text)
  ) { request in
    guard let argument = request.argument, argument.value != "gone" else {
      return Outcome(nil, [Diagnostic(.settingValue, "it is gone", at: request.argument?.span)])
    }
    let show = request.option("show")?.value ?? "card"
    return Outcome { context in .text("\(argument.value) as \(show) on \(context.asOf.iso)") }
  },
  EmbedPlan(kind: EmbedKind("all", argument: nil, options: [.init("domain")], shape: .text)) { request in
    Outcome { _ in .text("all of \(request.option("domain")?.value ?? "them")") }
  },
  EmbedPlan(kind: EmbedKind("bare", argument: nil, shape: .text)) { _ in Outcome { _ in .text("bare") } },
]

/// The values of a page's embeds; `-` for what failed.
private func values(_ text: String) throws -> [String] {
  let site = assemble(["a.md": text], embeds: plans).value
  let page = try #require(site.map.page(at: "a.md"))
  return site.embeds[page].map { data in
    guard case .text(let text) = data?(PlanContext(site: site, page: page, root: "../")) else { return "-" }
    return text
  }
}

/// The first finding of a page as `line:column+length rule: message / help`.
private func finding(_ text: String) -> String? {
  assemble(["a.md": text], embeds: plans).diagnostics.first.map { finding in
    let place = finding.span.map { "\($0.line):\($0.column)+\($0.length)" } ?? ""
    return "\(place) \(finding.rule.id): \(finding.message) / \(finding.help ?? "")"
  }
}

@Suite struct EmbedResolverTests {
  @Test func asksTheSourceForEachEmbed() throws {
    #expect(
      try values(":::slo reads\n\n- :::slo writes show=history\n\n:::all domain=x\n\n:::all\n") == [
        "reads as card on 2026-06-30", "writes as history on 2026-06-30", "all of x", "all of them",
      ])
  }

  @Test func leavesOutWhatTheSourceDoesNotFind() throws {
    #expect(try values(":::slo gone\n\n:::slo reads\n") == ["-", "reads as card on 2026-06-30"])
    #expect(finding("\n:::slo gone\n") == "2:8+4 setting-value: it is gone / ")
  }

  @Test func reportsAMissingArgument() {
    #expect(
      finding(":::slo show=card\n")
        == "1:4+3 embed-argument: the embed 'slo' does not say which one / Write the name of a service level behind it."
    )
  }

  @Test func reportsAnArgumentThatIsNotTaken() {
    #expect(
      finding(":::all security\n")
        == "1:8+8 embed-argument: the embed 'all' takes no argument / Its options: domain. Write an option as 'key=value'."
    )
    #expect(finding(":::bare x\n") == "1:9+1 embed-argument: the embed 'bare' takes no argument / Remove it.")
  }

  @Test func reportsAnUnknownOption() {
    #expect(
      finding(":::slo reads shwo=card\n")
        == "1:14+4 embed-option: the embed 'slo' has no option 'shwo' / Did you mean 'show'?")
    #expect(
      finding(":::slo reads colour=red\n")
        == "1:14+6 embed-option: the embed 'slo' has no option 'colour' / Its options: show, objective.")
    #expect(
      finding(":::bare a=b\n") == "1:9+1 embed-option: the embed 'bare' has no option 'a' / It has no options.")
  }

  @Test func reportsAnUnknownValue() {
    #expect(
      finding(":::slo reads show=crad\n")
        == "1:19+4 embed-option: 'crad' is no value of the option 'show' / Did you mean 'card'?")
    #expect(
      finding(":::slo reads show=graph\n")
        == "1:19+5 embed-option: 'graph' is no value of the option 'show' / Its values: card, history.")
  }

  @Test func doesNotLookAtDrafts() {
    #expect(finding("---\ndraft: true\n---\n:::slo gone\n") == nil)
  }
}

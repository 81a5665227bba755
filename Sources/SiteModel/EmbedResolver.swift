import Diagnostics
import Markdown
import YAML

/// Finds out what the embeds of pages show.
struct EmbedResolver {
  private let plans: [String: EmbedPlan]

  init(_ plans: [EmbedPlan]) {
    self.plans = Dictionary(plans.map { ($0.kind.name, $0) }) { first, _ in first }
  }

  /// One value for each embed of the page's article; nil where it failed.
  func embeds(of page: Page) -> Outcome<[EmbedData?]> {
    let found = (page.document?.article.embeds ?? []).map(resolve)
    return Outcome(found.map(\.value), found.flatMap(\.diagnostics))
  }

  private func resolve(_ embed: Embed) -> Outcome<EmbedData?> {
    guard let plan = plans[embed.name.text] else { return Outcome(nil) }
    let faults = plan.kind.faults(in: embed)
    guard faults.isEmpty else { return Outcome(nil, faults) }
    return plan.answer(
      EmbedRequest(
        argument: embed.argument.map { Located($0.text, at: $0.span) },
        options: Dictionary(embed.options.map { ($0.name.text, Located($0.value.text, at: $0.value.span)) }) {
          first, _ in first
        }))
  }
}

extension EmbedKind {
  fileprivate func faults(in embed: Embed) -> [Diagnostic] {
    (argumentFault(in: embed).map { [$0] } ?? []) + embed.options.compactMap { fault($0.name, $0.value) }
  }

  private func argumentFault(in embed: Embed) -> Diagnostic? {
    switch (argument, embed.argument) {
    case (let wanted?, nil):
      Diagnostic(
        .embedArgument, "the embed '\(name)' does not say which one", at: embed.name.span,
        help: "Write \(wanted) behind it.")
    case (nil, let surplus?):
      Diagnostic(
        .embedArgument, "the embed '\(name)' takes no argument", at: surplus.span,
        help: options.isEmpty ? "Remove it." : "\(optionList) Write an option as 'key=value'.")
    default: nil
    }
  }

  private func fault(_ option: Embed.Part, _ value: Embed.Part) -> Diagnostic? {
    guard let known = options.first(where: { $0.name == option.text }) else {
      return Diagnostic(
        .embedOption, "the embed '\(name)' has no option \(option.text.quoted)", at: option.span,
        help: DidYouMean.help(for: option.text, in: options.map(\.name)) ?? optionList)
    }
    guard !known.values.isEmpty, !known.values.contains(value.text) else { return nil }
    return Diagnostic(
      .embedOption, "\(value.text.quoted) is no value of the option '\(known.name)'", at: value.span,
      help: DidYouMean.help(for: value.text, in: known.values)
        ?? "Its values: \(known.values.joined(separator: ", ")).")
  }

  private var optionList: String {
    options.isEmpty ? "It has no options." : "Its options: \(options.map(\.name).joined(separator: ", "))."
  }
}

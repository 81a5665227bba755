package import Diagnostics

extension Rule {
  /// The rules of this module.
  package static let siteModel: [Rule] = [
    .frontMatterUnclosed, .unknownPageKind, .urlCollision, .navigationTarget, .redirectTarget, .redirectChain,
    .settingValue, .embedArgument, .embedOption,
  ]

  package static let frontMatterUnclosed = Rule(
    "front-matter-unclosed", .error, "The front matter of a page never ends.",
    rationale: "Without its closing line the whole page would be read as settings, or its settings shown as text.",
    remedy: "Write a line of three hyphens behind the last key.",
    bad: "---\ntitle: Setup\n\n# Setup", good: "---\ntitle: Setup\n---\n\n# Setup")

  package static let unknownPageKind = Rule(
    "unknown-page-kind", .warning, "A page says that it is of a kind that there is not.",
    rationale: "A misspelt kind is missing from the list of its kind without a word.",
    remedy: "Correct 'kind', or remove it from a page of text.",
    bad: "kind: incidant", good: "kind: incident")

  package static let urlCollision = Rule(
    "url-collision", .error, "Two sources would be published at the same address.",
    rationale:
      "One of them would be lost. Addresses that differ in letter case alone collide on many file systems and hosts.",
    remedy: "Rename one of the files, or change the alias or redirect.",
    bad: "guides/Setup.md and guides/setup.md", good: "guides/setup.md and guides/first-setup.md")

  package static let navigationTarget = Rule(
    "navigation-target", .error, "An entry of the navigation leads to no page.",
    rationale: "A navigation with holes is the first thing that a reader sees.",
    remedy: "Name a page by its path below the content folder, or a generated page by its address.",
    bad: "navigation: [setpu.md]", good: "navigation: [setup.md]")

  package static let redirectTarget = Rule(
    "redirect-target", .error, "A redirect leads nowhere.",
    rationale: "Whoever follows an old bookmark would be sent to an error page.",
    remedy: "Let the redirect lead to a page, a file or a full URL.",
    bad: "redirects: {/old/: /gone/}", good: "redirects: {/old/: /guides/setup/}")

  package static let redirectChain = Rule(
    "redirect-chain", .warning, "A redirect leads to another redirect.",
    rationale: "Each step costs the reader time, and whoever removes the one in the middle breaks both.",
    remedy: "Let it lead to where the other one leads.",
    bad: "redirects: {/older/: /old/, /old/: /guides/setup/}",
    good: "redirects: {/older/: /guides/setup/, /old/: /guides/setup/}")

  package static let settingValue = Rule(
    "setting-value", .error, "A setting of portico.yaml has a value that cannot be used.",
    rationale: "Guessing what was meant would publish a site that nobody asked for.",
    remedy: "Write a value of the form that the message shows.",
    bad: "baseURL: portal.example.com", good: "baseURL: https://portal.example.com/")

  package static let embedArgument = Rule(
    "embed-argument", .error, "An embed does not say what it shows, or says so where there is nothing to say.",
    rationale: "Nothing could be shown in its place, or something else than was meant.",
    remedy: "Write what the message asks for behind the name of the embed.",
    bad: ":::slo", good: ":::slo secrets-read-availability")

  package static let embedOption = Rule(
    "embed-option", .error, "An embed has an option, or an option a value, that does not exist.",
    rationale: "What the option was meant to change would stay as it is, and nobody would see why.",
    remedy: "Use one of the options and values that the message names.",
    bad: ":::slo secrets-read-availability show=graph", good: ":::slo secrets-read-availability show=history")
}

import ArgumentParser

/// What a check is compared with.
struct AgainstOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Report only what is worse than before.",
      discussion: """
        Before is a Git revision, of which the merge base with the current commit is built; or what was published: a \
        folder of a site, or its api/v1/urls.json.
        """,
      valueName: "revision|folder|file"))
  var against: String?

  func earlierSite(besides options: SiteOptions) async throws -> EarlierSite? {
    guard let against else { return nil }
    return try await EarlierSite.find(against, besides: options)
  }
}

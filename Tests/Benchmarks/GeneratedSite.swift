import Files

/// A site of about 3 KB a page: headings, lists, a table, two code blocks, five internal links, in nested sections.
///
/// The same number of pages gives the same bytes on any day.
struct GeneratedSite {
  let pages: Int
  /// Whether the code blocks name their languages, and the quotation is a note.
  var isRich = false

  private static let pagesPerSection = 20
  private static let sectionsPerPart = 10

  /// Writes the Markdown files and a `portico.yaml` into a folder.
  func write(to folder: String) throws {
    try SystemFile.makeFolder(folder)
    try SystemFile.write(
      Array("title: Benchmark\nbaseURL: https://bench.example.com/\n".utf8), to: folder + "/portico.yaml")
    var made: Set<String> = []
    for page in 0..<pages {
      let section = "\(folder)/\(GeneratedSite.section(of: page))"
      if made.insert(section).inserted { try SystemFile.makeFolder(section) }
      try SystemFile.write(Array(text(of: page).utf8), to: "\(folder)/\(GeneratedSite.path(of: page))")
    }
  }

  /// The Markdown of a page.
  func text(of page: Int) -> String {
    let links = (1...5).map { step in
      let target = (page + step * step) % pages
      return "[page \(target)](/\(GeneratedSite.path(of: target))\(step == 5 ? "#limits" : ""))"
    }
    return """
      ---
      title: Page \(page)
      description: What a team needs to know of component \(page) before it depends on it.
      tags: [bench, part-\(page % 7)]
      ---

      Component \(page) takes requests from the edge and answers them from a store that the platform runs. It is described
      in \(links[0]), and it depends on what \(links[1]) says about *retries* and **time-outs**.

      ## Getting started

      1. Ask for access, as \(links[2]) tells.
      2. Install the client and check its version.
      3. Send the first request, and look at its trace.

      ```\(isRich ? "sh" : "text")
      kubectl create namespace team-\(page)
      helm upgrade --install component-\(page) oci://registry.example.com/charts/component \\
        --namespace team-\(page) --set replicas=3 --set resources.requests.cpu=250m
      kubectl rollout status deployment/component-\(page) --namespace team-\(page) --timeout 120s
      ```

      ### What can go wrong

      - The quota of the namespace is used up: `kubectl describe quota` tells by how much.
      - The image cannot be pulled, since its digest was never promoted.
      - The readiness probe fails, most often because a secret is missing. See \(links[3]).

      ## Limits

      | What | Limit | When it is reached |
      |:-----|------:|--------------------|
      | Requests per second | \(100 + page % 900) | `429` with `Retry-After` |
      | Size of a request | 4 MiB | `413` |
      | Open connections | 1,024 | the oldest idle one is closed |
      | Time of an answer | 30 s | `504`, and an entry in the log |

      The limits are those of \(links[4]). They can be raised on request, for a reason and for a time; what is asked for
      often becomes the default.

      ## Configuration

      ```\(isRich ? "yaml" : "text")
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: component-\(page)
        labels:
          app.kubernetes.io/name: component-\(page)
          app.kubernetes.io/part-of: part-\(page % 7)
      spec:
        replicas: 3
        template:
          spec:
            containers:
              - name: server
                image: registry.example.com/component:1.\(page % 40).0
                resources:
                  requests: {cpu: 250m, memory: 256Mi}
      ```

      ### Alerts

      Two alerts page the team on call: one when the error budget of a day burns within the hour, and one when no request
      has arrived for ten minutes. Both name the run book, which begins with the question whether users can notice.

      \(isRich ? "!!! note\n    " : "> ")An alert that nobody can act upon is taken out at the next review.

      ## Next steps

      - [x] Read this page.
      - [ ] Try the example in the development environment.
      - [ ] Agree on service levels, and write them down.

      """
  }

  private static func path(of page: Int) -> String { "\(section(of: page))/page-\(page).md" }

  private static func section(of page: Int) -> String {
    let section = page / pagesPerSection
    return "part-\(section / sectionsPerPart)/section-\(section % sectionsPerPart)"
  }
}

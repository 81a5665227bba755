import TestSupport
import Testing

/// `portico check --external`, with answers of earlier runs and without the web.
@Suite struct ExternalLinksTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      -- content/portico.yaml --
      title: A
      baseURL: https://portal.tools/
      repository: {url: "https://code.tools/a/b"}
      redirects: {/old/: "https://gone.tools/r"}
      navigation:
        - a.md
        - {title: Chat, url: "https://gone.tools/n"}
      -- content/a.md --
      # A

      [x](https://gone.tools/) <a href="https://gone.tools/&amp;">y</a> [z](http://moved.tools/#part) [k](https://slow.tools/)

      [own](https://portal.tools/a/) [code](https://code.tools/a/b/blob/main/none) [mail](mailto:a@gone.tools)
      -- links.txt --
      portico external links 1
      http://moved.tools/\tmoved\t9999999999\thttps://moved.tools/
      https://gone.tools/\tbroken\t9999999999\tanswers 404 Not Found
      https://gone.tools/&\tbroken\t9999999999\tanswers 410 Gone
      https://gone.tools/n\tbroken\t9999999999\tis on a host that has no address
      https://gone.tools/r\tbroken\t9999999999\thas a certificate that has expired
      """)
  }

  private func check(_ arguments: String...) throws -> Run {
    try Program.run(["check", "--quiet"] + arguments, in: folder.path)
  }

  @Test func everyPlaceIsTold() throws {
    let run = try check("--external", "--offline", "--external-cache", "links.txt")
    #expect(
      run.output
        == """
        warning: 1 external link was not checked: the cache knows nothing of it [unchecked-external-link]
        content/a.md:3:5: error: 'https://gone.tools/' answers 404 Not Found [broken-external-link]
          3 | [x](https://gone.tools/) <a href="https://gone.tools/&amp;">y</a> [z](http://moved.tools/#part) [k](…
            |     ^~~~~~~~~~~~~~~~~~~
          help: Link to where the page is now, or remove the link.
        content/a.md:3:35: error: 'https://gone.tools/&' answers 410 Gone [broken-external-link]
          3 | …://gone.tools/) <a href="https://gone.tools/&amp;">y</a> [z](http://moved.tools/#part) [k](https://s…
            |                           ^~~~~~~~~~~~~~~~~~~~~~~~
          help: Link to where the page is now, or remove the link.
        content/a.md:3:71: warning: 'http://moved.tools/' has moved to 'https://moved.tools/' [moved-external-link]
          3 | …ls/) <a href="https://gone.tools/&amp;">y</a> [z](http://moved.tools/#part) [k](https://slow.tools/)
            |                                                    ^~~~~~~~~~~~~~~~~~~~~~~~
          help: Write 'https://moved.tools/#part'.
        content/portico.yaml:4:20: error: 'https://gone.tools/r' has a certificate that has expired [broken-external-link]
          4 | redirects: {/old/: "https://gone.tools/r"}
            |                    ^~~~~~~~~~~~~~~~~~~~~~
          help: Link to where the page is now, or remove the link.
        content/portico.yaml:7:24: error: 'https://gone.tools/n' is on a host that has no address [broken-external-link]
          7 |   - {title: Chat, url: "https://gone.tools/n"}
            |                        ^~~~~~~~~~~~~~~~~~~~~~
          help: Link to where the page is now, or remove the link.

        """)
    #expect(run.status == 1)
  }

  @Test func nothingIsTakenAmissThatWasNotChecked() throws {
    try folder.write("-- content/a.md --\n# A\n\n[k](https://slow.tools/)\n-- content/portico.yaml --\ntitle: A\n")
    let run = try check("--external", "--offline", "--external-cache", "links.txt", "--strict")
    #expect(run.output.contains("unchecked-external-link"))
    #expect(run.status == 0)
  }

  @Test(arguments: [["--offline"], ["--external-cache", "links.txt"]]) func optionsGoWithExternal(options: [String])
    throws
  {
    let run = try Program.run(["check"] + options, in: folder.path)
    #expect(run.status == 2)
    #expect(run.errors.contains("means nothing without --external"))
  }

  @Test func otherFileIsNoCache() throws {
    let run = try check("--external", "--offline", "--external-cache", "content/a.md")
    #expect(run.status == 2)
    #expect(run.errors.contains("'content/a.md' is no cache of external links"))
  }

  /// Checks a page with links to a server, as far as memory goes: its own process, so that no other test counts.
  private func peak(of links: [String]) throws -> Int {
    try folder.write(
      """
      -- content/portico.yaml --
      title: A
      check: {external: {allow: [127.0.0.1], perMinute: 1000000, perHost: 16}}
      -- content/a.md --
      # A

      \(links.map { "[x](\($0))" }.joined(separator: "\n\n"))
      """)
    return try Program.peakMegabytes(
      ["check", folder.path + "/content", "--quiet", "--external", "--external-cache", folder.path + "/new.txt"])
  }

  @Test(.enabled(if: Python.isThere)) func manyLinksToOneHostTakeLittleMemory() throws {
    let server = try HostileServer { _ in .answer("200 OK") }
    defer { server.stop() }
    #expect(try peak(of: (0..<10_000).map { server.url + "/\($0)" }) < 200)
    #expect(server.log.count == 10_000)
  }

  @Test(.enabled(if: Python.isThere)) func compressedZerosTakeLittleMemory() throws {
    let bomb = try Tool.run("sh", ["-c", "head -c \(256 << 20) /dev/zero | gzip -1"])
    let server = try HostileServer { _ in
      .answer("200 OK", fields: ["Content-Encoding: gzip", "Content-Type: text/html"], body: bomb)
    }
    defer { server.stop() }
    #expect(try peak(of: [server.url + "/x#a"]) < 200)
    #expect(server.asked.contains("GET /x"))
  }
}

import TestSupport
import Testing

@Suite struct MarkdownCopyTests {
  private func copy(_ path: String, _ text: String, baseURL: String? = nil) async throws -> String {
    try #require(await TestSite(text).build(baseURL: baseURL).text(path))
  }

  @Test func whatAPageIncludesStandsInItsCopy() async throws {
    let text = try await copy(
      "guides/a/index.md",
      """
      -- guides/a.md --
      # A

      - :::include ../_parts/support.md

      > --8<-- "_parts/support.md:b"

      --8<--
      ; no.md
      _parts/x.yaml
      --8<--

      :::include ../_parts/x.yaml

      ``` yaml
      a:
        --8<-- "_parts/x.yaml"
      ```
      -- index.md --
      # Home
      -- _parts/support.md --
      ---
      title: Never shown
      ---
      [home](../index.md)
      <!-- --8<-- [start:b] -->
      [b](a.md)

      :::include x.yaml lines=1
      <!-- --8<-- [end:b] -->
      -- _parts/x.yaml --
      x: 1
      y: 2
      """)
    #expect(
      text == """
        # A

        - [home](../../index.md)
          [b](a.md)
          
          ```yaml title="x.yaml"
          x: 1
          ```

        > [b](../../guides/a/index.md)
        > 
        > ```yaml title="x.yaml"
        > x: 1
        > ```



        x: 1
        y: 2


        ```yaml title="x.yaml"
        x: 1
        y: 2
        ```

        ``` yaml
        a:
          x: 1
          y: 2
        ```

        """)
  }

  @Test func linksLeadFromTheCopyToOtherCopiesAndFiles() async throws {
    let text = try await copy(
      "guides/a/index.md",
      """
      -- guides/a.md --
      ---
      title: A
      ---
      [b](b.md#part "Title"), ![c](../c.png), [d][], <a href="b.md">e</a>, [f](https://example.com/b.md), [g](#here).

      ## Here

      [d]: <../index.md>
      -- guides/b.md --
      ## Part
      -- index.md --
      # Home
      -- c.png --
      """)
    #expect(
      text == """
        # A

        [b](../../guides/b/index.md#part "Title"), ![c](../../c.png), [d][], <a href="../../guides/b/index.md">e</a>, \
        [f](https://example.com/b.md), [g](../../guides/a/index.md#here).

        ## Here

        [d]: <../../index.md>

        """)
  }

  @Test func namesBecomeCommonLinksWithTheirTitles() async throws {
    let copy = try await copy(
      "index.md",
      """
      -- portico.yaml --
      title: Portal
      -- index.md --
      # Home

      [](a.md#part), [[a]], [[Page A|see \\*a*]] and [](term:part).
      -- a.md --
      ---
      kind: glossary
      ---
      # Page A

      ## Part
      """)
    #expect(
      copy == """
        # Home

        [Part](./a/index.md#part), [Page A](./a/index.md), [see \\*a*](./a/index.md) and [Part](./a/index.md#part).

        """)
  }

  @Test func pageWithoutMarkdownIsLedToAsItIs() async throws {
    let text = try await copy(
      "a/index.md", "-- a.md --\n[x](guides/)\n-- guides/b.md --", baseURL: "https://example.com/")
    #expect(text == "# A\n\n[x](https://example.com/guides/)\n")
  }

  @Test func definitionThatManyLinksUseIsReplacedOnce() async throws {
    let text = try await copy("a/index.md", "-- a.md --\n[x][b] [y][b] [b]\n\n[b]: b.md\n-- b.md --")
    #expect(text == "# A\n\n[x][b] [y][b] [b]\n\n[b]: ../b/index.md\n")
  }

  @Test func parenthesesDoNotEndADestination() async throws {
    let text = try await copy("a/index.md", "-- a.md --\n[x](b(c)d.md)\n-- b(c)d.md --")
    #expect(text == "# A\n\n[x](../b%28c%29d/index.md)\n")
  }

  @Test func titleIsAHeadingOfOneLine() async throws {
    let text = try await copy("a/index.md", "-- a.md --\n---\ntitle: \"<b> *x*\\n# y\"\n---\nText.")
    #expect(text == "# \\<b\\> \\*x\\* # y\n\nText.\n")
  }

  @Test func pageOfAFileHasItsCopyBesideIt() async throws {
    let text = try await copy(
      "guides/a.md", "-- portico.yaml --\ntitle: T\nurls: file\n-- guides/a.md --\n[b](b.md)\n-- guides/b.md --")
    #expect(text == "# A\n\n[b](../guides/b.md)\n")
  }
}

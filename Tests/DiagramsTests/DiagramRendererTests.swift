import Bytes
import Diagrams
import Files
import TestSupport
import Testing

/// What the libraries themselves give, which `make test` sets up; without them these tests skip.
@Suite(.enabled(if: TestSite.drawsDiagrams, "merman or Graphviz is missing: run 'make diagrams'"))
struct DiagramRendererTests {
  private func draw(_ language: String, _ source: String) -> Result<Drawing, DrawingFailure> {
    TestSite.diagrams.drawer.draw(language, source)
  }

  private func failure(_ language: String, _ source: String) -> DrawingFailure? {
    if case .failure(let failure) = draw(language, source) { failure } else { nil }
  }

  @Test(arguments: [
    ("flowchart LR\n a --> b", "Flowchart"), ("---\ntitle: How it goes\n---\nflowchart LR\n a --> b", "How it goes"),
    ("sequenceDiagram\n accTitle: Who asks whom\n A->>B: hello", "Who asks whom"),
    ("%% a comment\nstateDiagram-v2\n [*] --> A", "State diagram"), ("pie title Pets\n \"Dogs\" : 3", "Pets"),
    ("gantt\n title Plan\n section A\n t: a, 2026-01-01, 3d", "Plan"),
  ])
  func mermaidIsNamedByItsAuthorOrByItsKind(source: String, title: String) throws {
    #expect(try draw("mermaid", source).get().title == title)
  }

  @Test func nothingThatADiagramSaysOfThemesIsHeard() throws {
    let plain = try draw("mermaid", "flowchart LR\n a --> b").get()
    for setting in [
      "%%{init: {'theme': 'forest', 'look': 'handDrawn', 'htmlLabels': true}}%%\n",
      "---\nconfig:\n  theme: dark\n  fontFamily: serif\n---\n",
      "%%{init: {'themeVariables': {'mainBkg': '#f00'}, 'themeCSS': '.node rect {fill: red}'}}%%\n",
    ] {
      #expect(try draw("mermaid", setting + "flowchart LR\n a --> b").get() == plain)
    }
  }

  @Test func aFaultHasItsLine() {
    #expect(
      failure("mermaid", "flowchart LR\n  a --> b\n  c[Go (1)] --> d")
        == .refused(
          reason:
            "Diagram parse error (flowchart-v2): Invalid text label: contains structural characters; quote it to use them",
          line: 3))
    #expect(failure("dot", "digraph {\n a -> \n [ }") == .refused(reason: "syntax error in line 3 near '['", line: 3))
  }

  @Test func linksLeadWhereTheSourceSays() throws {
    let mermaid = try draw("mermaid", "flowchart LR\n a --> b\n click a \"secrets.md\"").get()
    let dot = try draw("dot", "digraph { a [URL=\"secrets.md?a&b\"] }").get()
    #expect(mermaid.parts.contains(.url("secrets.md")))
    #expect(dot.parts.contains(.url("secrets.md?a&b")))
  }

  @Test(arguments: ["dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork"])
  func graphvizHasItsLayouts(layout: String) throws {
    #expect(try draw("dot", "graph { layout=\(layout); a -- b }").get().title == "Graph")
  }

  @Test(arguments: [
    "graph { a [image=\"/etc/passwd\"] }", "graph { imagepath=\"/etc\"; a }", "graph { fontpath=\"/etc\"; a }",
    "graph { a [shape=custom shapefile=\"/etc/passwd\"] }", "graph { _background=\"I 0 0 9 9 11 -/etc/passwd\"; a }",
    "graph { a [label=<<TABLE><TR><TD><IMG SRC=\"/etc/passwd\"/></TD></TR></TABLE>>] }",
    "graph { start=rand; layout=neato; a -- b }",
  ])
  func graphvizReadsNoFilesAndNoClock(source: String) throws {
    guard case .refused(let reason, nil)? = failure("graphviz", source) else {
      Issue.record("drawn")
      return
    }
    #expect(reason.hasSuffix("reads files or changes from build to build"))
  }

  @Test(arguments: [
    ("mermaid", "flowchart LR\n a" + String(repeating: "[", count: 30_000)),
    ("mermaid", "flowchart LR\n" + (0..<3000).map { "a\($0)" }.joined(separator: "-->")),
    (
      "mermaid",
      "sequenceDiagram\n" + String(repeating: "loop x\n", count: 2000) + String(repeating: "end\n", count: 2000)
    ),
    ("mermaid", "%%{init: " + String(repeating: "{\"a\":", count: 5000)),
    ("mermaid", String(repeating: "a", count: 40_000)),
    ("dot", "digraph { " + String(repeating: "{", count: 30_000)),
    ("dot", "graph { " + (0..<2000).map { "a\($0)" }.joined(separator: ";") + " }"),
    ("dot", "digraph { a -> b [minlen=100000000] }"), ("dot", "graph { a [peripheries=100000000] }"),
    ("dot", "graph { a [label=\"\u{0}\"] }"),
  ])
  func hostileSourcesAreRefused(language: String, source: String) {
    #expect(failure(language, source) != nil)
  }

  @Test func aGraphThatCrashesGraphvizIsReported() {
    let source = "digraph { a -> b [weight=2000000000]; a -> b [weight=2000000000] }"
    #expect(failure("dot", source) == .refused(reason: "the layout engine crashed", line: nil))
  }

  @Test func manyThreadsDrawTheSame() async throws {
    let sources = (0..<40).map { index in
      index % 2 == 0 ? ("mermaid", "flowchart LR\n a --> n\(index)") : ("dot", "digraph { a -> n\(index) }")
    }
    let alone = sources.map { draw($0.0, $0.1) }
    let fresh = DiagramRenderer(mermanPaths: [TestSite.repository + "/.build/lib/portico/libmerman_uniffi.so"]).drawer
    let together = await parallel(sources) { fresh.draw($0.0, $0.1) }
    #expect(together == alone)
  }

  private func parallel<Element: Sendable, Value: Sendable>(
    _ elements: [Element], _ transform: @escaping @Sendable (Element) -> Value
  ) async -> [Value] {
    await withTaskGroup { group in
      for (index, element) in elements.enumerated() { group.addTask { (index, transform(element)) } }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

/// What happens where a library is not there.
@Suite struct MissingLibraryTests {
  private func failure(_ path: String) -> DrawingFailure? {
    let drawer = DiagramRenderer(mermanPaths: [path]).drawer
    if case .failure(let failure) = drawer.draw("mermaid", "flowchart LR\n a") { return failure }
    return nil
  }

  @Test func noLibraryIsUnavailable() {
    #expect(
      failure("/nowhere/libmerman_uniffi.so")
        == .unavailable(reason: "the library that draws Mermaid is not there; 'make site' sets it up"))
  }

  @Test func anotherLibraryIsUnavailable() throws {
    let path = try #require(
      ["/lib/x86_64-linux-gnu/libm.so.6", "/lib/aarch64-linux-gnu/libm.so.6", "/lib64/libm.so.6"].first {
        SystemFile.status($0) != nil
      })
    #expect(
      failure(path)
        == .unavailable(reason: "'\(path)' cannot be used: it is no library of merman's; 'make site' sets it up"))
  }

  @Test func whatIsNoLibraryIsUnavailable() {
    guard case .unavailable(let reason)? = failure("/etc/passwd") else {
      Issue.record("no failure")
      return
    }
    #expect(reason.hasPrefix("'/etc/passwd' cannot be used: "))
  }
}

import Diagnostics
import Dispatch
import Markdown
import Synchronization
import Testing

/// The HTML, the arguments of the embeds and the findings of a text.
private func embedding(_ text: String) -> String {
  let outcome = MarkdownRenderer.render(Array(text.utf8)[...], path: "a.md", options: .init(embeds: ["slo"]))
  return outcome.value.text + outcome.value.embeds.compactMap(\.argument?.text).joined()
    + "\(outcome.diagnostics.map(\.rule.id))"
}

@Suite struct ConcurrencyTests {
  @Test func manyThreadsRenderWhatOneDoes() {
    let texts = (0..<16).map { number in
      """
      # Heading \(number)

      ~~gone~~ and ~kept www.a\(number).example ~~b~~[^1] me@c.example: wow

      | a | ~~b~~ |
      |---|:-:|
      | http://d.example/\(number) | w:~w~ |

      :::slo a\(number) b=c
      :::slos near
      - [x] ~~done~~
        :::slo d
      - [ ] e[^1]

      [^1]: ~~Note~~ \(number)
      """
    }
    let expected = texts.map(embedding)
    #expect(expected[3].hasSuffix("a3d[\"unknown-embed\"]"))
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<3000 {
        let index = (thread + round) % texts.count
        if embedding(texts[index]) != expected[index] { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}

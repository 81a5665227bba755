import Diagnostics
import Dispatch
import Markdown
import Synchronization
import Testing

@Suite struct ConcurrencyTests {
  @Test func manyThreadsRenderWhatOneDoes() {
    let texts = (0..<16).map { number in
      """
      # Heading \(number)

      ~~gone~~ and ~kept www.a\(number).example ~~b~~[^1] me@c.example: wow

      | a | ~~b~~ |
      |---|:-:|
      | http://d.example/\(number) | w:~w~ |

      - [x] ~~done~~
      - [ ] e[^1]

      [^1]: ~~Note~~ \(number)
      """
    }
    let expected = texts.map { render($0).value.html }
    let wrong = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for round in 0..<3000 {
        let index = (thread + round) % texts.count
        if render(texts[index]).value.html != expected[index] { wrong.add(1, ordering: .relaxed) }
      }
    }
    #expect(wrong.load(ordering: .relaxed) == 0)
  }
}

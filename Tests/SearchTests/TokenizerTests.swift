import Bytes
import Testing

@testable import Search

@Suite struct TokenizerTests {
  private func terms(_ text: String, stopWords: Set<String> = []) -> [String] {
    Tokenizer(stopWords: StringTable(stopWords)).terms(in: text).map(\.text)
  }

  @Test(arguments: [
    ("Rotate a leaked password.", ["rotate", "a", "leaked", "password"]),
    ("AccessDenied", ["access", "denied", "accessdenied"]),
    (
      "service-monitor service_monitor service.monitor",
      Array(repeating: ["service", "monitor", "servicemonitor"], count: 3).flatMap(\.self)
    ),
    ("HTTPServer APIs SLOs", ["http", "server", "httpserver", "apis", "slos"]),
    ("app.kubernetes.io/name", ["app", "kubernetes", "io", "appkubernetesio", "name"]),
    ("CrashLoopBackOff", ["crash", "loop", "back", "off", "crashloopbackoff"]),
    ("Kubernetes 1.35, k8s", ["kubernetes", "35", "135", "k8s"]),
    ("C# and C++ in F#", ["c#", "and", "c++", "in", "f#"]),
    ("don't the team's -x- .net", ["don", "dont", "the", "team", "teams", "x", "net"]),
    ("Grüße, CAFÉ, cafe\u{301}, Ærø", ["gruße", "cafe", "cafe", "ærø"]),
    ("秘密鍵と key 鍵", ["秘密", "密鍵", "鍵と", "key", "鍵"]),
    ("", []), ("--..''", []), ("+ # a", ["a"]),
  ])
  func cutsTextIntoTerms(text: String, expected: [String]) {
    #expect(terms(text) == expected)
  }

  @Test func leavesOutWhatSaysNothing() {
    #expect(terms("the secret of a pod", stopWords: ["the", "of", "a"]) == ["secret", "pod"])
  }

  @Test func keepsATextOfNothingButStopWords() {
    #expect(terms("How to", stopWords: ["how", "to"]) == ["how", "to"])
  }

  @Test func leavesOutWhatNobodyTypes() {
    #expect(terms(String(repeating: "0123456789abcdef", count: 3) + " key") == ["key"])
  }
}

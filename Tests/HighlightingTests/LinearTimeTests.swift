import Glibc
import Testing

@testable import Highlighting

/// What opens something in some language, so that thousands of it leave thousands open, and what looks far ahead.
enum Openings {
  static let all: [String] = [
    "\"", "'", "`", "\"\"\"", "'''", "\\", "/*", "(*", "<!--", "<![CDATA[", "<?", "<!", "{{", "{{ \"", "{%", "${",
    "\"${",
    "$((", "$(", "\"$(", "\"#{", "f\"{", "\"\\(", "(", "[", "{", "<", "<a ", "<a>", "</a>", "<a b={", "x=<a>{", "{[",
    "#{", "#[", "<<A ", "<<A\n", "<<<A\n", "/", "= /", "/[", "%q(", "%r{", "~r/", "--[[", "[==[", "[[", "R\"(",
    "R\"aaaa",
    "@", ": ", "a: ", "a:", "a = ", "- ", "? ", "| ", "a: |\n", "&a ", "!a ", "[a, ", "{a: ", "#", "# ", "$ ", "$ '",
    "> ",
    "a\n> ", "PS ", "(a) ", "```\n", "```yaml\n", "```markdown\n", "~~~\n", "](", "&", "<?php ", "?>", "<?= ",
    "<script>",
    "<style>", "=begin ", "+++ \n", "--- \n", "---\n", "\t", "\t\\\n", "\\\n", " ", "\n", "\r", "é", "ab ", "1", "1e+",
    "0x",
    "a-", "a.", ",", "a(", "a {", "a: b;", "}", ")", "]", "-a", "$a", "FROM a\n", "GET a\n\n", "###\n", "[a]\n", "[a",
    "$(a)", "${a}", "'\\", "\"a\" ", "/**/(a:", "<a b>", "[a]",
  ]
}

@Suite struct LinearTimeTests {
  /// Eight times the text may take eight times as long, and the same again for noise; the square of it would be 64 times.
  private static let limit = 16.0

  @Test(arguments: Language.all.map(\.name)) func timeGrowsWithTheSize(name: String) throws {
    let language = try #require(Language.named(name))
    for opening in Openings.all {
      var growth = Double.infinity
      for _ in 0..<4 where growth > Self.limit {
        growth = seconds(language, opening, 4_096) / seconds(language, opening, 512)
      }
      #expect(growth <= Self.limit, "\(opening.debugDescription): \(growth) times")
    }
  }

  /// CPU time of this thread.
  private func seconds(_ language: Language, _ opening: String, _ size: Int) -> Double {
    let bytes = Array(String(repeating: opening, count: size / opening.utf8.count).utf8)
    let start = cpuTime()
    let tokens = language.tokens(in: bytes.span)
    let time = cpuTime() - start
    #expect(tokens.count <= bytes.count)
    return time
  }

  private func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

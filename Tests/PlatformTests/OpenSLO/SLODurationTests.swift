import Testing

@testable import Platform

@Suite struct SLODurationTests {
  @Test(arguments: [
    ("28 days", "Did you mean '28d'?"), ("28D", "Did you mean '28d'?"), ("5min", "Did you mean '5m'?"),
    ("1Mo", "Did you mean '1M'?"), ("2 weeks", "Did you mean '2w'?"), ("1H", "Did you mean '1h'?"),
    ("90s", "Write a number and one of m h d w M Q Y, such as '28d' or '1M'."),
    ("d", "Write a number and one of m h d w M Q Y, such as '28d' or '1M'."),
    ("0d", "Write a number and one of m h d w M Q Y, such as '28d' or '1M'."),
  ])
  func guessesWhatWasMeant(_ text: String, _ help: String) {
    #expect(SLODuration.help(for: text) == help)
  }
}

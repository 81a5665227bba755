/// A number as monitoring systems write it: `998123`, `99.5`, `1.2e+06`, `NaN`.
struct MeasuredNumber: Sendable, Hashable {
  /// Nil for `NaN`, which stands where there was nothing to count.
  let value: Fraction?

  /// The largest count that keeps sums over a year exact.
  private static let limit = Fraction(1_000_000_000_000)

  init(value: Fraction?) { self.value = value }

  /// A count from zero to a trillion, rounded to a millionth; nil for infinity and all else.
  init?(_ text: some StringProtocol) {
    if text.lowercased() == "nan" {
      value = nil
    } else {
      guard let number = MeasuredNumber.decimal(text), number >= .zero, number <= MeasuredNumber.limit else {
        return nil
      }
      value = number
    }
  }

  /// Digits with at most one point, a sign and an exponent, rounded to a millionth, halves up.
  private static func decimal(_ text: some StringProtocol) -> Fraction? {
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let exponent = parts.count == 2 ? Int(parts[1]) : 0 else { return nil }
    let isNegative = parts[0].hasPrefix("-")
    let digits = parts[0].drop { $0 == "-" || $0 == "+" }
    let pieces = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(pieces.count), parts[0].count - digits.count <= 1,
      let coefficient = Int128(pieces.joined()), coefficient >= 0, pieces.joined().utf8.count <= 30,
      (-40...15).contains(exponent)
    else { return nil }
    // In millionths, the number has so many digits too many, or too few.
    let excess = (pieces.count == 2 ? pieces[1].utf8.count : 0) - exponent - 6
    let millionths =
      excess > 30 ? 0 : excess > 0 ? (coefficient + power(excess) / 2) / power(excess) : coefficient * power(-excess)
    return Fraction(isNegative ? -millionths : millionths, over: 1_000_000)
  }

  private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension Instant {
  /// Seconds since 1970, to the nearest whole one: `1719792000.123`.
  init?(unixTime text: some StringProtocol) {
    guard let number = MeasuredNumber(text)?.value else { return nil }
    self.init(seconds: Int((number + Fraction(1, over: 2)).floor))
  }
}

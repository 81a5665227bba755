/// A decimal number as it was written: `coefficient × 10^-scale`.
///
/// 0.999 stays 0.999.
package struct ExactDecimal: Sendable, Hashable {
  private let coefficient: Int128
  /// Digits behind the point; never negative.
  private let scale: Int

  private init(coefficient: Int128, scale: Int) {
    var (coefficient, scale) = (coefficient, scale)
    while scale > 0, coefficient.isMultiple(of: 10) { (coefficient, scale) = (coefficient / 10, scale - 1) }
    self.coefficient = coefficient
    self.scale = scale
  }

  package init(_ integer: Int) { self.init(coefficient: Int128(integer), scale: 0) }

  /// Reads digits with at most one point and an optional minus sign; at most 15 digits, so that sums and small products are exact.
  package init?(_ text: String) {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard (1...2).contains(parts.count), (1...15).contains(digits.utf8.count), parts[0].utf8.count > 0,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int128(digits)
    else { return nil }
    self.init(coefficient: isNegative ? -value : value, scale: parts.count == 2 ? parts[1].utf8.count : 0)
  }

  package static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal {
    let scale = max(left.scale, right.scale)
    return ExactDecimal(coefficient: left.scaled(to: scale) - right.scaled(to: scale), scale: scale)
  }

  package static func * (left: ExactDecimal, right: Int) -> ExactDecimal {
    ExactDecimal(coefficient: left.coefficient * Int128(right), scale: left.scale)
  }

  /// The number moved by powers of ten: `shifted(by: 2)` of 0.999 is 99.9.
  package func shifted(by places: Int) -> ExactDecimal {
    places <= scale
      ? ExactDecimal(coefficient: coefficient, scale: scale - places)
      : ExactDecimal(coefficient: coefficient * ExactDecimal.power(places - scale), scale: 0)
  }

  /// The whole part, towards zero.
  package var whole: Int { Int(coefficient / ExactDecimal.power(scale)) }

  /// The number as a ratio of whole numbers.
  package var ratio: Fraction { Fraction(coefficient, over: ExactDecimal.power(scale)) }

  /// Digits behind the point that it takes to write it.
  package var places: Int { scale }

  package var isZero: Bool { coefficient == 0 }

  private func scaled(to scale: Int) -> Int128 { coefficient * ExactDecimal.power(scale - self.scale) }

  private static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool { (left - right).coefficient < 0 }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits without trailing zeros: `99.9`.
  package var description: String {
    let digits = String(coefficient.magnitude)
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    let sign = coefficient < 0 ? "-" : ""
    return scale == 0 ? sign + padded : sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }
}

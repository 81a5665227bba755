/// A ratio of two whole numbers, so that a verdict never hangs on a rounding.
///
/// Exact while both numbers stay below 2^62; beyond that, arithmetic keeps 62 bits of them. Comparison is always exact.
package struct Fraction: Sendable, Hashable {
  /// In lowest terms with `denominator`.
  package let numerator: Int128
  /// Above zero.
  package let denominator: Int128

  /// - Parameter denominator: above zero.
  package init(_ numerator: Int128, over denominator: Int128 = 1) {
    let divisor = max(Fraction.commonDivisor(numerator.magnitude, denominator.magnitude), 1)
    self.numerator = numerator / Int128(divisor)
    self.denominator = denominator / Int128(divisor)
  }

  package static let one = Fraction(1)
  package static let zero = Fraction(0)

  /// What is left to one; exact always.
  package var complement: Fraction { Fraction(denominator - numerator, over: denominator) }

  package static func + (left: Fraction, right: Fraction) -> Fraction {
    guard left.denominator != right.denominator else {
      return Fraction(left.numerator + right.numerator, over: left.denominator)
    }
    let (a, b) = (left.bounded, right.bounded)
    return Fraction(a.numerator * b.denominator + b.numerator * a.denominator, over: a.denominator * b.denominator)
  }

  package static func * (left: Fraction, right: Fraction) -> Fraction {
    let (a, b) = (left.bounded, right.bounded)
    return Fraction(a.numerator * b.numerator, over: a.denominator * b.denominator)
  }

  /// - Parameter right: above zero.
  package static func / (left: Fraction, right: Fraction) -> Fraction {
    let (a, b) = (left.bounded, right.bounded)
    return Fraction(a.numerator * b.denominator, over: a.denominator * b.numerator)
  }

  /// The whole number at or below it.
  package var floor: Int128 {
    let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// Decimal digits, rounded down unless told otherwise: `99.95`, `-12.4`.
  package func text(places: Int, roundedUp: Bool = false) -> String {
    let power = (0..<places).reduce(1 as Int128) { power, _ in power * 10 }
    let scaled = roundedUp ? -(bounded * Fraction(-power)).floor : (bounded * Fraction(power)).floor
    let digits = String(scaled.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let sign = scaled < 0 ? "-" : ""
    return places == 0 ? sign + padded : sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// Itself, or as near as numbers below 2^62 come to it, so that products fit.
  private var bounded: Fraction {
    let width = 128 - Swift.min(numerator.magnitude.leadingZeroBitCount, denominator.magnitude.leadingZeroBitCount)
    guard width > 62 else { return self }
    return Fraction(numerator >> (width - 62), over: max(1, denominator >> (width - 62)))
  }

  private static func commonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}

extension Fraction: Comparable {
  package static func < (left: Fraction, right: Fraction) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return (a.high, a.low) < (b.high, b.low)
  }
}

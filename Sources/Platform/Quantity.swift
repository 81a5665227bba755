/// A number with its unit, as people write it: `45 %`, `95 s`, `EUR 3`, `9`.
struct Quantity: Sendable, Hashable {
  let value: ExactDecimal
  /// Empty for a bare number.
  let unit: String

  /// Reads one number with at most one unit, before or behind it; nil for anything else, such as `about 40 %` or `1 h 30 min`.
  init?(_ text: String) {
    let isPartOfNumber: (Character) -> Bool = { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    let before = text.prefix { !isPartOfNumber($0) }
    let number = text[before.endIndex...].prefix(while: isPartOfNumber)
    let units = [before, text[number.endIndex...]].map { unit in
      unit.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    guard let value = ExactDecimal(String(number)), units.contains(""), !units.joined().contains(where: \.isNumber)
    else { return nil }
    self.value = value
    unit = units.joined()
  }
}

extension Roadmap.Measure {
  /// How much of the way from `from` to `to` lies behind, where all three are numbers of one unit; below zero if `now` is
  /// further away than `from`.
  package var progress: Fraction? {
    guard let from = from.flatMap({ Quantity($0) }), let to = Quantity(to), let now = now.flatMap({ Quantity($0) }),
      from.unit == to.unit, now.unit == to.unit, from.value != to.value
    else { return nil }
    let (done, whole) = (now.value - from.value, to.value - from.value)
    return whole > ExactDecimal(0) ? done.ratio / whole.ratio : (done * -1).ratio / (whole * -1).ratio
  }
}

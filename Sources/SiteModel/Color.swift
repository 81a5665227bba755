/// A colour of a screen (sRGB, IEC 61966-2-1), with the contrast that WCAG 2.2 computes from it.
package struct Color: Sendable, Equatable {
  package let red: UInt8
  package let green: UInt8
  package let blue: UInt8

  package static let black = Color(red: 0, green: 0, blue: 0)
  package static let white = Color(red: 255, green: 255, blue: 255)

  package init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// - Parameter hex: `#24c` or `#2447c5`; nil for all else.
  package init?(hex: String) {
    let digits = hex.dropFirst()
    guard hex.hasPrefix("#"), digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16) else { return nil }
    switch digits.utf8.count {
    case 3:
      let nibbles = [value >> 8, value >> 4, value].map { UInt8($0 & 15) * 17 }
      self.init(red: nibbles[0], green: nibbles[1], blue: nibbles[2])
    case 6:
      self.init(
        red: UInt8(value >> 16), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    default: return nil
    }
  }

  /// As CSS and its authors write it: `#2447c5`.
  package var hex: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// This colour with so much of another in it, from 0 to 1.
  package func mixed(with other: Color, _ share: Double) -> Color {
    func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
      UInt8((Double(own) + (Double(other) - Double(own)) * share).rounded())
    }
    return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }

  /// From 1 for the same colour to 21 for black and white (WCAG 2.2, "contrast ratio").
  package func contrast(to other: Color) -> Double {
    let (lower, higher) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (higher + 0.05) / (lower + 0.05)
  }

  /// WCAG 2.2, "relative luminance".
  private var luminance: Double {
    0.2126 * Color.linear(red) + 0.7152 * Color.linear(green) + 0.0722 * Color.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    if value <= 0.04045 { return value / 12.92 }
    // The power of 2.4 is the fifth root of the twelfth power.
    let base = (value + 0.055) / 1.055
    let square = base * base
    let power = square * square * square * square * square * square
    return (0..<30).reduce(into: 1.0) { root, _ in
      let fourth = root * root * root * root
      root -= (fourth * root - power) / (5 * fourth)
    }
  }
}

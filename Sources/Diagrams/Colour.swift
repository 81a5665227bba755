import Glibc

/// A colour of sRGB with its opacity.
struct Colour: Equatable {
  /// 0 to 255.
  let red: Double
  let green: Double
  let blue: Double
  /// 0 to 1.
  var alpha = 1.0

  static let black = Colour(red: 0, green: 0, blue: 0)
  static let white = Colour(red: 255, green: 255, blue: 255)

  /// Whether it is as good as grey.
  var isNeutral: Bool { max(red, green, blue) - min(red, green, blue) <= 24 }

  /// Relative luminance (WCAG 2.2), 0 for black to 1 for white.
  var luminance: Double {
    func linear(_ channel: Double) -> Double {
      let share = channel / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// Contrast ratio (WCAG 2.2), 1 to 21.
  func contrast(to other: Colour) -> Double {
    let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// Six hexadecimal digits behind `#`.
  var hex: String {
    "#"
      + [red, green, blue].map { channel in
        let value = Int(min(max(channel, 0), 255).rounded())
        return (value < 16 ? "0" : "") + String(value, radix: 16)
      }.joined()
  }
}

extension Colour {
  /// Reads a colour as CSS writes it: a name, `#` with digits, `rgb()`, `rgba()`, `hsl()` or `hsla()`.
  init?(_ text: some StringProtocol) {
    let text = text.trimmed.lowercased()
    if text == "transparent" {
      self.init(red: 0, green: 0, blue: 0, alpha: 0)
    } else if text.hasPrefix("#") {
      self.init(digits: text.dropFirst())
    } else if text.hasSuffix(")"), let open = text.firstIndex(of: "(") {
      self.init(function: text[..<open], text[text.index(after: open)...].dropLast())
    } else if let value = Colour.named(text) {
      self.init(
        red: Double(value >> 16 & 0xFF), green: Double(value >> 8 & 0xFF), blue: Double(value & 0xFF))
    } else {
      return nil
    }
  }

  private init?(digits: Substring) {
    guard let value = UInt32(digits, radix: 16), [3, 4, 6, 8].contains(digits.utf8.count) else { return nil }
    let isShort = digits.utf8.count < 5
    func channel(_ index: Int) -> Double {
      let (width, mask) = isShort ? (4, UInt32(0xF)) : (8, UInt32(0xFF))
      let count = digits.utf8.count * 4 / width
      return index < count ? Double(value >> UInt32((count - 1 - index) * width) & mask) * (isShort ? 17 : 1) : 255
    }
    self.init(red: channel(0), green: channel(1), blue: channel(2), alpha: channel(3) / 255)
  }

  private init?(function: Substring, _ arguments: Substring) {
    let parts = arguments.split { $0 == "," || $0 == " " || $0 == "/" }
    let numbers = parts.compactMap { Colour.number($0) }
    guard numbers.count == parts.count, numbers.count == 3 || numbers.count == 4 else { return nil }
    let isPercent = parts.map { $0.hasSuffix("%") }
    let alpha = numbers.count == 4 ? numbers[3] / (isPercent[3] ? 100 : 1) : 1
    switch function {
    case "rgb", "rgba":
      let channels = (0..<3).map { isPercent[$0] ? numbers[$0] * 2.55 : numbers[$0] }
      self.init(red: channels[0], green: channels[1], blue: channels[2], alpha: alpha)
    case "hsl", "hsla":
      self.init(hue: numbers[0], saturation: numbers[1] / 100, lightness: numbers[2] / 100, alpha: alpha)
    default: return nil
    }
  }

  private static func number(_ text: Substring) -> Double? {
    let digits = text.hasSuffix("%") ? text.dropLast() : text.hasSuffix("deg") ? text.dropLast(3) : text
    return Double(digits).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Source: CSS Color Module Level 4, section 7.1.
  private init(hue: Double, saturation: Double, lightness: Double, alpha: Double) {
    let amount = saturation * min(lightness, 1 - lightness)
    func channel(_ offset: Double) -> Double {
      let turn = (offset + hue / 30).truncatingRemainder(dividingBy: 12)
      let place = turn < 0 ? turn + 12 : turn
      return 255 * (lightness - amount * max(-1, min(place - 3, 9 - place, 1)))
    }
    self.init(red: channel(0), green: channel(8), blue: channel(4), alpha: alpha)
  }
}

import Foundation
import Testing

@testable import Highlighting

/// The colours of the default theme for the kinds of tokens.
@Suite struct PaletteTests {
  @Test(arguments: Token.Kind.allCases) func everyKindHasAColour(kind: Token.Kind) {
    #expect(StyleSheets.colour(of: kind) != nil)
  }

  /// WCAG 2.2, 1.4.3, on the ground of a block and on that of each kind of line.
  @Test(arguments: Token.Kind.allCases) func everyColourHasContrastOnEveryGround(kind: Token.Kind) throws {
    let grounds = StyleSheets.grounds
    #expect(grounds.count == 4)
    for ground in grounds {
      for (text, ground) in zip(try #require(StyleSheets.colour(of: kind)), ground) {
        #expect(text.contrast(with: ground) >= 4.5, "\(text) on \(ground)")
      }
    }
  }

  @Test func contrastIsThatOfTheStandard() throws {
    let grey = try #require(Colour("#767676"))
    let white = try #require(Colour("#fff"))
    #expect((grey.contrast(with: white) * 100).rounded() == 454)
  }
}

private enum StyleSheets {
  private static let text: String = {
    let folder = URL(filePath: #filePath).appending(path: "../../../themes/portico/assets/css").standardized
    return ["page/base", "code"].compactMap {
      try? String(contentsOf: folder.appending(path: "\($0).css"), encoding: .utf8)
    }.joined()
  }()

  /// The colours that a rule for the kind sets: in the light and in the dark scheme.
  static func colour(of kind: Token.Kind) -> [Colour]? {
    for match in text.matches(of: #/code (?:\.(\w)|:is\((?<list>[.\w, ]+)\)) \{\s+color: ([^;]+);/#) {
      let classes = match.1.map { [$0] } ?? match.list.map { $0.split(separator: ", ").map { $0.dropFirst() } } ?? []
      if classes.contains(Substring(kind.rawValue)) { return colours(of: match.3) }
    }
    return nil
  }

  /// The grounds of a block, and of lines that are marked, inserted and deleted.
  static var grounds: [[Colour]] {
    let lines = text.matches(of: #/--line-ground: ([^;]+);/#).compactMap { colours(of: $0.1) }
    return (colours(of: "var(--surface)").map { [$0] } ?? []) + lines
  }

  private static func colours(of value: Substring) -> [Colour]? {
    if let name = value.wholeMatch(of: #/var\((--[\w-]+)\)/#)?.1 {
      guard let definition = text.firstRange(of: "\(name): ") else { return nil }
      return colours(of: text[definition.upperBound...].prefix { $0 != ";" })
    }
    guard let both = value.wholeMatch(of: #/light-dark\((#\w+), (#\w+)\)/#) else { return nil }
    return [both.1, both.2].compactMap { Colour(String($0)) }
  }
}

private struct Colour: CustomStringConvertible {
  let description: String
  private let channels: [Double]

  init?(_ hex: String) {
    let digits = hex.dropFirst().map(String.init)
    let pairs =
      digits.count == 3
      ? digits.map { $0 + $0 } : stride(from: 0, to: digits.count, by: 2).map { digits[$0] + digits[$0 + 1] }
    channels = pairs.compactMap { Int($0, radix: 16) }.map { Double($0) / 255 }
    guard channels.count == 3 else { return nil }
    description = hex
  }

  func contrast(with other: Colour) -> Double {
    let (darker, lighter) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  private var luminance: Double {
    zip(channels, [0.2126, 0.7152, 0.0722]).map { channel, weight in
      weight * (channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4))
    }.reduce(0, +)
  }
}

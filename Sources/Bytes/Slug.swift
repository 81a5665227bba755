/// Heading ids as GitHub makes them, so that `#anchors` written for one work on the other.
///
/// Source of the rule: github/cmark-gfm's consumers and `github-slugger`: lower case, everything but letters, marks,
/// numbers, `_`, `-` and spaces dropped, each space a `-`.
package enum Slug {
  /// The slug of a heading's plain text; empty when nothing in it may stay.
  package static func github(_ text: String) -> String {
    var ascii: [UInt8] = []
    ascii.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        ascii.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): ascii.append(byte + 32)
      case UInt8(ascii: " "): ascii.append(UInt8(ascii: "-"))
      case 0x80...: return unicodeSlug(text)
      default: break
      }
    }
    return String(decoding: ascii, as: UTF8.self)
  }

  private static func unicodeSlug(_ text: String) -> String {
    var slug = ""
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case " ": slug.append("-")
      default:
        if scalar.value > 0x7F, isKept(scalar) { slug += scalar.properties.lowercaseMapping }
      }
    }
    return slug
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark,
      .decimalNumber, .letterNumber, .otherNumber, .connectorPunctuation:
      true
    default: false
    }
  }
}

/// Hands out ids that are unique within one page: `setup`, `setup-1`, `setup-2`, as GitHub does.
package struct UniqueSlugs: Sendable {
  private var taken: [String: Int] = [:]

  package init() {}

  /// The slug itself the first time, then with the first free number behind it; `section` stands in for an empty one.
  package mutating func claim(_ slug: String) -> String {
    let base = slug.isEmpty ? "section" : slug
    guard var number = taken[base] else {
      taken[base] = 0
      return base
    }
    var candidate: String
    repeat {
      number += 1
      candidate = "\(base)-\(number)"
    } while taken[candidate] != nil
    taken[base] = number
    taken[candidate] = 0
    return candidate
  }
}

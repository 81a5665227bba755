import Highlighting

/// A text with its tokens in angle quotes, each behind the class of its kind: `‹k:if› x`.
func marked(_ text: String, as name: String) throws -> String {
  let bytes = Array(text.utf8)
  guard let language = Language.named(name) else { throw UnknownLanguage(name: name) }
  var result = ""
  var position = 0
  for token in language.tokens(in: bytes.span) {
    result += String(decoding: bytes[position..<token.range.lowerBound], as: UTF8.self)
    result += "‹\(token.kind.rawValue):\(String(decoding: bytes[token.range], as: UTF8.self))›"
    position = token.range.upperBound
  }
  return result + String(decoding: bytes[position...], as: UTF8.self)
}

struct UnknownLanguage: Error {
  let name: String
}

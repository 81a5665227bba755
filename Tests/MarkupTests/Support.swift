import Testing

@testable import Markup

/// The addresses in a text, in its order.
func addresses(_ text: String, as format: MarkupFacts.Format = .html) -> [String] {
  let bytes = Array(text.utf8)
  let facts = MarkupFacts(of: bytes, as: format)
  return facts.references.map { String(decoding: facts.value(of: $0.piece, in: bytes), as: UTF8.self) }
}

/// The addresses in a text as they are written there.
func written(_ text: String, as format: MarkupFacts.Format = .html) -> [String] {
  let bytes = Array(text.utf8)
  return MarkupFacts(of: bytes, as: format).references.map {
    String(decoding: bytes[Int($0.piece.start)..<Int($0.piece.end)], as: UTF8.self)
  }
}

/// The ids in a text, in its order.
func ids(_ text: String, as format: MarkupFacts.Format = .html) -> [String] {
  let bytes = Array(text.utf8)
  let facts = MarkupFacts(of: bytes, as: format)
  return facts.ids.map { String(decoding: facts.value(of: $0, in: bytes), as: UTF8.self) }
}

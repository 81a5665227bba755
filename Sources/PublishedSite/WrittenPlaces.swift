import Bytes
package import Diagnostics
import Markup

/// Where addresses and ids are written in the raw HTML of a text, such as a page in Markdown.
package struct WrittenPlaces {
  private let bytes: [UInt8]
  private let markup: MarkupFacts
  private let lines: LineIndex

  package init(of bytes: [UInt8]) {
    self.bytes = bytes
    markup = MarkupFacts(of: bytes, as: .html)
    lines = LineIndex(bytes)
  }

  /// The places of an address, or of an id, in their order; `path` is what the spans call the text.
  package func places(of value: String, isID: Bool, in path: String) -> [SourceSpan] {
    let pieces = isID ? markup.ids : markup.references.map(\.piece)
    return pieces.filter { markup.value(of: $0, in: bytes).elementsEqual(value.utf8) }.map { piece in
      let place = lines.position(of: Int(piece.start))
      return SourceSpan(path: path, line: place.line, column: place.column, length: Int(piece.end - piece.start))
    }
  }
}

/// What a file of a site refers to, and the places in it that others can refer to.
package struct MarkupFacts: Sendable {
  /// How a file is to be read.
  package enum Format: Sendable {
    case html
    /// SVG and XHTML.
    case xml
    case css
    /// A list of addresses (<https://www.sitemaps.org/protocol.html>).
    case sitemap
  }

  /// What a browser does with a reference.
  package enum Kind: UInt8, Sendable {
    /// A reader follows it.
    case link
    /// A browser goes there by itself.
    case refresh
    /// A browser sends what a reader has put in.
    case form
    /// A browser fetches it to show the page.
    case resource
    /// Programs read it, such as the address of a picture for social networks; a browser does not.
    case statement
  }

  /// A piece of a file that stands for an address or an id.
  package struct Piece: Sendable {
    /// Where it is written, as offsets in the file.
    package let start: Int32
    package let end: Int32
    /// Where in `decoded` it stands, if it is written otherwise than it reads.
    fileprivate var decoded: Range<Int32>?
  }

  /// An address in a file.
  package struct Reference: Sendable {
    package let kind: Kind
    package let piece: Piece
  }

  /// All references but those that name no more than a host, in the order of the file.
  package internal(set) var references: [Reference] = []
  /// The ids of all elements, in the order of the file.
  package internal(set) var ids: [Piece] = []
  /// The names of anchors: `<a name="…">`.
  package internal(set) var names: [Piece] = []
  /// What addresses are relative to, in place of the file's own.
  package internal(set) var base: Piece?
  /// Whether a browser leaves the page at once for another.
  package private(set) var isRedirect = false
  private var decoded: [UInt8] = []

  /// Reads a file in one pass, whatever its bytes are; one of two gigabytes or more is not read.
  package init(of bytes: [UInt8], as format: Format) {
    guard bytes.count <= Int32.max else { return }
    bytes.withUnsafeBufferPointer { text in
      switch format {
      case .css: add(styles: 0..<text.count, text)
      case .sitemap: add(locations: text)
      case .html, .xml:
        var tokenizer = TagTokenizer(text, isXML: format == .xml)
        while tokenizer.next() { add(tokenizer.tag, text) }
      }
    }
  }

  /// The address or id that a piece of the file with these bytes stands for.
  package func value(of piece: Piece, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    if let range = piece.decoded { return decoded[Int(range.lowerBound)..<Int(range.upperBound)] }
    return bytes[Int(piece.start)..<Int(piece.end)]
  }
}

// MARK: Pieces

extension MarkupFacts {
  /// Adds a value of an attribute.
  mutating func add(_ kind: Kind, _ range: Range<Int>, _ text: Text) {
    references.append(Reference(kind: kind, piece: piece(range, text)))
  }

  mutating func piece(_ range: Range<Int>, _ text: Text) -> Piece {
    guard text[range].contains(UInt8(ascii: "&")) else { return Piece(range) }
    return piece(range, reading: CharacterReferences.decode(text, range).bytes)
  }

  /// The style sheet of a file or of a `<style>`, in which `&` stands for itself.
  mutating func add(styles range: Range<Int>, _ text: Text) {
    StyleScanner.scan(text, range) { add(styleAddress: text[$0], at: $0) }
  }

  /// The text of each `<loc>`.
  private mutating func add(locations text: Text) {
    var position = 0
    while position < text.count {
      guard text.has("<loc>", at: position, before: text.count) else {
        position += 1
        continue
      }
      let start = text.offset(behindBlanksAt: position + 5, to: text.count)
      position = start
      while position < text.count, text[position] != UInt8(ascii: "<"), !text[position].isBlank { position += 1 }
      add(.link, start..<position, text)
    }
  }

  mutating func add(styleAttribute range: Range<Int>, _ text: Text) {
    guard text[range].contains(UInt8(ascii: "(")) else { return }
    guard text[range].contains(UInt8(ascii: "&")) else { return add(styles: range, text) }
    let decoded = CharacterReferences.decode(text, range)
    decoded.bytes.withUnsafeBufferPointer { value in
      StyleScanner.scan(value, 0..<value.count) {
        add(styleAddress: value[$0], at: decoded.origin(of: $0), isDecoded: true)
      }
    }
  }

  mutating func add(refresh range: Range<Int>, _ text: Text) {
    let decoded = CharacterReferences.decode(text, range)
    decoded.bytes.withUnsafeBufferPointer { value in
      guard let address = MetaRefresh.address(value, 0..<value.count), !address.place.isEmpty else { return }
      let piece = piece(decoded.origin(of: address.place), reading: Array(value[address.place]))
      isRedirect = isRedirect || address.isAtOnce
      references.append(Reference(kind: .refresh, piece: piece))
    }
  }

  private mutating func add(styleAddress bytes: Slice<Text>, at place: Range<Int>, isDecoded: Bool = false) {
    // An address that is a mere fragment names a part of whatever document the styles are used in.
    guard let first = bytes.first, first != UInt8(ascii: "#") else { return }
    let isEscaped = bytes.contains(UInt8(ascii: "\\"))
    let read = isEscaped ? StyleEscapes.decode(bytes) : Array(bytes)
    let piece = isEscaped || isDecoded ? piece(place, reading: read) : Piece(place)
    references.append(Reference(kind: .resource, piece: piece))
  }

  private mutating func piece(_ range: Range<Int>, reading bytes: [UInt8]) -> Piece {
    let start = Int32(decoded.count)
    decoded += bytes
    return Piece(range, reading: start..<Int32(decoded.count))
  }
}

extension MarkupFacts.Piece {
  fileprivate init(_ range: Range<Int>, reading decoded: Range<Int32>? = nil) {
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
    self.decoded = decoded
  }
}

/// What the dialects make of the texts of one block, in the order of the text, and the attributes of its elements.
struct InlineEdits {
  /// What takes the place of a part of a text.
  enum Action {
    case open(InlineMark)
    case close(InlineMark)
    /// A mark whose text has no markup of its own.
    case span(InlineMark, Range<Int>)
    case keys([String])
    /// Text that was written as a name: the value of a variable, or an emoji.
    case value(String)
    case unknownVariable(String)
    case abbreviation(String)
    case wikiLink(target: Range<Int>, text: Range<Int>?)
    /// The beginning and the end of a link whose destination holds variables with blanks in them.
    case openLink(destination: String)
    case closeLink
    /// An icon of a font that the site does not have.
    case icon
    /// A list of attributes; those that were left out, or nil if nothing takes any of them.
    case attributes(dropped: [String]?)
    case foreign(ForeignConstruct)
    /// The beginning and the end of a link whose destination only another language knows.
    case openForeignLink
    case closeForeignLink(ForeignConstruct.Language, Range<Int>)
    /// A beginning that found no end, which is text.
    case none
  }

  struct Edit {
    let node: Node
    let range: Range<Int>
    var action: Action
  }

  private var edits: [Edit] = []
  private var attributes: [Node: Attributes] = [:]
  private var position = 0

  init() {}

  /// The next part of a text that something takes the place of; to be asked of each text in the order of the block.
  mutating func next(in node: Node) -> Edit? {
    guard position < edits.count, edits[position].node == node else { return nil }
    position += 1
    return edits[position - 1]
  }

  /// The one that comes next, of whatever text.
  var upcoming: Edit? { position < edits.count ? edits[position] : nil }

  func attributes(of node: Node) -> Attributes? { attributes.isEmpty ? nil : attributes[node] }

  // MARK: - Making them

  var count: Int { edits.count }

  mutating func append(_ action: Action, at range: Range<Int>, in node: Node) {
    edits.append(Edit(node: node, range: range, action: action))
  }

  mutating func set(_ action: Action, ofEdit index: Int) { edits[index].action = action }

  mutating func give(_ attributes: Attributes, to node: Node) { self.attributes[node] = attributes }

  mutating func removeOpenEnds() {
    edits.removeAll { edit in
      if case .none = edit.action { true } else { false }
    }
  }
}

/// An element that marks text.
enum InlineMark: String {
  case highlight = "mark"
  case insertion = "ins"
  case superscript = "sup"
}

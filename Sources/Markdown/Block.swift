import CCMarkGFM

/// What a block of a dialect is: the library's node has only its place in the tree.
///
/// A construct makes one for each block that it opens; `Renderer` writes it.
struct Block {
  enum Content {
    /// One line that asks for a live piece of the site.
    case embed
    /// Lines that stand for texts of other files.
    case include
    /// A line that closes a container; it does not outlive the parse.
    case end
    case callout(Callout)
    case tab(Tab)
    /// Terms and their definitions, in any order that the author wrote.
    case definitionList
    case definition
    /// What is shown in a box of its own: a list's items, or the cards in it.
    case cards, card
    /// A procedure: the items of its ordered list, or its headings, are its steps.
    case steps
    /// What is said of the figure or table above it.
    case caption
    /// Whatever holds blocks and shows no more than them.
    case plain
  }

  /// Which of the lines below its first one belong to a block.
  enum Extent {
    /// None, or one that closes an embed.
    case line
    /// Those up to one that is known when the block is opened.
    case lines(upTo: Int)
    /// Blank ones, and those with as many columns of indent or more; whether a paragraph in it goes on in others.
    case indented(Int, isLazy: Bool)
    /// All up to the line that closes it.
    case fenced(Fence)
    /// Those of its definitions.
    case definitions
  }

  var content: Content
  var extent: Extent
}

extension Node {
  /// Which of the blocks of its parse a node is; nil for those that the library opened.
  var blockIndex: Int? {
    let number = unsafe Int(bitPattern: pointer.pointee.user_data)
    return number > 0 ? number - 1 : nil
  }

  /// Makes a node the one of a block.
  func setBlockIndex(_ index: Int) {
    unsafe pointer.pointee.user_data = unsafe UnsafeMutableRawPointer(bitPattern: index + 1)
  }
}

import CCMarkGFM

/// What a block of a dialect is: the library's node has only its place in the tree.
///
/// A construct makes one for each block that it opens; `Renderer` writes it.
struct Block {
  enum Content {
    /// One line that asks for a live piece of the site.
    case embed
    /// A line that closes a container; it does not outlive the parse.
    case end
    case callout(Callout)
  }

  /// Which of the lines below its first one belong to a block.
  enum Extent {
    /// None, or one that closes an embed.
    case line
    /// Blank ones, and those with as many columns of indent or more.
    case indented(Int)
  }

  let content: Content
  let extent: Extent
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

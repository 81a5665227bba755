import Bytes
import Diagnostics

/// All templates of a set in one row of nodes, linked to one another.
struct Program: Sendable {
  /// How deep partials, parents and blocks may call one another while a page is rendered.
  static let maximumDepth = 100

  /// What follows a node that has a body is the body, up to `end`.
  enum Node: Sendable {
    /// Bytes of `text` to write.
    case text(Range<Int>)
    /// A line of the source begins here: the place for the indentation of a partial.
    case lineStart
    case variable(name: Int, isRaw: Bool)
    case section(name: Int, end: Int)
    case inverted(name: Int, end: Int)
    case partial(call: Int)
    /// The body holds the arguments, to be rendered where the parent has blocks of their names.
    case parent(call: Int, end: Int)
    /// The body is rendered where no argument of the block's name was given.
    case block(block: Int, end: Int)
  }

  /// A partial or parent tag.
  struct Call: Sendable {
    /// Sources it may mean, in order of preference.
    let candidates: [String]
    /// What the tag names.
    let name: String
    let span: SourceSpan
    /// Prepended to each line; nil for a tag within a line, whose target is written as it is.
    let indentation: [UInt8]?
    var arguments: [Argument] = []
    /// Set when the set is linked; nil for a source that is not there.
    var target: Int?
  }

  /// A block within a parent tag.
  struct Argument: Sendable {
    let block: Int
    let body: Range<Int>
  }

  /// A block outside of parent tags: a parameter.
  struct Block: Sendable {
    /// One of the numbers in `blockNames`.
    let name: Int
    /// Prepended to each line of an argument.
    let indentation: [UInt8]
    /// Whether an argument follows something on its line, so that its own first line needs no indentation.
    let isWithinLine: Bool
  }

  struct Template: Sendable {
    let name: String
    let body: Range<Int>
  }

  /// How the texts that models bring along are said.
  var phrases = Phrases.english
  var nodes: [Node] = []
  var text: [UInt8] = []
  var names: [Name] = []
  /// Where each of `names` stands.
  var nameSpans: [SourceSpan] = []
  /// The hashes of the parts of each of `names`, as a range of `hashes`; empty for `.`.
  ///
  /// All that rendering needs.
  var paths: [Range<Int>] = []
  var hashes: [Int] = []
  var calls: [Call] = []
  var blocks: [Block] = []
  /// A number for each name of a block, so that rendering compares no text.
  var blockNames: [String: Int] = [:]
  var templates: [Template] = []
  /// Positions in `templates`.
  var templateIndex: [String: Int] = [:]
}

/// The parents that are being rendered, outermost first: where a block finds its argument.
struct Frames: Sendable, Hashable {
  private var calls: [Int] = []

  /// The frames within a call.
  ///
  /// A call that gives nothing new is left out, so that recursion makes no new frames.
  func entering(_ call: Int, in program: Program) -> Frames {
    guard program.calls[call].arguments.contains(where: { argument(for: $0.block, in: program) == nil }) else {
      return self
    }
    var inner = self
    inner.calls.append(call)
    return inner
  }

  /// The outermost argument for a block, with the frames around the call that gave it: blocks in an argument are
  /// parameters of the template that it was written in.
  func argument(for block: Int, in program: Program) -> (body: Range<Int>, frames: Frames)? {
    for (depth, call) in calls.enumerated() {
      guard let argument = program.calls[call].arguments.first(where: { $0.block == block }) else { continue }
      return (argument.body, Frames(calls: Array(calls[..<depth])))
    }
    return nil
  }
}

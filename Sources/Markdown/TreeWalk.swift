/// Visits a node and all below it in the order of the text, without recursion: a text can nest a million levels deep.
struct TreeWalk: IteratorProtocol {
  private let root: Node
  private var node: Node
  /// What to do next at `node`; nil when the walk is over.
  private var upcoming: Event?

  enum Event {
    case enter
    /// Not for leaves.
    case leave
  }

  init(_ root: Node) {
    self.root = root
    node = root
    upcoming = .enter
  }

  mutating func next() -> (event: Event, node: Node)? {
    guard let event = upcoming else { return nil }
    let current = node
    if event == .enter, let child = current.firstChild {
      node = child
    } else if event == .enter, !current.isLeaf {
      upcoming = .leave
    } else {
      advance(past: current)
    }
    return (event, current)
  }

  private mutating func advance(past current: Node) {
    if current == root {
      upcoming = nil
    } else if let sibling = current.next {
      (node, upcoming) = (sibling, .enter)
    } else if let parent = current.parent {
      (node, upcoming) = (parent, .leave)
    }
  }
}

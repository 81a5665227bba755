import Bytes
import Diagnostics

/// The pages of the site in reading order, as a tree; the root itself is no entry.
package struct NavigationTree: Sendable {
  package struct Node: Sendable {
    package let title: String
    /// The page that the entry leads to; nil for a label or an external link.
    package let page: Int?
    package let url: String?
    package let parent: Int
    package fileprivate(set) var children: [Int] = []
    /// Entries below this one, itself included.
    package fileprivate(set) var size = 1
  }

  /// All entries, parents before children; the first is the root.
  package private(set) var nodes: [Node]
  /// For each page its first entry, if it has one.
  package private(set) var nodeOfPage: [Int?]
  /// Pages in reading order, for previous and next.
  package private(set) var readingOrder: [Int] = []
  /// For each page its place in the reading order.
  package private(set) var placeOfPage: [Int?]

  init(title: String, home: Int?, pageCount: Int) {
    nodes = [Node(title: title, page: home, url: nil, parent: 0)]
    nodeOfPage = Array(repeating: nil, count: pageCount)
    placeOfPage = Array(repeating: nil, count: pageCount)
    if let home { nodeOfPage[home] = 0 }
  }

  /// The index of the root.
  package static let root = 0

  @discardableResult mutating func add(title: String, page: Int?, url: String? = nil, below parent: Int) -> Int {
    let index = nodes.count
    nodes.append(Node(title: title, page: page, url: url, parent: parent))
    nodes[parent].children.append(index)
    if let page, nodeOfPage[page] == nil { nodeOfPage[page] = index }
    return index
  }

  /// Counts subtrees and lines the pages up, once all entries are in.
  ///
  /// - Parameter isOwn: whether a page is in the language of the navigation, and so belongs into its reading order.
  mutating func finish(isOwn: (_ page: Int) -> Bool = { _ in true }) {
    for index in nodes.indices.dropFirst().reversed() { nodes[nodes[index].parent].size += nodes[index].size }
    var stack = [NavigationTree.root]
    while let index = stack.popLast() {
      if let page = nodes[index].page, placeOfPage[page] == nil, isOwn(page) {
        placeOfPage[page] = readingOrder.count
        readingOrder.append(page)
      }
      stack += nodes[index].children.reversed()
    }
  }

  /// The entries from below the root down to a node's parent.
  package func ancestors(of node: Int) -> [Int] {
    var path: [Int] = []
    var current = node
    while current != NavigationTree.root {
      current = nodes[current].parent
      if current != NavigationTree.root { path.append(current) }
    }
    return path.reversed()
  }

  /// The pages before and after a page in reading order.
  package func neighbours(of page: Int) -> (previous: Int?, next: Int?) {
    guard let place = placeOfPage[page] else { return (nil, nil) }
    return (place > 0 ? readingOrder[place - 1] : nil, place + 1 < readingOrder.count ? readingOrder[place + 1] : nil)
  }
}

/// A part of the navigation small enough to stand beside a page.
package struct NavigationScope: Sendable, Hashable {
  /// The entry whose children are shown; it heads the list.
  package let node: Int
  /// Which of its children, where it has too many for one list.
  package let children: Range<Int>

  /// Entries that a list beside a page may hold.
  package static let limit = 150

  /// The largest part of the tree round a node that stays within the limit.
  package init(of node: Int, in tree: NavigationTree) {
    var top = tree.nodes[node].children.isEmpty ? tree.nodes[node].parent : node
    while top != NavigationTree.root, tree.nodes[tree.nodes[top].parent].size <= NavigationScope.limit {
      top = tree.nodes[top].parent
    }
    let count = tree.nodes[top].children.count
    guard tree.nodes[top].size > NavigationScope.limit, count > NavigationScope.limit,
      let place = tree.nodes[top].children.firstIndex(of: node)
    else {
      (self.node, children) = (top, 0..<count)
      return
    }
    let start = place / NavigationScope.limit * NavigationScope.limit
    (self.node, children) = (top, start..<min(start + NavigationScope.limit, count))
  }
}

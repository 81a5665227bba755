import Testing

@testable import SiteModel

@Suite struct NavigationTreeTests {
  /// Home (page 0) over A (1), a label with B (2), and C (3); page 4 is not in it.
  private let tree = {
    var tree = NavigationTree(title: "Portal", home: 0, pageCount: 5)
    tree.add(title: "A", page: 1, below: NavigationTree.root)
    let label = tree.add(title: "Label", page: nil, below: NavigationTree.root)
    let b = tree.add(title: "B", page: 2, below: label)
    tree.add(title: "C", page: 3, below: b)
    tree.finish()
    return tree
  }()

  @Test func countsWhatIsBelow() {
    #expect(tree.nodes.map(\.size) == [5, 1, 3, 2, 1])
  }

  @Test func linesPagesUp() {
    #expect(tree.readingOrder == [0, 1, 2, 3])
    #expect(tree.placeOfPage == [0, 1, 2, 3, nil])
    #expect(tree.nodeOfPage == [0, 1, 3, 4, nil])
  }

  @Test func namesTheWayFromTheTop() {
    #expect(tree.ancestors(of: 4) == [2, 3])
    #expect(tree.ancestors(of: 1) == [])
    #expect(tree.ancestors(of: NavigationTree.root) == [])
  }

  @Test(arguments: [(0, nil, 1), (1, 0, 2), (3, 2, nil), (4, nil, nil)] as [(Int, Int?, Int?)])
  func knowsWhatComesBeforeAndAfter(_ page: Int, _ previous: Int?, _ next: Int?) {
    #expect(tree.neighbours(of: page) == (previous, next))
  }
}

@Suite struct NavigationScopeTests {
  /// A tree whose sections, below the root, have so many pages each.
  private func tree(_ sections: Int...) -> (tree: NavigationTree, sections: [Int]) {
    var tree = NavigationTree(title: "Portal", home: nil, pageCount: 0)
    let nodes = sections.map { count in
      let section = tree.add(title: "Section", page: nil, below: NavigationTree.root)
      for _ in 0..<count { tree.add(title: "Page", page: nil, below: section) }
      return section
    }
    tree.finish()
    return (tree, nodes)
  }

  @Test func showsTheWholeOfASmallSite() {
    let (tree, sections) = tree(70, 70)
    for node in [NavigationTree.root, sections[0], sections[1] + 5] {
      let scope = NavigationScope(of: node, in: tree)
      #expect(scope.node == NavigationTree.root)
      #expect(scope.children == 0..<2)
    }
  }

  @Test func showsTheSectionOfALargeSite() {
    let (tree, sections) = tree(100, 100)
    let scope = NavigationScope(of: sections[1] + 5, in: tree)
    #expect(scope.node == sections[1])
    #expect(scope.children == 0..<100)
    #expect(NavigationScope(of: sections[1], in: tree) == scope)
  }

  @Test(arguments: [(1, 0..<150), (150, 0..<150), (151, 150..<300), (301, 300..<400), (400, 300..<400)])
  func cutsALargeSectionIntoParts(_ page: Int, _ children: Range<Int>) {
    let (tree, sections) = tree(400, 10)
    let scope = NavigationScope(of: sections[0] + page, in: tree)
    #expect(scope.node == sections[0])
    #expect(scope.children == children)
  }

  @Test func sharesTheScopeOfNeighbours() {
    let (tree, sections) = tree(400)
    #expect(NavigationScope(of: sections[0] + 1, in: tree) == NavigationScope(of: sections[0] + 150, in: tree))
  }

  @Test func showsAllOfALargeSectionBesideItsOwnPage() {
    let (tree, sections) = tree(400)
    #expect(NavigationScope(of: sections[0], in: tree).children == 0..<400)
  }

  @Test func showsTheTopOfALargeSiteBesideItsHomePage() {
    let (tree, _) = tree(100, 100)
    let scope = NavigationScope(of: NavigationTree.root, in: tree)
    #expect(scope.node == NavigationTree.root)
    #expect(scope.children == 0..<2)
  }
}

import Bytes

/// A set of tabs that is being written.
struct TabSet {
  /// From 1, in the order of the page.
  let number: Int
  /// Of its tabs that were begun.
  var count = 0
  let selected: Node
}

extension Renderer {
  /// Writes a tab as a `<details>` that its set opens one at a time of, by the name that they share.
  ///
  /// Radio buttons would need ids, and hide the panels from the browser: a fragment that leads into a panel, and a
  /// search on the page, open a `<details>` by themselves. Where a style sheet cannot lay them out as tabs, or is not
  /// there, they still are sections to unfold, and a screen reader tells which of them is open.
  mutating func open(_ tab: Tab, _ node: Node) {
    if tab.beginsSet || self.tab(node.previous) == nil {
      tabSetCount += 1
      tabSets.append(TabSet(number: tabSetCount, selected: selected(from: node)))
      html.append("<div class=\"tabs\">\n")
    }
    tabSets[tabSets.count - 1].count += 1
    let set = tabSets[tabSets.count - 1]
    let title = node.firstChild.flatMap { $0.kind == .blockTitle ? $0 : nil }
    html.append("<details class=\"tab\" name=\"tabs-\(set.number)\" data-tab=\"")
    html.append(title.map { Slug.github(label(of: $0)) } ?? "tab", escaping: .html)
    html.append(node == set.selected ? "\" open=\"\">\n" : "\">\n")
    guard title == nil else { return }
    html.append("<summary>")
    append("Tab")
    html.append("</summary>\n")
    writeTabAnchor()
  }

  /// Writes, below the label, what links to a tab name by the id that pymdownx gives it: the second of the first set is
  /// `__tabbed_1_2`.
  mutating func writeTabAnchor() {
    guard let set = tabSets.last else { return }
    let id = claim(countedID: "__tabbed_\(set.number)_\(set.count)")
    html.append("<span id=\"\(id)\"></span>\n")
  }

  mutating func close(tab node: Node) {
    html.append("</details>\n")
    if let next = tab(node.next), !next.beginsSet { return }
    tabSets.removeLast()
    html.append("</div>\n")
  }

  private mutating func label(of title: Node) -> String {
    begin(title)
    return HeadingText(title, edits).slugText
  }

  private func tab(_ node: Node?) -> Tab? {
    guard case .tab(let tab) = block(of: node)?.content else { return nil }
    return tab
  }

  /// The tab to show first of the set that a tab begins.
  private func selected(from first: Node) -> Node {
    var next: Node? = first
    while let node = next, let tab = tab(node), node == first || !tab.beginsSet {
      if tab.isSelected { return node }
      next = node.next
    }
    return first
  }
}

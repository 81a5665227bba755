/// Finds the place in the source of what stands in the tree.
struct Locator {
  let source: SourceText

  init(_ source: SourceText) { self.source = source }
}

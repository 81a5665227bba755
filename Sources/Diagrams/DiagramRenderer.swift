package import Bytes
import Synchronization

/// Draws diagrams: the one entry of this module.
///
/// The same source is drawn once, whatever thread asks for it how often. What it gives depends on the source alone.
package final class DiagramRenderer: Sendable {
  private struct Source: Hashable {
    let isMermaid: Bool
    let text: String
  }

  private let merman: Library<Merman>
  private let graphviz: Library<Graphviz>
  private let drawn = Mutex<[Source: Result<Drawing, DrawingFailure>]>([:])

  /// - Parameter mermanPaths: where the library that draws Mermaid may lie, the likeliest first.
  package init(mermanPaths: [String]) {
    merman = Library { () throws(DrawingFailure) in try Merman.open(firstOf: mermanPaths) }
    graphviz = Library { () throws(DrawingFailure) in try Graphviz.open() }
  }

  /// Mermaid, and Graphviz's DOT under both of its names.
  package var drawer: Drawer { Drawer(languages: ["mermaid", "dot", "graphviz"], draw: draw) }

  private func draw(_ language: String, _ source: String) -> Result<Drawing, DrawingFailure> {
    let source = Source(isMermaid: language == "mermaid", text: source)
    if let known = drawn.withLock({ $0[source] }) { return known }
    let result = Result { () throws(DrawingFailure) in try draw(source) }
    drawn.withLock { $0[source] = result }
    return result
  }

  private func draw(_ source: Source) throws(DrawingFailure) -> Drawing {
    guard source.text.utf8.count <= Limits.source else {
      throw .refused(reason: "it is longer than the \(Limits.source / 1024) KB that are drawn", line: nil)
    }
    if source.isMermaid { return try merman.opened().draw(source.text) }
    return try graphviz.opened().draw(source.text)
  }
}

/// What is drawn at most.
enum Limits {
  /// Bytes of a source.
  ///
  /// Reading one of Mermaid's takes time that grows with the square of it: 0.2 s for this much.
  static let source = 32 << 10
  /// Bytes of SVG that a library may give.
  static let svg = 2 << 20
}

/// A library that is opened when the first diagram wants it.
private final class Library<Opened: Sendable>: Sendable {
  private let open: @Sendable () throws(DrawingFailure) -> Opened
  private let result = Mutex<Result<Opened, DrawingFailure>?>(nil)

  init(_ open: @escaping @Sendable () throws(DrawingFailure) -> Opened) {
    self.open = open
  }

  func opened() throws(DrawingFailure) -> Opened {
    try result.withLock { result in
      let opened = result ?? Result { () throws(DrawingFailure) in try open() }
      result = opened
      return opened
    }.get()
  }
}

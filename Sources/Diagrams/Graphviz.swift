import Bytes
import CDiagrams

/// The library that draws graphs in the language DOT.
@safe struct Graphviz: @unchecked Sendable {
  /// A table of functions that never changes.
  private let library: OpaquePointer

  static func open() throws(DrawingFailure) -> Graphviz {
    var reason: UnsafePointer<CChar>?
    guard let library = unsafe portico_graphviz_open(&reason) else {
      let text = unsafe reason.map { unsafe String(cString: $0) } ?? "it cannot be loaded"
      throw .unavailable(reason: "Graphviz cannot be used: \(text); 'apt-get install libgvc6' sets it up")
    }
    return unsafe Graphviz(library: library)
  }

  func draw(_ text: String) throws(DrawingFailure) -> Drawing {
    let answer = unsafe Answer(portico_graphviz_draw(library, text))
    guard answer.status == portico_drawn else {
      let message = String(decoding: answer.bytes, as: UTF8.self)
      throw .refused(reason: Graphviz.readable(message), line: Graphviz.line(message))
    }
    return try SVGRewriter.drawing(answer.bytes, title: "Graph", textScale: 1)
  }

  /// The first line of a message, without what kind of message it is.
  private static func readable(_ message: String) -> String {
    let line = message.split(whereSeparator: \.isNewline).first?.trimmed ?? ""
    if line.isEmpty { return "the library failed over it" }
    return String(line.hasPrefix("Error: ") ? line.dropFirst(7) : line)
  }

  /// `3` of `syntax error in line 3 near '['`.
  private static func line(_ message: String) -> Int? {
    guard let start = message.firstRange(of: " in line ")?.upperBound else { return nil }
    return Int(message[start...].prefix { $0.isNumber })
  }
}

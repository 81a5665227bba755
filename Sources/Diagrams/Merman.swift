import Bytes
import CDiagrams
import Glibc

/// The library that draws Mermaid diagrams.
@safe struct Merman: @unchecked Sendable {
  /// An engine without callbacks, which by its documentation any number of threads may use at once.
  private let library: OpaquePointer

  /// Opens the first library that is there.
  static func open(firstOf paths: [String]) throws(DrawingFailure) -> Merman {
    let advice = "'make site' sets it up"
    guard let path = paths.first(where: { unsafe access($0, R_OK) == 0 }) else {
      throw .unavailable(reason: "the library that draws Mermaid is not there; \(advice)")
    }
    var reason: UnsafePointer<CChar>?
    let options = Array(MermaidConfiguration.options.utf8)
    guard let library = unsafe portico_merman_open(path, options, options.count, &reason) else {
      let text = unsafe reason.map { unsafe String(cString: $0) } ?? "it cannot be loaded"
      throw .unavailable(reason: "'\(path)' cannot be used: \(text); \(advice)")
    }
    return unsafe Merman(library: library)
  }

  func draw(_ text: String) throws(DrawingFailure) -> Drawing {
    let source = MermaidSource(text)
    let bytes = Array(source.text.utf8)
    let answer = unsafe Answer(portico_merman_draw(library, bytes, bytes.count))
    switch answer.status {
    case portico_drawn:
      return try SVGRewriter.drawing(answer.bytes, title: source.title, textScale: MermanLayout.textScale)
    case portico_refused:
      let error = MermanError(answer.bytes)
      throw .refused(reason: error.reason, line: error.offset.map(source.line(at:)))
    default:
      throw .refused(reason: "the library failed over it", line: nil)
    }
  }
}

/// What a library answered, in memory of Swift's.
struct Answer {
  let status: portico_status
  let bytes: [UInt8]

  init(_ drawing: portico_drawing) {
    status = unsafe drawing.status
    bytes = unsafe Array(UnsafeBufferPointer(start: drawing.bytes, count: drawing.bytes == nil ? 0 : drawing.count))
    unsafe free(drawing.bytes)
  }
}

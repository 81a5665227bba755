import Bytes
import Files
import Glibc
import Highlighting

/// The samples of all languages in turn, 20,000 of them, beside the floor of the task: their bytes, escaped for HTML.
struct HighlightedBlocks {
  static let count = 20_000

  let size: Int
  /// CPU seconds of this process.
  let cpu: Double
  let floor: Double
  var ratio: Double { cpu / floor }

  /// - Parameter folder: holds a file for each language, named after it.
  init(samplesIn folder: String) throws {
    let samples = try SystemFile.names(in: folder).sorted().compactMap { name in
      try Language.named(String(name.prefix { $0 != "." })).map { ($0, try SystemFile.read(folder + "/" + name)) }
    }
    let blocks = (0..<Self.count).map { samples[$0 % samples.count] }
    size = blocks.reduce(0) { $0 + $1.1.count }

    var start = Floor.used()
    var tokens = 0
    for (language, bytes) in blocks { tokens += language.tokens(in: bytes.span).count }
    cpu = Floor.used() - start

    start = Floor.used()
    var buffer = ByteBuffer(capacity: size * 2)
    for (_, bytes) in blocks { buffer.append(bytes, escaping: .html) }
    floor = Floor.used() - start
    // What nobody looks at, the optimizer would leave out.
    precondition(tokens > Self.count && buffer.count >= size)
  }
}

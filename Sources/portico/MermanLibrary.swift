import Bytes
import Files

/// Where the library that draws Mermaid diagrams is looked for: `PORTICO_MERMAN`, then `lib/portico` beside the program or
/// beside any folder above it.
enum MermanLibrary {
  static var paths: [String] {
    if let path = environment("PORTICO_MERMAN"), !path.isEmpty { return [path] }
    var paths: [String] = []
    var folder = SystemFile.realPath("/proc/self/exe").map { ContentPath.folder(of: $0) } ?? ""
    while !folder.isEmpty {
      paths.append(folder + "/lib/portico/libmerman_uniffi.so")
      folder = ContentPath.folder(of: folder)
    }
    return paths
  }
}

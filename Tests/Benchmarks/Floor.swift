import CCMarkGFM
import Files
import Glibc

/// What the task costs at the least: cmark-gfm's own parser and renderer over every page, one after the other, and a file
/// written for each with a frame of 8 KB round it.
struct Floor {
  /// CPU seconds of this process.
  let cpu: Double

  init(_ site: GeneratedSite, writingTo folder: String) throws {
    let frame = [UInt8](repeating: UInt8(ascii: "x"), count: 8_192)
    try SystemFile.makeFolder(folder)
    let start = Floor.used()
    for page in 0..<site.pages {
      let html = Floor.render(site.text(of: page))
      try SystemFile.write(frame + html, to: "\(folder)/\(page).html")
    }
    cpu = Floor.used() - start
  }

  private static func render(_ text: String) -> [UInt8] {
    cmark_gfm_core_extensions_ensure_registered()
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    let document = cmark_parser_finish(parser)
    defer { cmark_node_free(document) }
    guard let html = cmark_render_html(document, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser)) else {
      return []
    }
    defer { free(html) }
    return Array(String(cString: html).utf8)
  }

  /// CPU time of this process.
  static func used() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_utime.inSeconds + usage.ru_stime.inSeconds
  }
}

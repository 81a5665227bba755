import Files
import Glibc
// Defines the function that the linker puts in the place of one of cmark-gfm's.
import Markdown

/// `make bench`: builds generated sites with the program and reports what that takes, beside the floor of the task.
@main
struct Bench {
  /// CPU time of a build as a multiple of the floor's: the median of the runs must stay below.
  ///
  /// The floor writes one file a page, and the program more than three: the page, its Markdown, its picture, and its part of the
  /// search index and of the section on one page. Raise one only with a reason in the commit.
  private static let limits: [Int: Double] = [1_000: 28, 10_000: 28]
  /// CPU time of a platform of eight times as many capabilities: look-ups that go through all others would make it 64 times.
  private static let growthLimit = 16.0
  /// CPU time of pages with two highlighted code blocks and a note each, as a multiple of the same pages without.
  private static let authoringLimit = 1.3
  /// CPU time of the tokens of code blocks, as a multiple of escaping their bytes.
  private static let highlightingLimit = 12.0
  private static let runs = 3

  static func main() throws {
    guard CommandLine.arguments.count > 1 else {
      print("usage: Benchmarks PROGRAM [PAGES …]")
      exit(2)
    }
    let program = CommandLine.arguments[1]
    let sizes = CommandLine.arguments.dropFirst(2).compactMap { Int($0) }
    if try !measureAll(program, sizes, in: scratchFolder()) { exit(1) }
  }

  /// - Returns: whether everything is within its limits.
  private static func measureAll(_ program: String, _ sizes: [Int], in folder: String) throws -> Bool {
    defer { removeAll(folder) }
    var isWithinLimits = true
    print("pages   wall s   CPU s   pages/s   peak MB   floor CPU s   CPU/floor")
    for pages in sizes.isEmpty ? [1_000, 10_000] : sizes {
      isWithinLimits = try measure(pages, program, folder) && isWithinLimits
    }
    if sizes.isEmpty {
      isWithinLimits = try measureHighlighting() && isWithinLimits
      isWithinLimits = try measureAuthoring(program, folder) && isWithinLimits
      isWithinLimits = try measureGrowth(program, folder) && isWithinLimits
    }
    return isWithinLimits
  }

  private static func measure(_ pages: Int, _ program: String, _ folder: String) throws -> Bool {
    let site = GeneratedSite(pages: pages)
    let content = "\(folder)/content-\(pages)"
    try site.write(to: content)
    let floor = try Floor(site, writingTo: "\(folder)/floor-\(pages)")
    removeAll("\(folder)/floor-\(pages)")
    guard let run = build(content, program, folder) else { return false }
    let ratio = run.cpu / floor.cpu
    let limit = limits[pages]
    let columns = [
      String(pages), fixed(run.wall, 2), fixed(run.cpu, 2), String(Int(Double(pages) / run.wall)), fixed(run.memory, 0),
      fixed(floor.cpu, 2), fixed(ratio, 2) + (limit.map { " (limit \(fixed($0, 1)))" } ?? ""),
    ]
    print(columns.joined(separator: "   "))
    print(run.log.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    return limit.map { isWithin($0, ratio) } ?? true
  }

  private static func measureHighlighting() throws -> Bool {
    let samples = "Tests/Fixtures/languages"
    let measured = try (0..<runs).map { _ in try HighlightedBlocks(samplesIn: samples) }
    let blocks = measured.sorted { $0.ratio < $1.ratio }[runs / 2]
    print(
      "\(HighlightedBlocks.count) code blocks of \(blocks.size / HighlightedBlocks.count) bytes \(fixed(blocks.cpu, 2)) CPU s, "
        + "escaped alone \(fixed(blocks.floor, 3)) CPU s: \(fixed(blocks.ratio, 1)) times (limit \(fixed(highlightingLimit, 1)))"
    )
    return isWithin(highlightingLimit, blocks.ratio)
  }

  private static func measureAuthoring(_ program: String, _ folder: String) throws -> Bool {
    let contents = ["\(folder)/authoring-plain", "\(folder)/authoring-rich"]
    for (content, isRich) in zip(contents, [false, true]) {
      try GeneratedSite(pages: 10_000, isRich: isRich).write(to: content)
    }
    return compare(
      contents, named: ["10000 pages", "with highlighted code and notes"], limit: authoringLimit, program, folder)
  }

  private static func measureGrowth(_ program: String, _ folder: String) throws -> Bool {
    let sizes = [50, 400]
    let contents = sizes.map { "\(folder)/platform-\($0)" }
    for (content, capabilities) in zip(contents, sizes) {
      try GeneratedPlatform(capabilities: capabilities).write(to: content)
    }
    return compare(contents, named: sizes.map { "\($0) capabilities" }, limit: growthLimit, program, folder)
  }

  /// Builds two contents and prints the CPU time of either.
  ///
  /// - Returns: whether the second takes at most `limit` times what the first does; false where the program fails.
  private static func compare(
    _ contents: [String], named names: [String], limit: Double, _ program: String, _ folder: String
  ) -> Bool {
    var times: [Double] = []
    for content in contents {
      guard let run = build(content, program, folder) else { return false }
      times.append(run.cpu)
    }
    let ratio = times[1] / times[0]
    print(
      "\(names[0]) \(fixed(times[0], 2)) CPU s, \(names[1]) \(fixed(times[1], 2)) CPU s: "
        + "\(fixed(ratio, 2)) times (limit \(fixed(limit, 1)))")
    return isWithin(limit, ratio)
  }

  private static func isWithin(_ limit: Double, _ ratio: Double) -> Bool {
    if ratio > limit { print("  over the limit") }
    return ratio <= limit
  }

  /// The median of several builds by CPU time; nil where the program fails.
  private static func build(_ content: String, _ program: String, _ folder: String) -> Run? {
    let output = folder + "/site"
    let arguments = [program, "build", content, "--output", output, "--verbose", "--as-of", "2026-06-30"]
    var measured: [Run] = []
    for _ in 0..<runs {
      guard let run = Run(arguments, logFile: folder + "/log") else {
        print("the program failed on \(content)")
        return nil
      }
      measured.append(run)
      removeAll(output)
    }
    return measured.sorted { $0.cpu < $1.cpu }[runs / 2]
  }

  /// Memory if there is such a file system, so that the disk is not what is measured.
  private static func scratchFolder() -> String {
    let root = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    return "\(root)/portico-bench-\(getpid())"
  }

  private static func removeAll(_ path: String) {
    for name in (try? SystemFile.names(in: path)) ?? [] {
      let child = path + "/" + name
      if SystemFile.status(child)?.kind == .folder { removeAll(child) } else { try? SystemFile.remove(child) }
    }
    SystemFile.removeFolderIfEmpty(path)
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    let scale = pow(10, Double(digits))
    let rounded = (value * scale).rounded() / scale
    return digits == 0 ? String(Int(rounded)) : String(rounded)
  }
}

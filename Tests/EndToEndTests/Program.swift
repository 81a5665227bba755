import Foundation
import TestSupport

/// What one run of the program left behind.
struct Run {
  let status: Int32
  let output: String
  let errors: String
}

/// The built program, which lies beside the tests.
enum Program {
  static let path =
    URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/portico"

  /// Runs `portico` in a folder, with no more of the environment than is given.
  static func run(_ arguments: String..., in folder: String, environment: [String: String] = [:]) throws -> Run {
    try run(arguments, in: folder, environment: environment)
  }

  /// The largest resident set of one run, which may end as it likes; from a small process, since one inherits its parent's.
  static func peakMegabytes(_ arguments: [String]) throws -> Int {
    let script = """
      import resource, subprocess, sys
      subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
      print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
      """
    let output = try Python.run(["-c", script, path] + arguments).output
    return Int(String(decoding: output, as: UTF8.self).filter(\.isNumber)) ?? .max
  }

  static func run(_ arguments: [String], in folder: String, environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment
    let (output, errors) = (Pipe(), Pipe())
    (process.standardOutput, process.standardError) = (output, errors)
    try process.run()
    let outputBytes = output.fileHandleForReading.readDataToEndOfFile()
    let errorBytes = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus, output: String(decoding: outputBytes, as: UTF8.self),
      errors: String(decoding: errorBytes, as: UTF8.self))
  }
}

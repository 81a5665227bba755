package import Foundation

/// A Python with the packages of `Tests/Machines/requirements.txt`, which `make test` sets up.
package enum Python {
  /// The one that `make test` names, or that it left behind; nil where there is none.
  private static let path: String? = {
    if let path = ProcessInfo.processInfo.environment["PORTICO_PYTHON"] { return path }
    let path = TestSite.repository + "/.build/venv/bin/python"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// Where it is false, tests that need it are skipped; under `make test` it never is.
  package static let isThere = path != nil

  /// Runs a script or a module; standard error goes where that of the tests goes.
  ///
  /// - Returns: its exit status and what it printed.
  package static func run(_ arguments: [String]) throws -> (status: Int32, output: Data) {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, data)
  }
}

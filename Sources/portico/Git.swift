@preconcurrency import Glibc

/// The Git repository that a folder lies in, asked through the `git` program.
struct Git {
  let folder: String

  /// Why a revision cannot be read; nil if it can.
  func objection(to revision: String) -> String? {
    // Anything that begins with a hyphen would be an option.
    guard !revision.hasPrefix("-") else { return "'\(revision)' is no revision" }
    guard let answer = run("rev-parse", "--quiet", "--verify", "\(revision)^{commit}") else {
      return "git cannot be run"
    }
    let message = String(decoding: answer.output, as: UTF8.self).split(separator: "\n").last
    if answer.status == 0 { return nil }
    return message.map { "git says '\($0)'" } ?? "there is no revision '\(revision)'"
  }

  /// The bytes that a file of the folder had at a revision; nil if it was not there.
  func read(_ path: String, at revision: String) -> [UInt8]? {
    guard let answer = run("cat-file", "blob", "\(revision):./\(path)"), answer.status == 0 else { return nil }
    return answer.output
  }

  /// The absolute path of the work tree that the folder lies in.
  var root: String? { line(of: run("rev-parse", "--show-toplevel")) }

  /// The last commit that a revision and the current one have in common; nil if they have none, or none was fetched.
  func mergeBase(with revision: String) -> String? { line(of: run("merge-base", revision, "HEAD")) }

  /// Why a revision has no merge base.
  static func unrelated(_ revision: String) -> String {
    "'\(revision)' and the current commit have no commit in common here. Fetch the whole history."
  }

  /// The paths of files below the folder that differ from a commit, committed or not; nil if that cannot be told.
  ///
  /// A file that was renamed is there with both its names.
  func changes(since commit: String) -> [String]? {
    let differing = run("diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", hearsErrors: false)
    let untracked = run("ls-files", "--others", "--exclude-standard", "-z", hearsErrors: false)
    guard let differing = names(in: differing), let untracked = names(in: untracked) else { return nil }
    return differing + untracked
  }

  /// The paths of all files below the folder that Git knows or would not ignore; nil outside of a repository.
  var files: [String]? {
    names(in: run("ls-files", "--cached", "--others", "--exclude-standard", "-z", hearsErrors: false))
  }

  /// Writes all files that the repository had at a revision into a folder, and leaves its index and work tree alone.
  ///
  /// - Returns: why that failed; nil if it did not.
  func checkOut(_ revision: String, into folder: String) -> String? {
    guard let directory = line(of: run("rev-parse", "--absolute-git-dir")) else { return "there is no repository" }
    let answer = Git(folder: folder).run(
      "-c", "core.hooksPath=/dev/null", "--git-dir", directory, "--work-tree", folder, "checkout", "--quiet", revision,
      "--", ".", environment: ["GIT_INDEX_FILE=\(folder).index"])
    unlink("\(folder).index")
    guard let answer else { return "git cannot be run" }
    return answer.status == 0 ? nil : String(decoding: answer.output, as: UTF8.self)
  }

  /// The one line that a successful command wrote.
  private func line(of answer: (status: Int32, output: [UInt8])?) -> String? {
    guard let answer, answer.status == 0 else { return nil }
    return String(decoding: answer.output.prefix { $0 != 0x0A }, as: UTF8.self)
  }

  /// The names that a successful command wrote, each with a zero byte behind it.
  private func names(in answer: (status: Int32, output: [UInt8])?) -> [String]? {
    guard let answer, answer.status == 0 else { return nil }
    return answer.output.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What `git` writes, and how it ends; nil if it cannot be run.
  ///
  /// - Parameters:
  ///   - variables: of its environment beside those of this process, as `NAME=value`.
  ///   - hearsErrors: whether what it complains of is part of what it writes.
  private func run(
    _ arguments: String..., environment variables: [String] = [], hearsErrors: Bool = true
  ) -> (status: Int32, output: [UInt8])? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    if hearsErrors {
      posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO)
    } else {
      posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    }
    for end in ends { posix_spawn_file_actions_addclose(&actions, end) }
    let words = (["git", "-C", folder] + arguments).map { strdup($0) }
    var inherited: [UnsafeMutablePointer<CChar>?] = []
    while let variable = environ[inherited.count] { inherited.append(variable) }
    let own = variables.map { strdup($0) }
    var process: pid_t = 0
    let failure = posix_spawnp(&process, "git", &actions, nil, words + [nil], own + inherited + [nil])
    posix_spawn_file_actions_destroy(&actions)
    (words + own).forEach { free($0) }
    close(ends[1])
    let output = readToEnd(ends[0])
    close(ends[0])
    var status: Int32 = 0
    guard failure == 0, waitpid(process, &status, 0) == process else { return nil }
    return (status, output)
  }

  private func readToEnd(_ descriptor: Int32) -> [UInt8] {
    var output: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count > 0 { output += buffer[..<count] } else if count == 0 || errno != EINTR { return output }
    }
  }
}

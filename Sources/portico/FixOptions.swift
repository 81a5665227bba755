import ArgumentParser

/// The options for mending what has one certain remedy.
struct FixOptions: ParsableArguments {
  @Flag(help: "Mend in the content what has one certain remedy, then report what remains.")
  var fix = false

  @Flag(name: .customLong("dry-run"), help: "With --fix, write what would change as a diff, and change nothing.")
  var dryRun = false

  func validate() throws {
    if dryRun, !fix { throw ValidationError("--dry-run says what --fix would change: give both.") }
  }
}

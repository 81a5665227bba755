extension Grammar {
  /// What was typed into a terminal and what came back.
  ///
  /// A line without a prompt is output, unless a command goes on there.
  static let console = Grammar([], line: { $0.readConsole() })
}

extension Scanner {
  fileprivate mutating func readConsole() {
    while !isAtEnd {
      if hasUserPrompts, starts(with: "# ") { return read(.comment, to: lineEnd) }
      let (prompt, isPowerShell) = promptEnd
      guard prompt == nil else { return readCommand(behind: prompt, isPowerShell) }
      read(.output, to: lineEnd + 1)
    }
  }

  /// Whether the text begins as a user's session, so that `#` begins a comment there and not a command of root.
  private var hasUserPrompts: Bool { has("$ ", at: 0) }

  private mutating func readCommand(behind prompt: Int?, _ isPowerShell: Bool) {
    read(.prompt, to: prompt ?? position)
    guard !isPowerShell else { return embed(.powershell, to: lineEnd) }
    hasContinuationPrompts = true
    Grammar.bash.read(&self, until: "\n")
    if !heredocs.isEmpty {
      passNewline()
      Grammar.bash.readHeredocs(&self)
    }
    hasContinuationPrompts = false
  }

  /// Where the prompt ends that this line begins with, if it does: `$ `, `# `, `% `, `❯ `, `PS C:\> `, `user@host:~$ `,
  /// `[user@host dir]$ `, `(venv) $ `, `bash-5.2# `, `/ # `.
  private var promptEnd: (end: Int?, isPowerShell: Bool) {
    let limit = min(lineEnd, position + Scanner.longestPrompt)
    let isPowerShell = has("PS ", at: position) || has("PS>", at: position)
    var index = position
    while index < limit {
      let length = promptMark(at: index, isPowerShell)
      let after = index + length
      if length > 0, after == limit || bytes[after].isBlank {
        guard isPowerShell || isPromptText(position..<index) else { return (nil, false) }
        return (min(after + 1, lineEnd), isPowerShell)
      }
      index += 1
    }
    return (nil, false)
  }

  private static let longestPrompt = 80

  /// The length of the sign at an index that ends prompts, 0 if there is none.
  private func promptMark(at index: Int, _ isPowerShell: Bool) -> Int {
    if isPowerShell { return bytes[index] == UInt8(ascii: ">") ? 1 : 0 }
    if "$#%".utf8.contains(bytes[index]) { return 1 }
    return bytes[index] == 0xE2 && (has("❯", at: index) || has("➜", at: index)) ? 3 : 0
  }

  /// Whether what stands before the sign is nothing, or names a user, a folder, an environment or a shell.
  private func isPromptText(_ range: Range<Int>) -> Bool {
    let text = bytes[range]
    let spaces = text.count(where: \.isBlank)
    guard spaces < text.count else { return spaces < 4 }
    let names =
      text.contains { "@~[(/".utf8.contains($0) }
      || (text.contains(UInt8(ascii: "-")) && text.contains(where: \.isWord))
    let isPlausible = text.allSatisfy { $0.isWord || $0.isBlank || "@:~/._-[]()".utf8.contains($0) }
    return names && isPlausible && spaces < 3
  }
}

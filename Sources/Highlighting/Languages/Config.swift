extension Grammar {
  static let toml = Grammar(
    [
      .comment("#"),
      .string("\"\"\"", lines: true, inside: [.escape()]), .string("'''", lines: true),
      .string("\"", key: "=", inside: [.escape()]), .string("'", key: "="),
      .hook("[") { $0.readSection() },
    ],
    [.literals("true false inf nan")],
    keys: "=", letters: "-.")

  /// INI files, properties of Java, units of systemd, `.env` files.
  static let ini = Grammar(
    [
      .comment("#", afterSpace: true), .comment(";", afterSpace: true),
      .string("\""), .string("${", "}"), .word("$", .variable),
    ],
    [.literals("true false yes no on off none null")],
    [.ignoresCase], letters: "-.",
    line: { $0.readINIKey() })

  /// HCL, as Terraform, OpenTofu and Packer write it.
  static let hcl = Grammar(
    [
      .comment("#"), .comment("//"), .comment("/*", "*/"),
      .string("\"", key: "=", inside: [.plain("$${"), .nested("${", "}"), .nested("%{", "}"), .escape()]),
      .heredoc("<<", indents: "-", raws: "", inside: [.nested("${", "}"), .nested("%{", "}")]),
    ],
    [
      .keywords(
        """
        backend check connection content data dynamic else endfor endif for for_each if import in lifecycle locals module
        moved output provider provisioner removed required_providers resource terraform variable
        """),
      .types("any bool list map number object set string tuple"),
      .literals("true false null"),
      .variables("count each local path self var"),
    ],
    [.calls], keys: "=", letters: "-")

  /// The first word of a statement is its directive.
  static let nginx = Grammar(
    [
      .comment("#", afterSpace: true),
      .string("\"", lines: true, inside: [.escape(), .word("$", .variable)]),
      .string("'", lines: true, inside: [.escape(), .word("$", .variable)]),
      .string("${", "}"), .word("$", .variable),
    ],
    [.literals("on off")],
    letters: "-./",
    word: { scanner, range in scanner.beginsStatement(range.lowerBound) ? .keyword : nil })
}

extension Scanner {
  /// `[section]`, `[[section]]`, alone on a line.
  fileprivate mutating func readSection() -> Bool {
    guard [0, .newline].contains(lastByte(before: position).byte) else { return false }
    var index = position
    while index < end, bytes[index].isWord || "[]-.\"' ".utf8.contains(bytes[index]) { index += 1 }
    let after = skippingBlanks(from: index)
    guard [0, .newline, UInt8(ascii: "#")].contains(self[after]), lastByte(before: index).byte == UInt8(ascii: "]")
    else {
      return false
    }
    read(.tag, to: lastByte(before: index).index + 1)
    return true
  }

  /// `[section]` and the key of a line, which ends at `=`, `:` or white space.
  fileprivate mutating func readINIKey() {
    skipBlanks()
    guard !"#;!".utf8.contains(byte) else { return read(.comment, to: lineEnd) }
    if byte == UInt8(ascii: "[") {
      return within(lineEnd) { $0.read(.tag, to: $0.next("]", from: $0.position) + 1) }
    }
    let start = position
    skip { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ":") && $0 != .newline }
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") else { return }
    add(.property, start..<max(start, lastByte(before: position).index + 1))
    position += 1
  }
}

extension Grammar {
  /// What stands between `{{` and `}}`, with the functions of Go and of Helm.
  static let goTemplate = Grammar(
    [
      .comment("/*", "*/"), .mark("-"),
      .string("\"", inside: [.escape()]), .string("'", inside: [.escape()]), .string("`", lines: true),
      .word("$", .variable, also: "."), .mark("$", .variable),
      .word(".", .variable, also: "."),
    ],
    [
      .keywords("if else end range with define template block break continue"),
      .literals("true false nil"),
      .functions(
        """
        and or not eq ne lt le gt ge len index slice printf print println html js urlquery call
        include tpl required fail lookup default empty coalesce ternary quote squote indent nindent trim trimSuffix
        trimPrefix upper lower title replace contains hasPrefix hasSuffix trunc join split list dict get set hasKey keys
        merge toYaml fromYaml toJson fromJson toString int add sub mul div b64enc b64dec sha256sum now date
        """),
    ],
    [.calls])

  /// Go templates, GitHub's expressions and Jinja's in any other text.
  static let templates: [Rule] = [.nested("{{", "}}", { .goTemplate })]
}

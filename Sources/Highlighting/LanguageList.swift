extension Language {
  /// Every language, with the aliases that linguist, Pygments or common use know it by.
  static let all: [Language] = [
    Language("bash", "sh shell zsh ksh dash ash fish shellscript shell-script", .bash),
    Language("json", "jsonc json5 jsonl ndjson geojson webmanifest", .json),
    Language("text", "txt plain plaintext plain-text none nohighlight no-highlight ascii csv tsv log", .plain),
    Language("yaml", "yml helm", .yaml),
  ]
}

extension Grammar {
  /// No meaning at all.
  static let plain = Grammar([], [], .noNumbers)
}

/// A language that code is written in.
package struct Language: Sendable {
  /// Its name in the lists of linguist and Pygments, in lower case.
  package let name: String
  let aliases: [String]
  let grammar: @Sendable () -> Grammar

  /// - Parameters:
  ///   - aliases: its other names, separated by spaces.
  ///   - grammar: its table, which is made when the first text in it is read.
  init(_ name: String, _ aliases: String = "", _ grammar: @autoclosure @escaping @Sendable () -> Grammar) {
    self.name = name
    self.aliases = aliases.split(separator: " ").map(String.init)
    self.grammar = grammar
  }

  /// The language with a name or an alias, in any letter case.
  package static func named(_ name: String) -> Language? {
    (byName[name] ?? byName[name.lowercased()]).map { all[$0] }
  }

  /// All names and aliases, sorted.
  package static let names: [String] = byName.keys.sorted()

  /// What the parts of a text mean, in ascending order and without overlap; what lies between is plain text.
  ///
  /// Any bytes have an answer, in a time that grows with their number. In well-formed UTF-8 no range cuts a character.
  package func tokens(in source: Span<UInt8>) -> [Token] {
    var scanner = Scanner(source)
    grammar().read(&scanner)
    return scanner.tokens
  }

  private static let byName: [String: Int] = Dictionary(
    all.enumerated().flatMap { index, language in ([language.name] + language.aliases).map { ($0, index) } },
    uniquingKeysWith: { first, _ in first })
}

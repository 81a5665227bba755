/// A part of a text that means something in its language.
package struct Token: Equatable, Sendable {
  /// What a part of a text is; the raw value is its class in HTML.
  ///
  /// As few as a reader tells apart: operators and punctuation are plain text.
  package enum Kind: String, CaseIterable, Sendable {
    case comment = "c"
    /// A string, a regular expression, or the text of a heredoc.
    case string = "s"
    /// A character that a string spells in another way, or the marks of an interpolation.
    case escape = "e"
    /// A number, or a constant with a name of the language's own: `true`, `nil`.
    case literal = "n"
    case keyword = "k"
    case type = "t"
    /// What is called or declared: a function, a command of a shell.
    case function = "f"
    /// The key of a value: of a mapping, an attribute of a tag, an option of a command.
    case property = "p"
    case variable = "v"
    /// What speaks to the compiler: annotations, directives of a preprocessor.
    case attribute = "a"
    /// An element of markup, the name of a section.
    case tag = "g"
    case heading = "h"
    case inserted = "i"
    case deleted = "d"
    /// What a terminal shows before a command.
    case prompt = "q"
    /// What a terminal shows after a command.
    case output = "o"
  }

  package let kind: Kind
  /// Offsets of bytes.
  package let range: Range<Int>
}

import Diagnostics

/// The values of a site that its pages may name: `{{ name }}`, `{{ group.name }}`.
package struct Variables: Sendable {
  private let values: [String: String]

  /// - Parameter values: by full name, such as `cluster.region`.
  package init(_ values: [String: String] = [:]) { self.values = values }

  /// Whether the site has none, so that nothing is taken for the name of one.
  package var isEmpty: Bool { values.isEmpty }

  enum Value {
    case known(String)
    case unknown
    /// A word that template languages write between braces, or any in a site without variables.
    case foreign
  }

  func value(of name: ByteView) -> Value {
    let name = name.text
    if let value = values[name] { return .known(value) }
    guard !isEmpty, !Variables.keywords.contains(name) else { return .foreign }
    return .unknown
  }

  func finding(unknown name: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .unknownVariable, "the site has no variable \(name.quoted)", at: span,
      help: DidYouMean.help(for: name, in: values.keys) ?? "Add it to 'variables' in portico.yaml.")
  }

  /// What stands alone between the braces of Go templates, Jinja and Liquid.
  private static let keywords: Set<String> = [
    "break", "continue", "else", "end", "endif", "endfor", "endraw", "nil", "raw", "super",
  ]

  /// A text with the values of the variables that the site has; all else stays as it is.
  ///
  /// - Returns: with the names of those that the site does not have.
  func substituted(_ text: ByteView) -> (text: String, unknown: [String]) {
    guard !isEmpty else { return (text.text, []) }
    var bytes: [UInt8] = []
    var unknown: [String] = []
    var copied = 0
    var position = 0
    while position < text.count {
      guard text[position] == UInt8(ascii: "{"), let reference = VariableReference(text, at: position) else {
        position += 1
        continue
      }
      switch value(of: reference.name) {
      case .known(let value):
        bytes += text[copied..<position].array + value.utf8
        copied = reference.end
      case .unknown: unknown.append(reference.name.text)
      case .foreign: break
      }
      position = reference.end
    }
    return (String(decoding: bytes + text[copied..<text.count].array, as: UTF8.self), unknown)
  }
}

/// `{{ name }}` in a text.
///
/// What other template languages write is none: `{{ .Values.x }}`, `{{- x -}}`, `{{ f(x) }}`, `{{ range $x }}`, `${{ x }}`.
struct VariableReference {
  let name: ByteView
  /// After the closing braces.
  let end: Int

  init?(_ text: ByteView, at start: Int) {
    guard text.has("{{", at: start), start == 0 || !VariableReference.foreign.contains(text[start - 1]) else {
      return nil
    }
    var position = start + 2
    while position < text.count, text[position] == 0x20 { position += 1 }
    let nameStart = position
    guard position < text.count, isLetter(text[position]) || text[position] == UInt8(ascii: "_") else { return nil }
    while position < text.count, VariableReference.isNameByte(text[position]) { position += 1 }
    name = text[nameStart..<position]
    while position < text.count, text[position] == 0x20 { position += 1 }
    guard text.has("}}", at: position) else { return nil }
    end = position + 2
  }

  private static let foreign = ByteSet("${")

  private static func isNameByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}

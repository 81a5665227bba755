import Diagnostics
import YAML

func parse(_ text: String, firstLine: Int = 1) -> Outcome<[YAMLNode]> {
  YAMLParser.parse(Array(text.utf8), path: "test.yaml", firstLine: firstLine)
}

/// The first document of a text that is meant to have no faults.
func node(_ text: String) throws -> YAMLNode {
  let outcome = parse(text)
  if let fault = outcome.diagnostics.first { throw Fault(line: fault.line) }
  guard let node = outcome.value.first else { throw Fault(line: "no document") }
  return node
}

struct Fault: Error {
  let line: String
}

extension Diagnostic {
  /// `line:column rule: message`.
  var line: String {
    "\(span.map { "\($0.line):\($0.column)" } ?? "-") \(rule.id): \(message)"
  }
}

extension SourceSpan {
  /// `line:column+length`.
  var place: String { "\(line):\(column)+\(length)" }
}

extension YAMLNode {
  /// The value in flow style, texts in quotes unless they are plain.
  var flow: String {
    switch content {
    case .scalar(let text, let isPlain): isPlain ? text : "\"\(text)\""
    case .sequence(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
    case .mapping(let entries): "{\(entries.map { "\($0.key.flow): \($0.value.flow)" }.joined(separator: ", "))}"
    }
  }
}

import Bytes
import Diagnostics
import Templates

func source(_ name: String, _ text: String) -> TemplateSource {
  TemplateSource(name: name, path: "themes/\(name).html", bytes: Array(text.utf8))
}

func rendered(_ set: TemplateSet, _ name: String, _ value: Value) -> String {
  var buffer = ByteBuffer()
  set.render(name, with: value, into: &buffer)
  return buffer.text
}

/// Renders `template`, which may use `partials` by their bare names.
func rendered(_ template: String, _ value: Value, partials: [String: String] = [:]) -> String {
  let sources = [source("main", template)] + partials.map { source("partials/" + $0, $1) }
  return rendered(TemplateSet.compile(sources).value, "main", value)
}

/// A record with just these fields, of any type.
func record(_ fields: [String: Value]) -> Value {
  let schema = Schema<[String: Value]>("object", fields.keys.map { key in .value(key, .open) { $0[key] ?? .none } })
  return schema.value(fields)
}

/// `line:column+length rule message` of each finding.
func lines(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    let place = diagnostic.span.map { "\($0.path):\($0.line):\($0.column)+\($0.length)" } ?? "-"
    return "\(place) \(diagnostic.rule.id): \(diagnostic.message)"
  }
}

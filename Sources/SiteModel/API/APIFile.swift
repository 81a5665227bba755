import Bytes
import YAML

/// A file of the site's API, with the schema that describes it.
///
/// A file keeps its path, and its keys keep their meaning; there may come to be more of them.
package struct APIFile: Sendable {
  private static let folder = "api/v1"

  private let name: String
  private let title: String
  private let schema: @Sendable (inout APIDefinitions) -> JSON
  private let content: @Sendable (APIFile, PlanContext) -> JSON

  /// A file that is the value itself.
  ///
  /// - Parameters:
  ///   - name: name of the file without its extension.
  ///   - title: what lists of the site's files call it.
  ///   - value: seen from the file.
  package init<Value: APIValue>(
    _ name: String, title: String, _ value: @escaping @Sendable (PlanContext) -> Value
  ) {
    self.name = name
    self.title = title
    schema = { Value.schema(&$0) }
    content = { value($1).json }
  }

  /// A file with a list of records under its own name, and of when it is.
  package init<Element: APIRecord>(
    list name: String, title: String, _ elements: @escaping @Sendable (PlanContext) -> [Element]
  ) {
    self.name = name
    self.title = title
    schema = { definitions in
      [
        "type": "object",
        "properties": [
          "$schema": APIAddress.schema(&definitions),
          "asOf": ["description": .text(APIFile.asOf)] + CalendarDate.schema(&definitions),
          name: [Element].schema(&definitions),
        ],
        "required": ["$schema", "asOf", .text(name)],
      ]
    }
    content = { file, context in
      ["$schema": file.schemaAddress(context).json, "asOf": context.asOf.json, name: elements(context).json]
    }
  }

  /// What the date in a file means.
  package static let asOf = "The day that the file was made for: what is late, stale or met is so on that day."

  package var path: String { "\(APIFile.folder)/\(name).json" }

  private var schemaPath: String { "\(APIFile.folder)/schemas/\(name).schema.json" }

  /// The schema as a link of the file.
  package func schemaAddress(_ context: PlanContext) -> APIAddress { APIAddress(context.href(file: schemaPath)) }

  /// The file and its schema.
  package var plans: [FilePlan] {
    [
      FilePlan(path: path, title: title, mediaType: "application/json") { site in
        content(self, PlanContext(site: site, file: path)).file
      },
      FilePlan(path: schemaPath) { document(of: $0).file },
    ]
  }

  /// The schema as a document of its own, which has an id where the site has an address.
  private func document(of site: Site) -> JSON {
    var definitions = APIDefinitions()
    let type = schema(&definitions)
    let head: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": site.settings.baseURL.map { .text($0 + schemaPath) },
      "title": .text(title),
    ]
    return head + type + ["$defs": definitions.json]
  }
}

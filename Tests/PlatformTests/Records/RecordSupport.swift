import Diagnostics
import Platform
import YAML

/// A page of a record, with its front matter from line 2 on.
func record(
  _ kind: String, _ frontMatter: String, path: String = "records/a.md", title: String = "A title",
  capability: String? = nil, sections: [(heading: String?, text: String)] = []
) -> (kind: String, page: RecordPage) {
  let node = YAMLParser.parse(Array(frontMatter.utf8), path: path, firstLine: 2).value.first
  let span = SourceSpan(path: path)
  let page = RecordPage(
    path: path, title: title, description: nil, capability: capability.map { Located($0, at: span) }, reviewed: nil,
    sections: sections, span: span,
    details: MappingReader(node ?? YAMLNode(content: .mapping([]), span: span), what: kind))
  return (kind, page)
}

/// What a catalogue reads from pages of records, beside the documents of one file.
func read(_ records: [(kind: String, page: RecordPage)], beside text: String = "") -> Outcome<Catalogue> {
  let documents = YAMLParser.parse(Array(text.utf8), path: "platform.yaml").value
  return Catalogue.read(documents, records: records, domains: ["identity"])
}

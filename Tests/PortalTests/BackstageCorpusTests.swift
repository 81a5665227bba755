import Foundation
import TestSupport
import Testing

/// Real templates by others, where they are at hand: beside the repository, or where `PORTICO_SHARED` says.
@Suite(.enabled(if: Corpus.isThere, "needs ../shared/corpora, and the Python of 'make test'"))
struct BackstageCorpusTests {
  @Test(arguments: ["backstage-templates", "backstage-demo"])
  func everyTemplateHasAPageThatNamesItsParametersAndSteps(corpus: String) async throws {
    let expected = try Corpus.read(corpus).templates
    let built = await Corpus.site(corpus).build()
    let pages = built.paths.filter { $0.hasSuffix("index.html") }.compactMap(built.main)
      .filter { $0.contains("Software template") }
    #expect(!expected.isEmpty)
    #expect(pages.count == expected.count)
    for template in expected {
      let page = try #require(pages.first { $0.contains("<code>template:\(template.name)</code>") }, "\(template.name)")
      #expect(template.parameters.filter { !page.contains("<code>\($0)</code>") } == [], "\(template.name)")
      #expect(page.matches(of: #/<div class="parameter /#).count == template.rows, "\(template.name)")
      #expect(page.matches(of: #/<strong class="required"/#).count == template.required, "\(template.name)")
      #expect(page.matches(of: /<div class="step-head"/).count == template.actions.count)
      #expect(template.actions.filter { !page.contains("<code>\($0)</code>") } == [], "\(template.name)")
      let text = page.plain
      #expect(template.facts.filter { !text.contains($0.words) } == [], "\(template.name)")
    }
  }

  @Test(arguments: ["backstage-templates", "backstage-demo"])
  func everyOtherEntityHasAPage(corpus: String) async throws {
    let expected = try Corpus.read(corpus).entities
    let paths = Set(await Corpus.site(corpus).build().paths)
    #expect(!expected.isEmpty)
    #expect(expected.filter { !paths.contains("catalogue/\($0)/index.html") } == [])
  }

  @Test(arguments: ["backstage-templates", "backstage-demo"])
  func nothingInASkeletonIsReported(corpus: String) async {
    let findings = await Corpus.site(corpus).build().findings
    #expect(findings.filter { $0.contains("/skeleton") } == [])
  }
}

private enum Corpus {
  struct Content: Decodable {
    let templates: [Template]
    /// `kind/name` of each entity that is no template.
    let entities: [String]
  }

  struct Template: Decodable {
    let name: String
    let parameters: [String]
    /// Parameters, without those that only say when a branch applies.
    let rows: Int
    /// How many of those are required where they stand.
    let required: Int
    let actions: [String]
    /// Titles, descriptions, defaults, values to choose from and their names, patterns, conditions and outputs.
    let facts: [String]
  }

  private static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PORTICO_SHARED"] { return URL(filePath: path) }
    return URL(filePath: TestSite.repository).appending(path: "../shared").standardized
  }()

  static let isThere =
    Python.isThere && FileManager.default.fileExists(atPath: folder.appending(path: "corpora/backstage-demo").path)

  /// A site of the YAML files of a corpus.
  static func site(_ corpus: String) -> TestSite {
    var site = TestSite("-- portico.yaml --\ntitle: Corpus")
    let root = folder.appending(path: "corpora/\(corpus)")
    for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
      guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else { continue }
      site.set(path, FileManager.default.contents(atPath: root.appending(path: path).path).map(Array.init))
    }
    return site
  }

  /// What PyYAML finds in the descriptors of a corpus, outside skeletons.
  static func read(_ corpus: String) throws -> Content {
    let root = folder.appending(path: "corpora/\(corpus)").path
    return try JSONDecoder().decode(Content.self, from: Python.run(["-c", script, root]).output)
  }

  private static let script = """
    import glob, json, sys, yaml

    def parameters(node):
        if isinstance(node, list):
            return [name for item in node for name in parameters(item)]
        if not isinstance(node, dict):
            return []
        found = []
        for key, value in node.items():
            if key == "properties" and isinstance(value, dict):
                found += [name for name, schema in value.items() if isinstance(schema, dict)]
                found += [name for schema in value.values() for name in parameters(schema)]
            else:
                found += parameters(value)
        return found

    def rows(schema, outer):
        count = required = 0
        names = set((schema.get("properties") or {}))
        for name, value in (schema.get("properties") or {}).items():
            if name in outer and isinstance(value, dict) and ("const" in value or "enum" in value): continue
            count += 1
            required += name in (schema.get("required") or [])
            for inner in [value, value.get("items") or {}]:
                more = rows(inner, set())
                count, required = count + more[0], required + more[1]
        branches = [schema.get(key) for key in ("then", "else")] + list((schema.get("dependencies") or {}).values())
        for key in ("oneOf", "anyOf", "allOf"): branches += schema.get(key) or []
        for branch in branches:
            if isinstance(branch, dict):
                more = rows(branch, outer | names)
                count, required = count + more[0], required + more[1]
        return count, required

    def facts(node, key=None):
        if isinstance(node, dict):
            return [fact for name, value in node.items() for fact in facts(value, name)]
        if isinstance(node, list):
            return [fact for item in node for fact in facts(item, key)]
        shown = ("title", "description", "default", "enum", "enumNames", "pattern", "ui:help")
        return [node] if node and isinstance(node, str) and key in shown and "`" not in node and "*" not in node else []

    templates, entities = [], []
    for path in sorted(glob.glob(sys.argv[1] + "/**/*.y*ml", recursive=True)):
        if "/skeleton" in path: continue
        try: documents = list(yaml.safe_load_all(open(path)))
        except yaml.YAMLError: continue
        for document in documents:
            if not isinstance(document, dict) or "backstage.io/" not in str(document.get("apiVersion")): continue
            if "${{" in document["metadata"]["name"]: continue
            if document["kind"] != "Template":
                entities.append((document["kind"] + "/" + document["metadata"]["name"]).lower())
                continue
            spec, forms = document["spec"], document["spec"].get("parameters") or []
            forms = forms if isinstance(forms, list) else [forms]
            counts = [rows(form, set()) for form in forms]
            links = (spec.get("output") or {}).get("links") or []
            templates.append({
                "name": document["metadata"]["name"], "parameters": sorted(set(parameters(forms))),
                "rows": sum(count for count, _ in counts), "required": sum(required for _, required in counts),
                "actions": [step["action"] for step in spec["steps"]],
                "facts": facts(forms) + [step["name"] for step in spec["steps"]]
                    + [str(step["if"]) for step in spec["steps"] if "if" in step]
                    + [str(link[key]) for link in links for key in ("title", "url", "entityRef", "if") if key in link]})
    print(json.dumps({"templates": templates, "entities": entities}))
    """
}

extension String {
  /// The text of HTML without its tags, on one line.
  fileprivate var plain: String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(replacing(/<[^>]*>/, with: "")) { $0.replacing($1.0, with: $1.1) }.words
  }

  /// With one space for each run of white space.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

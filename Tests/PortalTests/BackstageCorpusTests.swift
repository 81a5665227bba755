import Foundation
import TestSupport
import Testing

/// Real templates by others, where they are at hand: beside the repository, or where `PORTICO_SHARED` says.
@Suite(.enabled(if: Corpus.isThere, "needs ../shared/corpora and python3 with PyYAML"))
struct BackstageCorpusTests {
  @Test(arguments: ["backstage-templates", "backstage-demo"])
  func everyTemplateHasAPageThatNamesItsParametersAndSteps(corpus: String) async throws {
    let expected = try Corpus.templates(corpus)
    let built = await Corpus.site(corpus).build()
    let pages = built.paths.filter { $0.hasSuffix("index.html") }.compactMap(built.main)
      .filter { $0.contains("Software template") }
    #expect(!expected.isEmpty)
    #expect(pages.count == expected.count)
    for template in expected {
      let page = try #require(pages.first { $0.contains("<code>template:\(template.name)</code>") }, "\(template.name)")
      #expect(template.parameters.filter { !page.contains("<code>\($0)</code>") } == [], "\(template.name)")
      #expect(page.matches(of: /<span class="step-number"/).count == template.actions.count)
      #expect(template.actions.filter { !page.contains("<code>\($0)</code>") } == [], "\(template.name)")
    }
  }

  @Test(arguments: ["backstage-templates", "backstage-demo"])
  func nothingInASkeletonIsReported(corpus: String) async {
    let findings = await Corpus.site(corpus).build().findings
    #expect(findings.filter { $0.contains("/skeleton") } == [])
  }
}

private enum Corpus {
  struct Template: Decodable {
    let name: String
    let parameters: [String]
    let actions: [String]
  }

  private static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["PORTICO_SHARED"] { return URL(filePath: path) }
    return URL(filePath: TestSite.repository).appending(path: "../shared").standardized
  }()

  static let isThere =
    FileManager.default.fileExists(atPath: folder.appending(path: "corpora/backstage-demo").path)
    && (try? python(["-c", "import yaml"])) != nil

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

  /// What PyYAML finds in the templates of a corpus, outside skeletons.
  static func templates(_ corpus: String) throws -> [Template] {
    let root = folder.appending(path: "corpora/\(corpus)").path
    return try JSONDecoder().decode([Template].self, from: python(["-c", script, root]))
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

    templates = []
    for path in sorted(glob.glob(sys.argv[1] + "/**/*.y*ml", recursive=True)):
        if "/skeleton" in path: continue
        try: documents = list(yaml.safe_load_all(open(path)))
        except yaml.YAMLError: continue
        for document in documents:
            if not isinstance(document, dict) or document.get("kind") != "Template": continue
            spec = document["spec"]
            templates.append({
                "name": document["metadata"]["name"],
                "parameters": sorted(set(parameters(spec.get("parameters")))),
                "actions": [step["action"] for step in spec["steps"]]})
    print(json.dumps(templates))
    """

  private struct Failure: Error {}

  private static func python(_ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return data
  }
}

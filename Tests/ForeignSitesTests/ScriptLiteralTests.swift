import Diagnostics
import Testing
import YAML

@testable import ForeignSites

@Suite struct ScriptLiteralTests {
  private func objects(_ script: String) -> [YAMLNode] { ScriptLiteral(Array(script.utf8), path: "x.js").objects }

  @Test(arguments: [
    "module.exports = {title: 'A'};", "export default {title: \"A\"}", "const config: Config = {title: `A`};",
    "const config = ({'title': 'A',}) satisfies Config;",
    "// x = {\n/* y = {} */ let c = { /* a */ title /* b */: 'A' }",
    "import {z} from 'z';\nconst f = (a) => a;\nconst config = {title: 'A' as string};",
  ]) func readsAnObject(_ script: String) {
    #expect(objects(script).last?["title"]?.text == "A")
  }

  @Test func readsValuesInOneAnother() {
    let object = objects("const a = {b: [['c', {d: 1, e: true}], 'f\\'g'], h: ({i: null})};").first
    #expect(object?["b"]?.items.count == 2)
    #expect(object?["b"]?.items.first?.items.last?["d"]?.text == "1")
    #expect(object?["b"]?.items.first?.items.last?["e"]?.text == "true")
    #expect(object?["b"]?.items.last?.text == "f'g")
    #expect(object?["h"]?["i"]?.isNull == true)
  }

  @Test func passesOverExpressions() {
    let script = """
      module.exports = {
        a: require.resolve('./x.js'), b: process.env.B || 'c', d: `x${y}`, async f() { return {g: 1}; }, ...h, i,
        j: (k) => [k, '}'], title: 'A' + 'B', last: 'here',
      };
      """
    let literal = ScriptLiteral(Array(script.utf8), path: "x.js")
    let object = literal.objects.first
    for key in ["a", "b", "d", "j", "title"] {
      #expect(object?[key].map { literal.expressions.contains($0.span) } == true, "\(key)")
    }
    #expect(object?["last"]?.text == "here")
  }

  @Test func keepsThePlacesOfValues() {
    let span = objects("module.exports = {\n  title: 'A',\n};").first?["title"]?.span
    #expect(span?.line == 2)
    #expect(span?.column == 10)
    #expect(span?.length == 3)
  }

  @Test(arguments: [
    "", "= {", "= {a", "= {a:", "= {a: [", "= {a: 'b", "= {a: `${", "= {,}", "= {a: (b", "= {]}", "= [{]", "= {a: \\",
  ])
  func endsWhateverTheBytes(_ script: String) {
    #expect(objects(script).count <= 1)
  }

  @Test func deepNestingEnds() {
    #expect(objects("= {a: " + String(repeating: "[", count: 100_000)).count <= 1)
  }
}

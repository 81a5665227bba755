import Pipeline
import TestSupport
import Testing

/// What is left of scripts when they are published, and how those of every page become one.
@Suite struct ScriptTests {
  /// The published files of a theme with these assets, by name without the fingerprint.
  private func published(_ assets: String) async -> [String: String] {
    let site = await buildSite(withAssets: assets)
    return Dictionary(
      uniqueKeysWithValues: site.assetPaths.map { (String($0.prefix { $0 != "." }), site.text($0) ?? "") })
  }

  @Test(arguments: [
    ("const a = 1;\n\n  // one\nlet b = a + +a; // two\n", "const a=1;let b=a+ +a;"),
    ("a < !--b; 1 .toFixed(); a - b\n+ c", "a< !--b;1 .toFixed();a-b\n+c"),
    ("a\n  .b()\n  ? c =>\n    d : e", "a.b()?c=>\nd:e"),
    ("a() /* one\n */ b()", "a()\nb()"),
    ("return\nx", "return\nx"),
    ("if (a) {\n  b()\n}\nc()", "if(a){b()}\nc()"),
    ("f(\n  a,\n  b\n)", "f(a,b)"),
    ("a = '// no \\' comment'; b = \"/* nor */ this\"", "a='// no \\' comment';b=\"/* nor */ this\""),
    (
      "a = ` // kept\n ${ b + `{ ${ {c: 1} } }` }  /* kept */`;  d",
      "a=` // kept\n ${b+ `{ ${{c:1}} }`}  /* kept */`;d"
    ),
    ("a = /[/\"]  \\/ x/g; b = c / d / e", "a=/[/\"]  \\/ x/g;b=c / d / e"),
    ("return /a  b/.test(c)", "return /a  b/.test(c)"),
    ("a = (b) / 2 // half", "a=(b)/ 2"),
    ("a = 'open\nb", "a='open\nb"),
    ("`open ${ a", "`open ${a"),
    ("/* open", ""),
    ("'\\", "'\\\n"),
  ])
  func commentsAndBlanksAreNotPublished(script: String, expected: String) async {
    #expect(await published("-- t/assets/a.js --\n\(script)")["assets/a"] == expected)
  }

  @Test func scriptsOfEveryPageAreOneEachInABlockOfItsOwn() async {
    let files = await published(
      "-- t/assets/js/page/b.js --\nconst x = 2\n-- t/assets/js/page/a.js --\nconst x = 1\n-- t/assets/js/c.js --\nc()")
    #expect(
      files == [
        "assets/js/page": """
        "use strict";try{const x=1
        }catch(e){reportError(e)}
        try{const x=2
        }catch(e){reportError(e)}

        """, "assets/js/c": "c()",
      ])
  }

  @Test func themeWithoutSuchScriptsPublishesNone() async {
    #expect(await published("-- t/assets/js/c.js --\nc()").keys.sorted() == ["assets/js/c"])
  }
}

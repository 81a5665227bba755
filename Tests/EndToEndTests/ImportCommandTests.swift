import Foundation
import TestSupport
import Testing

/// `portico import`.
@Suite struct ImportCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      -- mkdocs.yml --
      site_name: Runbooks
      plugins: [search]
      nav:
        - index.md
        - Deploy: guides/deploy.md
      -- docs/index.md --
      # Home
      -- docs/guides/deploy.md --
      # How to deploy
      """)
  }

  private func portico(_ arguments: String...) throws -> Run { try Program.run(arguments, in: folder.path) }

  private func text(_ path: String) throws -> String {
    try String(contentsOfFile: folder.path + "/" + path, encoding: .utf8)
  }

  @Test func writesSettingsBesideThePages() throws {
    let run = try portico("import", "mkdocs", ".")
    #expect(run.status == 0)
    #expect(
      run.output == """
        mkdocs.yml:2:11: warning: the plugin 'search' has no counterpart [foreign-setting]
          2 | plugins: [search]
            |           ^~~~~~
          help: Portico has no search yet.

        """)
    #expect(run.errors == "docs/portico.yaml written, 1 setting not carried over. Next: portico build docs\n")
    #expect(try text("docs/portico.yaml").hasPrefix("title: Runbooks\n"))
  }

  @Test func importedSiteIsBuiltAsBefore() throws {
    #expect(try portico("build", ".", "--output", "before", "--as-of", "2026-06-30").status == 0)
    #expect(try portico("import", "mkdocs").status == 0)
    #expect(try portico("build", "docs", "--output", "after", "--as-of", "2026-06-30").status == 0)
    for page in ["index.html", "guides/deploy/index.html", "guides/index.html"] {
      #expect(try text("before/" + page) == text("after/" + page))
    }
  }

  @Test func replacesNothingUnlessForced() throws {
    try folder.write("-- docs/portico.yaml --\ntitle: Mine")
    let refused = try portico("import", "mkdocs", ".")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("'docs/portico.yaml' is there already. Replace it with --force"))
    #expect(try text("docs/portico.yaml") == "title: Mine\n")
    #expect(try portico("import", "mkdocs", ".", "--force").status == 0)
    #expect(try text("docs/portico.yaml").hasPrefix("title: Runbooks\n"))
  }

  @Test func writesWhereItIsTold() throws {
    #expect(try portico("import", "mkdocs", ".", "--output", "new/portico.yaml").status == 0)
    #expect(try text("new/portico.yaml").hasPrefix("title: Runbooks\n"))
    #expect(!folder.files.contains("docs/portico.yaml"))
  }

  @Test func saysWhereThereIsNoSuchSite() throws {
    let run = try portico("import", "docusaurus", ".")
    #expect(run.status == 2)
    #expect(run.errors.contains("There is no site of Docusaurus in '.'. Name the folder of its configuration."))
  }

  @Test func outputMayLieBesideThePagesOfASiteOfMkDocs() throws {
    #expect(try portico("build", ".", "--output", "site", "--as-of", "2026-06-30").status == 0)
    #expect(try portico("build", ".", "--output", "docs/site").status == 2)
  }
}

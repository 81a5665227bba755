import Testing

/// Holds the way that modules may depend on one another (`Sources/README.md`).
@Suite struct ImportTests {
  /// What each module may import besides the standard library.
  private static let allowed: [String: Set<String>] = [
    "Bytes": [],
    "Diagnostics": ["Bytes"],
    "Reports": ["Bytes", "Diagnostics"],
    "Files": ["Bytes", "Diagnostics", "Glibc", "Synchronization"],
    "YAML": ["CYAML", "Bytes", "Diagnostics"],
    "Highlighting": [],
    "Markdown": ["CCMarkGFM", "Highlighting", "Bytes", "Diagnostics"],
    "Diagrams": ["CDiagrams", "Bytes", "Glibc", "Synchronization"],
    "Templates": ["Bytes", "Diagnostics"],
    "Images": [],
    "SocialCards": ["CCards", "Bytes"],
    "Search": ["Bytes"],
    "Markup": [],
    "PublishedSite": ["Markup", "Files", "Diagnostics", "Bytes"],
    "SiteModel": [
      "PublishedSite", "Markdown", "YAML", "Templates", "Images", "Diagnostics", "Bytes", "Synchronization",
    ],
    "ForeignSites": ["SiteModel", "Markdown", "YAML", "Files", "Diagnostics", "Bytes"],
    "Platform": ["YAML", "Diagnostics", "Bytes"],
    "Portal": ["Platform", "SiteModel", "Templates", "YAML", "Diagnostics", "Bytes"],
    "Checks": ["SiteModel", "Platform", "Markdown", "YAML", "Diagnostics", "Bytes"],
    "ExternalLinks": ["CCurl", "SiteModel", "Markup", "Files", "Diagnostics", "Bytes", "Glibc"],
    "Pipeline": [
      "ForeignSites", "SiteModel", "PublishedSite", "Markup", "Templates", "Markdown", "Images", "Search",
      "SocialCards", "YAML", "Files", "Diagnostics", "Bytes",
    ],
    "portico": [
      "Bytes", "Diagnostics", "Diagrams", "SocialCards", "Files", "YAML", "Markdown", "Templates", "SiteModel",
      "ForeignSites",
      "Platform", "Portal", "Checks", "Reports",
      "Pipeline", "ExternalLinks", "PublishedSite", "ArgumentParser", "FoundationEssentials", "Glibc",
    ],
  ]

  /// Modules of C have a module map in place of Swift files.
  private static let clibraries: Set<String> = ["CCMarkGFM", "CCards", "CCurl", "CDiagrams", "CYAML"]

  @Test(arguments: allowed.keys.sorted()) func importsOnlyWhatTheTableAllows(module: String) {
    let forbidden = Repository.imports(of: module).subtracting(ImportTests.allowed[module] ?? [])
    #expect(forbidden.sorted() == [])
  }

  @Test func tableNamesTheModulesOfTheSources() {
    #expect(Repository.modules.sorted() == ImportTests.clibraries.union(ImportTests.allowed.keys).sorted())
  }

  @Test func packageDeclaresTheModulesOfTheTable() {
    let declared = Repository.declaredTargets.subtracting(["TestSupport", "Benchmarks", "Fuzz"])
    #expect(declared.sorted() == ImportTests.clibraries.union(ImportTests.allowed.keys).sorted())
  }

  @Test func engineHoldsNothingOfTheDomain() {
    #expect(Repository.closure(of: "Pipeline").isDisjoint(with: ["Platform", "Portal", "Checks"]))
  }

  @Test func importScanReadsAccessLevelsAttributesAndKinds() {
    let source = """
      import Alpha
      package import Beta
      internal import struct Gamma.Inner
      @preconcurrency private import Delta
        import Epsilon // why
      // import Zeta
      let importer = 1
      """
    #expect(Repository.imports(in: source) == ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"])
  }
}

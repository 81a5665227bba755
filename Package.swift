// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: language mode 6, every warning an error, explicit imports.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Modules that hold C mark each unsafe expression.
let strictWithC = strict + [.strictMemorySafety()]

/// Links cmark-gfm statically and keeps its table of special characters as registration left it,
/// so that threads can parse side by side without a lock (see `Sources/Markdown/SpecialCharacters.swift`).
let linkCMark: [LinkerSetting] = [
  .unsafeFlags([
    "-Xlinker", "--wrap=cmark_inlines_remove_special_character",
    "-Xlinker", "-l:libcmark-gfm-extensions.a",
    "-Xlinker", "-l:libcmark-gfm.a",
  ])
]

let package = Package(
  name: "Portico",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CCMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),

    // Our own C: what opens the libraries that draw diagrams, at run time and where they are there.
    .target(
      name: "CDiagrams", exclude: ["merman.txt"],
      cSettings: [
        .define("_GNU_SOURCE"), .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),

    // Our own C: what opens libcurl at run time.
    .target(
      name: "CCurl",
      cSettings: [
        .define("_GNU_SOURCE"), .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),

    // Our own C: what opens the libraries that draw the pictures of pages, at run time and where they are there.
    .target(
      name: "CCards",
      cSettings: [
        .define("_GNU_SOURCE"), .enableWarning("all"), .enableWarning("extra"), .treatAllWarnings(as: .error),
      ]),

    .target(name: "Bytes", swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["Bytes"], swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Bytes", "Diagnostics"], swiftSettings: strict),
    .target(name: "Files", dependencies: ["Bytes", "Diagnostics"], swiftSettings: strict),
    .target(name: "YAML", dependencies: ["CYAML", "Bytes", "Diagnostics"], swiftSettings: strictWithC),
    .target(name: "Highlighting", swiftSettings: strict),
    .target(
      name: "Markdown", dependencies: ["CCMarkGFM", "Highlighting", "Bytes", "Diagnostics"],
      swiftSettings: strictWithC, linkerSettings: linkCMark),
    .target(name: "Diagrams", dependencies: ["CDiagrams", "Bytes"], swiftSettings: strictWithC),
    .target(name: "Templates", dependencies: ["Bytes", "Diagnostics"], swiftSettings: strict),
    .target(name: "Images", swiftSettings: strict),
    .target(name: "SocialCards", dependencies: ["CCards", "Bytes"], swiftSettings: strictWithC),
    .target(name: "Search", dependencies: ["Bytes"], swiftSettings: strict),
    .target(name: "Markup", swiftSettings: strict),
    .target(
      name: "PublishedSite", dependencies: ["Markup", "Files", "Diagnostics", "Bytes"], swiftSettings: strict),

    .target(
      name: "SiteModel",
      dependencies: ["PublishedSite", "Markdown", "YAML", "Templates", "Images", "Diagnostics", "Bytes"],
      swiftSettings: strict),
    .target(
      name: "ForeignSites", dependencies: ["SiteModel", "Markdown", "YAML", "Files", "Diagnostics", "Bytes"],
      swiftSettings: strict),
    .target(name: "Platform", dependencies: ["YAML", "Diagnostics", "Bytes"], swiftSettings: strict),
    .target(
      name: "Portal", dependencies: ["Platform", "SiteModel", "Templates", "YAML", "Diagnostics", "Bytes"],
      swiftSettings: strict),
    .target(
      name: "Checks", dependencies: ["SiteModel", "Platform", "Markdown", "YAML", "Diagnostics", "Bytes"],
      swiftSettings: strict),
    .target(
      name: "ExternalLinks", dependencies: ["CCurl", "SiteModel", "Markup", "Files", "Diagnostics", "Bytes"],
      swiftSettings: strictWithC),
    .target(
      name: "Pipeline",
      dependencies: [
        "ForeignSites", "SiteModel", "PublishedSite", "Markup", "Templates", "Markdown", "Images", "Search",
        "SocialCards", "YAML", "Files", "Diagnostics", "Bytes",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "portico",
      dependencies: [
        "Pipeline", "ExternalLinks", "Portal", "Platform", "Checks", "ForeignSites", "SiteModel", "Templates",
        "Markdown", "Diagrams", "SocialCards", "PublishedSite", "YAML", "Files", "Reports", "Diagnostics", "Bytes",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: strict),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Bytes", "Diagnostics"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Bytes", "Diagnostics", "Reports", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "FilesTests", dependencies: ["Bytes", "Diagnostics", "Files"], swiftSettings: strict),
    .testTarget(name: "YAMLTests", dependencies: ["Bytes", "Diagnostics", "YAML"], swiftSettings: strict),
    .testTarget(name: "HighlightingTests", dependencies: ["Highlighting", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "MarkdownTests", dependencies: ["Bytes", "Diagnostics", "Markdown"], swiftSettings: strict),
    .testTarget(
      name: "DiagramsTests", dependencies: ["Bytes", "Diagrams", "Files", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "TemplatesTests", dependencies: ["Bytes", "Diagnostics", "Templates"], swiftSettings: strict),
    .testTarget(name: "ImagesTests", dependencies: ["Images"], swiftSettings: strict),
    .testTarget(
      name: "SocialCardsTests", dependencies: ["Images", "SocialCards", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SearchTests", dependencies: ["Bytes", "Search"], swiftSettings: strict),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: strict),
    .testTarget(
      name: "PublishedSiteTests", dependencies: ["Diagnostics", "Files", "PublishedSite", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SiteModelTests",
      dependencies: ["Bytes", "Diagnostics", "Markdown", "PublishedSite", "SiteModel", "Templates", "YAML"],
      swiftSettings: strict),
    .testTarget(
      name: "ForeignSitesTests",
      dependencies: ["Bytes", "Diagnostics", "Files", "ForeignSites", "Markdown", "SiteModel", "YAML"],
      swiftSettings: strict),
    .testTarget(
      name: "PlatformTests", dependencies: ["Bytes", "Diagnostics", "Platform", "YAML"], swiftSettings: strict),
    .testTarget(
      name: "ChecksTests",
      dependencies: ["Bytes", "Checks", "Diagnostics", "Pipeline", "Reports", "SiteModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExternalLinksTests",
      dependencies: ["Bytes", "Diagnostics", "ExternalLinks", "Files", "SiteModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PipelineTests",
      dependencies: [
        "Bytes", "Diagnostics", "Files", "Pipeline", "SiteModel", "SocialCards", "Templates", "TestSupport", "YAML",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PortalTests", dependencies: ["Bytes", "Diagnostics", "Pipeline", "Platform", "Portal", "TestSupport"],
      swiftSettings: strict),
    // The engine alone, without the domain: what this target links is what a portal without a platform would be.
    .testTarget(
      name: "EngineTests", dependencies: ["Diagnostics", "Files", "Pipeline", "YAML"], swiftSettings: strict),
    .testTarget(name: "EndToEndTests", dependencies: ["portico", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ArchitectureTests", swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [
        "Bytes", "Checks", "Diagnostics", "Diagrams", "Files", "ForeignSites", "Markdown", "Pipeline", "Platform",
        "Portal", "Reports", "SiteModel", "SocialCards", "Templates", "YAML",
      ],
      path: "Tests/TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Bytes", "CCMarkGFM", "Files", "Highlighting", "Markdown", "YAML"],
      path: "Tests/Benchmarks",
      swiftSettings: strict, linkerSettings: linkCMark),
  ]
)

// libFuzzer brings its own `main`, so its target is no part of ordinary builds (`make fuzz`).
if Context.environment["PORTICO_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Diagnostics", "Markdown"], path: "Tests/Fuzz", exclude: ["markers.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])], linkerSettings: linkCMark))
}

// The tests of some targets alone, for those who work on these: PORTICO_TESTS=ChecksTests,PipelineTests.
if let names = Context.environment["PORTICO_TESTS"]?.split(separator: ",").map(String.init) {
  package.targets.removeAll { $0.type == .test && !names.contains($0.name) }
}

// swift-tools-version: 6.2
import PackageDescription

// Floors, from the bottom up: a target imports only targets above it in this list.
// The engine (everything but `RolefitCommand`) depends on no package; see CONTRIBUTING.md.
//
// A target names every module whose types it meets, not only the nearest: an incremental build
// compiles anew what depends on a changed module by name, and nothing else.
let texts: [Target.Dependency] = ["Documents", "Tokenization"]
let readings: [Target.Dependency] = ["Reading", "Weighting"]
let sides: [Target.Dependency] = ["Candidates", "Roles"]
let testSupport: [Target.Dependency] = ["TestSupport"]
let floors = ["Bytes", "CProcess", "Kernels", "Indexing", "IndexStorage", "Matching", "Resources"]
  .map {
    Target.Dependency.target(name: $0)
  }
let engine = texts + readings + sides + floors + ["Rolefit"]

let package = Package(
  name: "rolefit",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Rolefit", targets: ["Rolefit"]),
    .executable(name: "rolefit", targets: ["RolefitCommand"]),
    // For the package in Benchmarks alone: it is no part of what applications may rely on.
    .library(name: "BenchmarkSupport", targets: ["BenchmarkSupport"]),
    // Likewise for the package in Fuzzing.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  traits: [
    .trait(
      name: "CommandLine",
      description: "The `rolefit` command line; the only part that depends on a package."),
    .trait(
      name: "Documents",
      description: "PDF, Word, OpenDocument and HTML; needs libxml2 and libarchive."),
    .trait(
      name: "Catalog",
      description: "Workspaces: postings, profiles and decisions in a database; needs libsqlite3."),
    .trait(
      name: "Server", description: "`rolefit serve`: the HTTP service and its pages.",
      enabledTraits: ["Catalog"]),
    .default(enabledTraits: ["Catalog", "CommandLine", "Documents", "Server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    // Before 2.100, a block of headers could end a server (CVE-2026-28980).
    .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
  ],
  targets: [
    // Floor 0: bytes, and the data compiled into the executable.
    .target(name: "Bytes"),
    .testTarget(name: "BytesTests", dependencies: ["Bytes"]),
    .target(
      name: "CKernels", exclude: ["bitmaps.inc", "kernels.inc", "lists.inc", "probe.inc"]),
    .target(name: "Kernels", dependencies: ["Bytes", "CKernels"]),
    .testTarget(name: "KernelsTests", dependencies: ["Bytes", "Kernels", "TestSupport"]),
    .target(name: "CProcess"),
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .target(
      name: "CResources", exclude: ["data"]),
    .target(name: "Resources", dependencies: ["CResources"]),

    // Floor 1: documents and tokens.
    .target(name: "Documents", dependencies: ["Bytes"]),
    .target(name: "Tokenization"),
    .testTarget(name: "DocumentsTests", dependencies: ["Bytes", "Documents", "TestSupport"]),
    .testTarget(name: "TokenizationTests", dependencies: ["TestSupport", "Tokenization"]),

    // Floor 2: weights; what postings and résumés have in common; roles and candidates.
    .target(name: "Weighting", dependencies: ["Bytes", "Kernels", "Tokenization"]),
    .target(name: "Reading", dependencies: texts + ["Weighting"]),
    .target(name: "Roles", dependencies: texts + readings),
    .target(name: "Candidates", dependencies: texts + readings),
    .testTarget(
      name: "WeightingTests",
      dependencies: ["Bytes", "TestSupport", "Tokenization", "Weighting"]),
    .testTarget(name: "ReadingTests", dependencies: texts + readings),
    .testTarget(name: "CandidatesTests", dependencies: texts + readings + ["Candidates"]),

    // Floor 3: the index.
    .target(name: "Indexing", dependencies: ["Bytes", "Kernels", "Tokenization", "Weighting"]),
    .testTarget(
      name: "IndexingTests",
      dependencies: ["Bytes", "Indexing", "Kernels", "TestSupport", "Tokenization", "Weighting"],
      exclude: ["Fixtures"]),

    // Floor 4: the index file, which takes blocks and documents as bytes; score, fit, verdicts,
    // gates, explanation.
    .target(name: "IndexStorage", dependencies: ["Bytes"]),
    .testTarget(
      name: "IndexStorageTests", dependencies: ["Bytes", "IndexStorage"], exclude: ["Fixtures"]),
    .target(name: "Matching", dependencies: texts + readings + sides),

    // Floor 5: what many roles say together; documents and decisions in a database, which knows nothing
    // of the engine.
    .target(name: "Market", dependencies: ["Bytes", "Documents", "Reading", "Resources", "Roles"]),
    .testTarget(
      name: "MarketTests", dependencies: engine + testSupport + ["Market", "MarketReport"]),
    .target(
      name: "Catalog",
      dependencies: [
        "Bytes",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Catalog"])),
      ]),
    .testTarget(
      name: "CatalogTests",
      dependencies: [
        "Catalog", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Catalog"])),
      ]),

    // Floor 6: what an embedding application imports.
    .target(
      name: "Rolefit",
      dependencies: texts + readings + sides + floors),
    .testTarget(name: "RolesTests", dependencies: engine + testSupport),
    .testTarget(name: "MatchingTests", dependencies: engine + testSupport),
    .testTarget(name: "RolefitTests", dependencies: engine + testSupport),

    // A market read from postings, and its figures as charts; apart from `Rolefit`, so that who embeds
    // the engine builds neither.
    .target(name: "MarketReport", dependencies: engine + ["Market"]),

    // How well rankings agree with people: figures and intervals, without an engine.
    .target(name: "Evaluation"),
    .testTarget(name: "EvaluationTests", dependencies: ["Evaluation"]),
    // The engine on the project's own labelled set: a floor for its figures, and what tricks move.
    .testTarget(name: "QualityTests", dependencies: engine + ["Evaluation"]),

    // What the package in Benchmarks measures: the kernels and floors behind public names.
    .target(name: "BenchmarkSupport", dependencies: engine + testSupport),

    // The worker that reads formats of strangers, with the parsers of the system.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CExtraction", dependencies: ["CLibArchive", "CLibXML2", "CProcess"]),
    .target(name: "Extraction", dependencies: ["CExtraction", "Documents"]),
    .testTarget(name: "ExtractionTests", dependencies: ["Documents", "Extraction"]),

    // What the package in Fuzzing calls with any bytes: one function a parser, which holds what it
    // gives to what must be true of it.
    .target(
      name: "FuzzTargets",
      dependencies: engine + [
        .target(name: "Extraction", condition: .when(traits: ["Documents"]))
      ]),
    .testTarget(
      name: "FuzzTests", dependencies: testSupport + ["FuzzTargets"], exclude: ["Found", "Seeds"]),

    // Floor 7: a catalog and an index in one folder; the service and its pages; the command line.
    .target(
      name: "Workspaces",
      dependencies: engine + [
        "Market", .target(name: "Catalog", condition: .when(traits: ["Catalog"])),
      ]),
    .testTarget(
      name: "WorkspacesTests",
      dependencies: engine + testSupport + ["Catalog", "Workspaces"]),
    .target(
      name: "RolefitServer",
      dependencies: engine + [
        "Market", "MarketReport",
        .target(name: "Workspaces", condition: .when(traits: ["Catalog"])),
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
        .product(
          name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Server"])),
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Server"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Server"])),
        .product(
          name: "NIOHTTPTypes", package: "swift-nio-extras", condition: .when(traits: ["Server"])),
      ]),
    .testTarget(
      name: "ServerTests",
      dependencies: engine + [
        "Market", "MarketReport", "RolefitServer",
        .target(name: "Workspaces", condition: .when(traits: ["Catalog"])),
        .product(
          name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Server"])),
        .product(
          name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Server"])),
        .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Server"])),
        .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Server"])),
        .product(name: "NIOEmbedded", package: "swift-nio", condition: .when(traits: ["Server"])),
      ]),
    .executableTarget(
      name: "RolefitCommand",
      dependencies: engine + [
        "Evaluation", "Market", "MarketReport",
        .target(name: "Catalog", condition: .when(traits: ["Catalog"])),
        .target(name: "Extraction", condition: .when(traits: ["Documents"])),
        .target(name: "RolefitServer", condition: .when(traits: ["Server"])),
        .target(name: "Workspaces", condition: .when(traits: ["Catalog"])),
        .product(
          name: "ArgumentParser", package: "swift-argument-parser",
          condition: .when(traits: ["CommandLine"])),
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["Documents", "Reading", "Rolefit", "RolefitCommand"],
      exclude: ["Goldens"]),

    // The whole engine on real texts; skipped where they are not.
    .testTarget(name: "RealTextTests", dependencies: engine, exclude: ["Facts"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

let inC = ["CExtraction", "CKernels", "CLibArchive", "CLibXML2", "CProcess", "CResources"]
for target in package.targets where !inC.contains(target.name) {
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
  ]
}

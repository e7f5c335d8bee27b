// swift-tools-version: 6.2
import PackageDescription

// Micro-benchmarks. A package of its own, so that what it depends on reaches nobody who depends on
// Rolefit: a plugin cannot stand behind a trait. See README.md.
let package = Package(
  name: "rolefit-benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "rolefit", path: "..", traits: []),
    // Without traits: nothing takes the place of malloc or of the runtime.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: ["KernelBenchmarks", "EngineBenchmarks"].map { name in
    .executableTarget(
      name: name,
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "BenchmarkSupport", package: "rolefit"),
      ],
      // The plugin looks for a folder of this name.
      path: "Benchmarks/\(name)",
      swiftSettings: [.strictMemorySafety(), .enableUpcomingFeature("ExistentialAny")],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
  },
  swiftLanguageModes: [.v6]
)

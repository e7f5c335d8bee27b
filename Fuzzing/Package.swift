// swift-tools-version: 6.2
import PackageDescription

// The parsers of Rolefit under libFuzzer. A package of its own: without libFuzzer it does not link.
// Scripts/fuzz.sh builds and runs it; CONTRIBUTING.md says more.
let package = Package(
  name: "rolefit-fuzzing",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "rolefit", path: "..", traits: ["Documents"])
  ],
  targets: [
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzzer",
      dependencies: ["CFuzzer", .product(name: "FuzzTargets", package: "rolefit")],
      swiftSettings: [.strictMemorySafety(), .enableUpcomingFeature("ExistentialAny")],
      // gold, which is the default on Linux, does not link the two sanitizers.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))]),
  ],
  swiftLanguageModes: [.v6]
)

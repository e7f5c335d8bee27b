// swift-tools-version: 6.2
import PackageDescription

// An application that embeds the engine and nothing else: with `traits: []` no package but Rolefit is
// resolved. Scripts/check-embedded-consumer.sh builds and runs it.
let package = Package(
  name: "embedded-consumer",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "rolefit", path: "../..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "EmbeddedConsumer",
      dependencies: [.product(name: "Rolefit", package: "rolefit")])
  ],
  swiftLanguageModes: [.v6]
)

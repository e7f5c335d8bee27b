import Foundation
import Testing

/// Runs the command line as a process and returns what it printed.
struct Rolefit {
  /// What a run printed, and its exit status.
  struct Run {
    var output: String
    var error: String
    var status: Int32
  }

  /// The root of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file of Profiles.
  static func profile(_ name: String) -> String {
    root.appending(path: "Profiles/\(name)").path
  }

  /// The executable: beside the test bundle, else in `.build`.
  static let executable: URL? = {
    var folders = CommandLine.arguments.filter { $0.contains("/") }.map {
      URL(filePath: $0).deletingLastPathComponent()
    }
    folders += Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
    folders += ["debug", "release"].map { root.appending(path: ".build/\($0)") }
    return folders.map { $0.appending(path: "rolefit") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  /// Runs the executable with arguments, at 80 columns unless the environment says otherwise.
  static func run(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    try run(arguments, input: input, environment: environment)
  }

  static func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Run {
    let process = Process()
    let found: URL = try #require(executable, "no executable named rolefit was found")
    process.executableURL = found
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["COLUMNS": "80"]) { $1 }.merging(environment) { $1 }
    // Files hold any amount; two pipes that are read in turn could wait for each other.
    return try withFolder { folder in
      let (output, error) = (folder + "/output", folder + "/error")
      for path in [output, error] { try Data().write(to: URL(filePath: path)) }
      try Data((input ?? "").utf8).write(to: URL(filePath: folder + "/input"))
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
      process.standardError = try FileHandle(forWritingTo: URL(filePath: error))
      process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder + "/input"))
      try process.run()
      process.waitUntilExit()
      let text = { (path: String) in
        String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
      }
      return Run(
        output: try text(output), error: try text(error), status: process.terminationStatus)
    }
  }

  /// Calls `body` with the path of an empty folder, which is removed afterwards.
  static func withFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "rolefit-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// Writes a file of text.
  static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
  }
}

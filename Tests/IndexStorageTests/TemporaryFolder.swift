import Foundation

/// A folder of its own for a test, removed with everything in it when it goes.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "rolefit-index-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The bytes of each file of a folder in it, by name.
  func files(in folder: String) throws -> [String: [UInt8]] {
    try TemporaryFolder.files(in: path + "/" + folder)
  }

  static func files(in folder: String) throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))
    }
    return files
  }
}

import Documents
import Foundation

/// Runs a program of the system on the document that stands on standard input.
///
/// It inherits what this process may do, and has its own memory and CPU time within the same limits.
struct Tool {
  let name: String
  /// The Debian package that brings it.
  let package: String
  let format: Document.Format

  /// What the program wrote, at most `limit` bytes.
  ///
  /// - Throws: `missingTool`, `malformed` where it could not read the document, or `overLimit` where it
  ///   was stopped.
  func output(_ arguments: [String], limit: Int) throws(DocumentError) -> [UInt8] {
    let folders = ["/usr/local/bin", "/usr/bin", "/bin"]
    guard
      let path = folders.map({ "\($0)/\(name)" })
        .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { throw .missingTool(name: name, package: package) }
    return try CParsers.output(
      of: path, arguments: [name] + arguments, format: format, limit: limit)
  }
}

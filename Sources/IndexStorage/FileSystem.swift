package import Bytes

/// What an index asks of the system, and nothing else; tests put their own in its place.
///
/// A reader needs `map` and `names`, a writer all of it.
package protocol FileSystem: Sendable {
  /// Makes one folder; its parent must be there.
  func makeDirectory(at path: String) throws(IndexFileError)

  /// The names in a folder, in any order, without `.` and `..`.
  func names(in folder: String) throws(IndexFileError) -> [String]

  /// Opens an empty file for writing; one of the same name loses its contents.
  func create(_ path: String) throws(IndexFileError) -> OpenFile

  /// Writes at `offset`, maybe not all of the bytes; returns how many.
  func write(
    _ bytes: RawSpan, to file: OpenFile, at offset: Int
  ) throws(IndexFileError) -> Int

  /// Returns when the contents of the file would survive a power cut.
  func synchronize(_ file: OpenFile) throws(IndexFileError)

  /// Gives the file back, and the lock if it is one. That cannot fail: what matters was
  /// synchronized before.
  func close(_ file: OpenFile)

  /// Returns when the names in the folder would survive a power cut.
  func synchronizeFolder(_ path: String) throws(IndexFileError)

  /// Gives the file a new name in one step, in place of whatever had it.
  func rename(_ path: String, to newPath: String) throws(IndexFileError)

  func remove(_ path: String) throws(IndexFileError)

  /// Makes the file if need be and locks it for this process; throws `locked` if somebody has it.
  func lock(_ path: String) throws(IndexFileError) -> OpenFile

  /// The whole contents of a file, which stay readable after it is removed.
  func map(_ path: String) throws(IndexFileError) -> ByteRegion
}

/// A file that is open for writing or locked.
package struct OpenFile: Sendable {
  package let descriptor: Int32
  package let path: String

  package init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}

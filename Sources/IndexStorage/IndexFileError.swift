#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

/// Why an index file could not be made, read or changed.
///
/// The command line makes words of it.
package enum IndexFileError: Error, Equatable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// Something is there already.
  case exists(path: String)
  /// This is something else than an index.
  case notAnIndex(path: String)
  /// Written in a format that is read no more.
  case tooOld(path: String, version: UInt32)
  /// Written in a format that a later version brought.
  case tooNew(path: String, version: UInt32)
  /// The file ends too early.
  case truncated(path: String, expected: Int, found: Int)
  /// The bytes at `offset` of `file` are not those that were written.
  case damaged(file: String, section: FileSection, offset: Int)
  /// Another writer is at work.
  case locked(path: String)
  /// The disk, or what one may use of it, is full.
  case noSpace(path: String)
  /// Nobody may write here, or not this user.
  case readOnly(path: String)
  /// Any other refusal of the system.
  case io(errno: Int32, operation: FileOperation, path: String)
  /// A segment would hold more than its format can count.
  case tooLarge(path: String)
  /// An earlier commit of this writer failed so late that only opening the index anew will show
  /// whether it holds; see `IndexWriter`.
  case unusable(path: String)
  /// The caller's own work on the contents failed, as it says.
  case content(reason: String)
}

/// The parts of the files of an index.
package enum FileSection: String, Codable, Sendable, CaseIterable {
  case manifest, header, blocks, blockTable, metadata, records, directory
}

/// What was asked of the system.
package enum FileOperation: String, Sendable, CaseIterable {
  case makeDirectory, list, create, write, synchronize, rename, remove, lock, map
}

extension IndexFileError {
  /// The error that the system's number stands for.
  package init(errno number: Int32, operation: FileOperation, path: String) {
    let writes = operation != .map && operation != .list
    self =
      switch number {
      case ENOSPC, EDQUOT: .noSpace(path: path)
      case EROFS: .readOnly(path: path)
      case EACCES where writes, EPERM where writes: .readOnly(path: path)
      case ENOENT: .missing(path: path)
      case EEXIST: .exists(path: path)
      case EWOULDBLOCK where operation == .lock: .locked(path: path)
      default: .io(errno: number, operation: operation, path: path)
      }
  }

  /// Whether it says that bytes are wrong, rather than that they could not be reached.
  var isDamage: Bool {
    switch self {
    case .notAnIndex, .tooOld, .tooNew, .truncated, .damaged, .missing: true
    default: false
    }
  }
}

/// Whether the system says that what should be a folder is none.
func isNoFolder(_ errno: Int32) -> Bool { errno == ENOTDIR }

import Indexing
package import IndexStorage

/// Why an index could not be made, read or changed.
public enum RoleIndexError: Error, Equatable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// Something is there already.
  case exists(path: String)
  /// Something else stands there.
  case notAnIndex(path: String)
  /// A format that is read no more, or one that a later version brought.
  case version(path: String, version: Int, isTooNew: Bool)
  /// The bytes at an offset of a file are not those that were written.
  case damaged(file: String, offset: Int)
  /// Inputs were refused, and nothing is left to make an index of.
  case nothingRead(refusals: [Refusal])
  /// The index was made with another model or background: its scores are not those of this engine.
  case otherModel(index: String, engine: String)
  /// Another process is changing it.
  case locked(path: String)
  /// The disk, or what one may use of it, is full.
  case noSpace(path: String)
  /// Nobody may write there, or not this user.
  case readOnly(path: String)
  /// Any other refusal of the system: its number, and what was asked of it.
  case system(errno: Int32, operation: String, path: String)
  /// More than an index can hold.
  case tooLarge(path: String)
  /// A change failed so late that only opening the index anew will show whether it holds.
  case unclear(path: String)

  init(any error: any Error) {
    switch error {
    case let error as RoleIndexError: self = error
    case let error as IndexFileError: self.init(error)
    case is IndexBlock.Failure: self = .damaged(file: "a block", offset: 0)
    default: self = .system(errno: 0, operation: "\(error)", path: "")
    }
  }

  package init(_ error: IndexFileError) {
    switch error {
    case .missing(let path): self = .missing(path: path)
    case .exists(let path): self = .exists(path: path)
    case .notAnIndex(let path): self = .notAnIndex(path: path)
    case .tooOld(let path, let version):
      self = .version(path: path, version: Int(version), isTooNew: false)
    case .tooNew(let path, let version):
      self = .version(path: path, version: Int(version), isTooNew: true)
    case .truncated(let path, _, let found): self = .damaged(file: path, offset: found)
    case .damaged(let file, _, let offset): self = .damaged(file: file, offset: offset)
    case .locked(let path): self = .locked(path: path)
    case .noSpace(let path): self = .noSpace(path: path)
    case .readOnly(let path): self = .readOnly(path: path)
    case .io(let errno, let operation, let path):
      self = .system(errno: errno, operation: operation.rawValue, path: path)
    case .tooLarge(let path): self = .tooLarge(path: path)
    case .unusable(let path): self = .unclear(path: path)
    case .content(let reason): self = .system(errno: 0, operation: reason, path: "")
    }
  }
}

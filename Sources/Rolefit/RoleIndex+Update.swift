package import Documents
import IndexStorage

/// What a workspace asks of its index, whose documents are kept elsewhere.
extension RoleIndex {
  /// What stands in the segments of an index that an engine made.
  package static func identity(of engine: Engine) -> String { metadata(of: engine) }

  /// Makes an index without roles.
  package func makeEmpty() async throws(RoleIndexError) {
    try await change({ () throws(IndexFileError) in try IndexWriter.create(folder) }) { _ in }
  }

  /// Takes roles out, and adds others or puts them in place of those of the same id.
  ///
  /// These are two steps: who is cut off between them has made the first alone.
  ///
  /// - Parameters:
  ///   - ids: of roles that go; ids that no role has do no harm.
  ///   - next: gives roles, a batch at a time, none at the end. What it throws ends the change.
  package func update(
    removing ids: [String], adding next: () throws -> [Document],
    progress: @escaping Progress = { _ in }
  ) async throws(RoleIndexError) {
    try await change({ () throws(IndexFileError) in try IndexWriter.open(folder) }) { writer in
      try requireIdentity(writer.index)
      if !ids.isEmpty { try writer.remove(ids) }
      _ = try await append(next, to: writer, progress)
    }
  }
}

package import Bytes

/// A block of an index that is being compacted, and which of its roles stay.
package struct KeptBlock: Sendable {
  let segment: Segment
  let index: Int

  /// How many roles the block has, removed ones included.
  package var roles: Int { segment.blocks[index].roles.count }
  /// How many of them stay.
  package var keptRoles: Int { (0..<roles).count(where: keeps) }

  /// Whether a role of the block stays, by its number in the block.
  package func keeps(_ role: Int) -> Bool {
    !segment.removed.contains(segment.blocks[index].roles.lowerBound + role)
  }

  /// The bytes of the block, mapped.
  package func bytes() throws(IndexFileError) -> ByteRegion {
    try segment.block(index)
  }
}

extension IndexWriter {
  /// Makes one segment of all, without the removed roles.
  ///
  /// Afterwards no file of the folder has a byte of theirs. An index of one segment without removed
  /// roles stays as it is.
  ///
  /// `rebuild` gets all blocks in order, and calls `emit` with the blocks over the roles that stay,
  /// in their order; one new block at a time need be in memory. `metadata` is that of the newest
  /// segment if none is given.
  package func compact(
    metadata: String? = nil,
    rebuild: (
      _ blocks: [KeptBlock], _ emit: (_ block: ByteRegion, _ roles: Int) throws -> Void
    ) throws -> Void
  ) throws(IndexFileError) {
    try requireUsable()
    if index.segments.count > 1 || index.segments.contains(where: { $0.removed.count > 0 }) {
      let identity = metadata ?? index.segments.last?.metadata ?? ""
      let segment = try beginSegment(metadata: identity)
      do {
        try copyDocuments(to: segment)
        if segment.roles > 0 { try rebuild(keptBlocks) { try segment.appendBlock($0, roles: $1) } }
      } catch {
        discard(segment)
        throw error as? IndexFileError ?? .content(reason: String(describing: error))
      }
      try commit(segment, replacingAll: true)
    } else {
      try removeLeftOvers()
    }
  }

  private var keptBlocks: [KeptBlock] {
    index.segments.flatMap { segment in
      segment.blocks.indices.map { KeptBlock(segment: segment, index: $0) }
    }
  }

  private func copyDocuments(to target: SegmentWriter) throws(IndexFileError) {
    for segment in index.segments {
      var asked = 0
      for role in 0..<segment.roles where !segment.removed.contains(role) {
        try segment.prefetchDocuments(from: role, &asked)
        let id = try segment.id(of: role)
        try segment.document(of: role).withSpan { (document) throws(IndexFileError) in
          try target.appendDocument(id: id, document)
        }
      }
    }
  }
}

/// What there is to say about an index without reading its contents.
package struct IndexInfo: Codable, Equatable, Sendable {
  package var version: Int
  package var generation: UInt64
  package var segments: Int
  /// Without the removed ones.
  package var roles: Int
  /// Removed, but still in the files until `compact`.
  package var removed: Int
  package var blocks: Int
  /// The length of all files together.
  package var bytes: Int
  /// The same by the names of `FileSection`.
  package var bytesBySection: [String: Int]
  /// What the segments say of the engine that wrote them, without repetition.
  package var metadata: [String]
}

extension IndexFiles {
  package var info: IndexInfo {
    var sizes = Dictionary(uniqueKeysWithValues: FileSection.allCases.map { ($0.rawValue, 0) })
    func add(_ length: Int, to section: FileSection) {
      sizes[section.rawValue, default: 0] += length
    }
    add(manifest.fileLength, to: .manifest)
    for segment in segments {
      add(2 * IndexFormat.headerLength, to: .header)
      let lengths = (segment.blocksHeader.sections + segment.documentsHeader.sections).map(\.length)
      let sections: [FileSection] = [.blocks, .blockTable, .metadata, .records, .directory]
      for (section, length) in zip(sections, lengths) { add(length, to: section) }
    }
    var metadata: [String] = []
    for segment in segments where !metadata.contains(segment.metadata) {
      metadata.append(segment.metadata)
    }
    return IndexInfo(
      version: Int(IndexFormat.version), generation: generation, segments: segments.count,
      roles: roles, removed: segments.reduce(0) { $0 + $1.removed.count },
      blocks: segments.reduce(0) { $0 + $1.blocks.count },
      bytes: sizes.values.reduce(0, +), bytesBySection: sizes, metadata: metadata)
  }
}

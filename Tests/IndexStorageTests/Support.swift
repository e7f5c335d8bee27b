import Bytes
import IndexStorage

/// A role as the tests write it: its id and document, and 64 bytes of its block.
struct TestRole: Hashable {
  var id: String
  var document: [UInt8]
  var vector: [UInt8]

  init(_ id: String, _ document: String) {
    self.init(id, Array(document.utf8))
  }

  init(_ id: String, _ document: [UInt8]) {
    self.id = id
    self.document = document
    var seed = XXH64.hash(Array(id.utf8) + [0] + document)
    vector = (0..<64).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: seed >> 56)
    }
  }

  init(id: String, document: [UInt8], vector: [UInt8]) {
    (self.id, self.document, self.vector) = (id, document, vector)
  }
}

extension SegmentWriter {
  /// Appends roles, with blocks of as many as `perBlock`.
  func append(_ roles: [TestRole], perBlock: Int = 2) throws(IndexFileError) {
    for start in stride(from: 0, to: roles.count, by: perBlock) {
      let part = roles[start..<min(start + perBlock, roles.count)]
      try appendBlock(part.flatMap(\.vector), roles: part.count)
      for role in part { try appendDocument(id: role.id, role.document) }
    }
  }
}

extension IndexWriter {
  func append(_ roles: [TestRole], metadata: String = #"{"engine":"1"}"#) throws(IndexFileError) {
    try append(metadata: metadata) { try $0.append(roles) }
  }

  /// Compacts an index of test roles into blocks of two.
  func compactTestRoles() throws(IndexFileError) {
    try compact { blocks, emit in
      var pending: [UInt8] = []
      for block in blocks {
        let bytes = try block.bytes()
        for role in 0..<block.roles where block.keeps(role) {
          pending += bytes.slice(at: role * 64, count: 64)?.array ?? []
          if pending.count == 128 {
            try emit(ByteRegion(pending), 2)
            pending = []
          }
        }
      }
      if !pending.isEmpty { try emit(ByteRegion(pending), 1) }
    }
  }
}

extension IndexFiles {
  /// The roles that are not removed, in order, from blocks and documents.
  func testRoles() throws(IndexFileError) -> [TestRole] {
    var roles: [TestRole] = []
    for segment in segments {
      for (index, place) in segment.blocks.enumerated() {
        let block = try segment.block(index)
        for role in place.roles where !segment.removed.contains(role) {
          let vector = block.slice(at: (role - place.roles.lowerBound) * 64, count: 64)
          roles.append(
            TestRole(
              id: try segment.id(of: role), document: try segment.document(of: role).array,
              vector: vector?.array ?? []))
        }
      }
    }
    return roles
  }
}

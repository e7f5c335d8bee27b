import Bytes
import IndexStorage
import Testing

/// A small index with every feature of the format, and every way to damage a byte of it.
struct DamageTests {
  static let folder = "i.rolefit"

  static func sample() throws -> (disk: SimulatedDisk, roles: [TestRole]) {
    let disk = SimulatedDisk()
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "one"), TestRole("b", "")], metadata: "{}")
    try writer.remove(["b"])
    writer.close()
    return (disk, [TestRole("a", "one")])
  }

  /// Each file that has a byte.
  static let files = ["manifest", "segment-2.blocks", "segment-2.documents"]

  @Test(arguments: files)
  func `each other value of each byte is found, and nothing wrong is read`(name: String) throws {
    let (disk, roles) = try Self.sample()
    let bytes = try #require(disk.files(in: Self.folder)[name])
    var missed: [(offset: Int, value: UInt8)] = []
    for offset in bytes.indices {
      for change in 1...UInt8.max {
        var damaged = bytes
        damaged[offset] ^= change
        disk.put(damaged, at: "\(Self.folder)/\(name)")
        if try !isFound(disk, name, expected: roles) { missed.append((offset, damaged[offset])) }
      }
    }
    #expect(missed.isEmpty)
  }

  @Test(arguments: files)
  func `each length is found, shorter and longer`(name: String) throws {
    let (disk, roles) = try Self.sample()
    let bytes = try #require(disk.files(in: Self.folder)[name])
    for length in 0..<bytes.count {
      disk.put(Array(bytes.prefix(length)), at: "\(Self.folder)/\(name)")
      #expect(try isFound(disk, name, expected: roles), "\(length) bytes")
    }
    disk.put(bytes + [0], at: "\(Self.folder)/\(name)")
    #expect(try isFound(disk, name, expected: roles))
  }

  @Test(arguments: files)
  func `a file that is missing is found`(name: String) throws {
    let (disk, _) = try Self.sample()
    try disk.remove("\(Self.folder)/\(name)")
    if name == "manifest" {
      #expect(throws: IndexFileError.notAnIndex(path: Self.folder)) {
        try IndexVerification.verify(Self.folder, in: disk)
      }
    } else {
      let path = "\(Self.folder)/\(name)"
      #expect(throws: IndexFileError.missing(path: path)) {
        try IndexFiles.open(Self.folder, in: disk)
      }
      let damages = try IndexVerification.verify(Self.folder, in: disk).damages
      #expect(damages.map(\.error) == [.missing(path: path)])
    }
  }

  @Test func `a damage is told by its place, and what is whole is still read`() throws {
    let disk = SimulatedDisk()
    let roles = (0..<6).map { TestRole("role-\($0)", "Posting \($0)") }
    try IndexWriter.create(Self.folder, in: disk).append(roles)
    var blocks = try #require(disk.files(in: Self.folder)["segment-2.blocks"])
    blocks[256 + 128 + 7] ^= 1
    disk.put(blocks, at: Self.folder + "/segment-2.blocks")
    var documents = try #require(disk.files(in: Self.folder)["segment-2.documents"])
    documents[256 + 3 * 17 + 9] ^= 128
    disk.put(documents, at: Self.folder + "/segment-2.documents")

    let expected = [
      IndexFileError.damaged(
        file: Self.folder + "/segment-2.blocks", section: .blocks, offset: 256 + 128),
      .damaged(
        file: Self.folder + "/segment-2.documents", section: .records, offset: 256 + 3 * 17),
    ]
    let found = try IndexVerification.verify(Self.folder, in: disk).damages
    #expect(found.map(\.error) == expected)
    #expect(found.map(\.offset) == [384, 307])
    let segment = try #require(try IndexFiles.open(Self.folder, in: disk).segments.first)
    #expect(throws: expected[0]) { try segment.block(1) }
    #expect(throws: expected[0]) { try segment.block(1) }
    #expect(throws: expected[1]) { try segment.document(of: 3) }
    #expect(try segment.block(2).array == roles[4].vector + roles[5].vector)
    #expect(try segment.document(of: 4).array == roles[4].document)
    let writer = try IndexWriter.open(Self.folder, in: disk)
    #expect(throws: expected[1]) {
      try writer.remove(["role-0"])
      try writer.compactTestRoles()
    }
    #expect(writer.index.roles == 5)
  }

  @Test func `an older and a newer format are told from damage`() throws {
    let (disk, _) = try Self.sample()
    var manifest = try #require(disk.files(in: Self.folder)["manifest"])
    let path = Self.folder + "/manifest"
    manifest[8] = 2
    disk.put(manifest, at: path)
    #expect(throws: IndexFileError.tooNew(path: path, version: 2)) {
      try IndexFiles.open(Self.folder, in: disk)
    }
    manifest[8] = 0
    disk.put(manifest, at: path)
    #expect(throws: IndexFileError.tooOld(path: path, version: 0)) {
      try IndexFiles.open(Self.folder, in: disk)
    }
    disk.put(Array("<!DOCTYPE html><html></html>".utf8), at: path)
    #expect(throws: IndexFileError.notAnIndex(path: path)) {
      try IndexFiles.open(Self.folder, in: disk)
    }
  }

  /// Each byte of a larger index of three segments, one bit of it each time.
  @Test func `one bit of any byte of a larger index is found`() throws {
    let disk = SimulatedDisk()
    let roles = (0..<24).map { TestRole("role-\($0)", "Posting number \($0)") }
    let writer = try IndexWriter.create(Self.folder, in: disk)
    for start in [0, 8, 16] { try writer.append(Array(roles[start..<start + 8])) }
    var seed: UInt64 = 4711
    var missed: [String] = []
    for (name, bytes) in disk.files(in: Self.folder).sorted(by: { $0.key < $1.key }) {
      for offset in bytes.indices {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var damaged = bytes
        damaged[offset] ^= 1 << UInt8(seed >> 61)
        disk.put(damaged, at: "\(Self.folder)/\(name)")
        if try !isFound(disk, name, expected: roles) { missed.append("\(name) \(offset)") }
      }
      disk.put(bytes, at: "\(Self.folder)/\(name)")
    }
    #expect(missed == [])
  }

  /// Checksums show accidents only.
  ///
  /// Somebody who writes wrong numbers and right checksums gets errors or
  /// nonsense, but no reader may leave the files or stop the process.
  @Test(arguments: files)
  func `wrong numbers under right checksums stop no reader`(name: String) throws {
    let (disk, roles) = try Self.sample()
    let files = disk.files(in: Self.folder)
    let bytes = try #require(files[name])
    for offset in bytes.indices {
      for value: UInt8 in [0, 1, 127, 255, bytes[offset] &+ 1, bytes[offset] &- 1] {
        var forged = files
        forged[name]?[offset] = value
        for (name, bytes) in Forgery.sealed(forged) {
          disk.put(bytes, at: "\(Self.folder)/\(name)")
        }
        _ = try isFound(disk, name, expected: roles)
      }
    }
  }

  /// Whether verification names the file, while reading gives what was written or throws.
  private func isFound(
    _ disk: SimulatedDisk, _ name: String, expected: [TestRole]
  ) throws -> Bool {
    var isTrue = true
    if let index = try? IndexFiles.open(Self.folder, in: disk) {
      isTrue = index.roles == expected.count
      var first = 0
      for segment in index.segments {
        for block in segment.blocks.indices {
          guard let bytes = try? segment.block(block) else { continue }
          for (at, role) in segment.blocks[block].roles.enumerated()
          where !segment.removed.contains(role) {
            let vector = bytes.slice(at: at * 64, count: 64)?.array
            isTrue = isTrue && vector == expected[safe: first + role]?.vector
          }
        }
        for role in 0..<segment.roles where !segment.removed.contains(role) {
          let original = expected[safe: first + role]
          if let document = try? segment.document(of: role) {
            isTrue = isTrue && document.array == original?.document
          }
          if let id = try? segment.id(of: role) { isTrue = isTrue && id == original?.id }
          if let found = try? segment.find(original?.id ?? "") { isTrue = isTrue && found == role }
        }
        first += segment.roles
      }
    }
    let damages = try IndexVerification.verify(Self.folder, in: disk).damages
    return isTrue && !damages.isEmpty && damages.allSatisfy { $0.file == "\(Self.folder)/\(name)" }
  }
}

extension Array {
  fileprivate subscript(safe index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

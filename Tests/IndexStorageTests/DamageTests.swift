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

  /// Whether verification names the file, while reading gives what was written or throws.
  private func isFound(
    _ disk: SimulatedDisk, _ name: String, expected: [TestRole]
  ) throws -> Bool {
    do throws(IndexFileError) {
      let index = try IndexFiles.open(Self.folder, in: disk)
      #expect(index.roles == expected.count)
      for segment in index.segments {
        for block in segment.blocks.indices {
          if let bytes = try? segment.block(block) {
            #expect(bytes.array.starts(with: expected[0].vector))
          }
        }
        for role in 0..<segment.roles {
          if let bytes = try? segment.document(of: role) {
            #expect(bytes.array == (role == 0 ? expected[0].document : []))
          }
          if let id = try? segment.id(of: role) { #expect(id == (role == 0 ? "a" : "b")) }
        }
      }
    } catch { _ = error }
    let damages = try IndexVerification.verify(Self.folder, in: disk).damages
    return !damages.isEmpty && damages.allSatisfy { $0.file == "\(Self.folder)/\(name)" }
  }
}

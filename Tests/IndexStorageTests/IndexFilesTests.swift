import Bytes
import IndexStorage
import Testing

struct IndexFilesTests {
  let disk = SimulatedDisk()
  let folder = "jobs.rolefit"

  @Test func `a new index is empty`() throws {
    try IndexWriter.create(folder, in: disk).close()
    let index = try IndexFiles.open(folder, in: disk)
    #expect(index.generation == 1)
    #expect(index.segments.isEmpty)
    #expect(index.roles == 0)
    #expect(try index.find("a") == nil)
    #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty)
  }

  @Test func `what is appended is read again, from three segments too`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    let roles = (0..<11).map { TestRole("role-\($0)", "Posting number \($0)") }
    try writer.append(Array(roles[..<5]))
    try writer.append(Array(roles[5..<6]), metadata: "other")
    try writer.append(Array(roles[6...]))
    let index = try IndexFiles.open(folder, in: disk)
    #expect(index.generation == 4)
    #expect(index.segments.map(\.roles) == [5, 1, 5])
    #expect(index.segments.map(\.metadata) == [#"{"engine":"1"}"#, "other", #"{"engine":"1"}"#])
    #expect(try index.testRoles() == roles)
    #expect(try index.find("role-7") == IndexFiles.Place(segment: 2, role: 1))
    #expect(try index.find("role-11") == nil)
    #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty)
  }

  @Test func `an id that comes again replaces the role that had it`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "old"), TestRole("b", "stays"), TestRole("c", "old")])
    try writer.append([TestRole("c", "first"), TestRole("a", "new"), TestRole("c", "last")])
    let expected = [TestRole("b", "stays"), TestRole("a", "new"), TestRole("c", "last")]
    let index = try IndexFiles.open(folder, in: disk)
    #expect(try index.testRoles() == expected)
    #expect(index.info.removed == 3)
    #expect(try index.find("c") == IndexFiles.Place(segment: 1, role: 2))
    try writer.compactTestRoles()
    #expect(try IndexFiles.open(folder, in: disk).testRoles() == expected)
  }

  @Test func `removed roles are not seen, and can be added again`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "1"), TestRole("b", "2"), TestRole("c", "3")])
    #expect(try writer.remove(["b", "x", "b"]) == 1)
    #expect(try writer.remove(["b"]) == 0)
    #expect(writer.index.generation == 3)
    #expect(try IndexFiles.open(folder, in: disk).testRoles().map(\.id) == ["a", "c"])
    #expect(try writer.index.find("b") == nil)
    try writer.append([TestRole("b", "again")])
    #expect(try writer.index.testRoles().map(\.id) == ["a", "c", "b"])
    #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty)
  }

  @Test func `after compact no byte of a removed role is in any file`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    let secret = TestRole("secret-id", "Posting that must be gone")
    try writer.append([TestRole("a", "1"), secret, TestRole("b", "2")])
    try writer.append([TestRole("c", "3")])
    try writer.remove([secret.id])
    let needles = [Array(secret.id.utf8), secret.document, secret.vector]
    #expect(needles.allSatisfy(isAnywhere))
    try writer.compactTestRoles()
    #expect(!needles.contains(where: isAnywhere))
    #expect(writer.index.segments.count == 1)
    #expect(try writer.index.testRoles().map(\.id) == ["a", "b", "c"])
    #expect(
      disk.files(in: folder).keys.sorted()
        == ["lock", "manifest", "segment-5.blocks", "segment-5.documents"])
    #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty)
  }

  @Test func `an index without any role left is compacted to nothing`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "1"), TestRole("b", "2")])
    try writer.remove(["a", "b"])
    try writer.compactTestRoles()
    #expect(writer.index.segments.isEmpty)
    #expect(disk.files(in: folder).keys.sorted() == ["lock", "manifest"])
    #expect(try IndexFiles.open(folder, in: disk).generation == 4)
  }

  @Test func `a segment can take the place of all others`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "1"), TestRole("b", "2")])
    let segment = try writer.beginSegment(metadata: "new")
    try segment.append([TestRole("c", "3")])
    try writer.commit(segment, replacingAll: true)
    #expect(try IndexFiles.open(folder, in: disk).testRoles() == [TestRole("c", "3")])
    #expect(disk.files(in: folder).count == 4)
  }

  @Test func `a second writer is refused until the first is closed`() throws {
    let first = try IndexWriter.create(folder, in: disk)
    let lock = IndexFileError.locked(path: "jobs.rolefit/lock")
    #expect(throws: lock) { try IndexWriter.open(folder, in: disk) }
    first.close()
    try IndexWriter.open(folder, in: disk).append([TestRole("a", "1")])
    #expect(throws: IndexFileError.unusable(path: folder)) { try first.remove(["a"]) }
  }

  @Test func `what is no index is told from what is not there`() throws {
    let nothing = IndexFileError.missing(path: folder)
    #expect(throws: nothing) { try IndexFiles.open(folder, in: disk) }
    #expect(throws: nothing) { try IndexWriter.open(folder, in: disk) }
    #expect(throws: nothing) { try IndexVerification.verify(folder, in: disk) }
    try disk.makeDirectory(at: folder)
    let other = IndexFileError.notAnIndex(path: folder)
    #expect(throws: other) { try IndexFiles.open(folder, in: disk) }
    #expect(throws: other) { try IndexWriter.open(folder, in: disk) }
    #expect(throws: other) { try IndexVerification.verify(folder, in: disk) }
    disk.put([1], at: folder + "/letter.txt")
    #expect(throws: IndexFileError.exists(path: folder)) {
      try IndexWriter.create(folder, in: disk)
    }
    #expect(disk.files(in: folder).count == 1)
  }

  @Test func `an index is not made over another`() throws {
    try IndexWriter.create(folder, in: disk).close()
    #expect(throws: IndexFileError.exists(path: folder)) {
      try IndexWriter.create(folder, in: disk)
    }
  }

  @Test func `what the caller throws is told, and leaves nothing`() throws {
    struct Unreadable: Error {}
    let writer = try IndexWriter.create(folder, in: disk)
    #expect(throws: IndexFileError.content(reason: "Unreadable()")) {
      try writer.append(metadata: "") { segment in
        try segment.append([TestRole("a", "1")])
        throw Unreadable()
      }
    }
    #expect(disk.files(in: folder).keys.sorted() == ["lock", "manifest"])
    try writer.append([TestRole("a", "1")])
    #expect(writer.index.roles == 1)
  }

  @Test func `a reader whose files a writer has just removed reads the newer generation`() throws {
    try IndexWriter.create(folder, in: disk).append([TestRole("a", "1"), TestRole("b", "2")])
    try IndexWriter.open(folder, in: disk).remove(["a"])
    // The reader has the manifest of generation 3, and finds no file of it any more.
    disk.afterNextMap { [disk, folder] in
      try? IndexWriter.open(folder, in: disk).compactTestRoles()
    }
    let index = try IndexFiles.open(folder, in: disk)
    #expect(index.generation == 4)
    #expect(try index.testRoles() == [TestRole("b", "2")])
    try IndexWriter.open(folder, in: disk).append([TestRole("c", "3")])
    disk.afterNextMap { [disk, folder] in
      try? IndexWriter.open(folder, in: disk).compactTestRoles()
    }
    #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty)
    #expect(try IndexFiles.open(folder, in: disk).generation == 6)
  }

  @Test func `threads may read at the same time`() async throws {
    let roles = (0..<200).map { TestRole("role-\($0)", "Posting number \($0)") }
    try IndexWriter.create(folder, in: disk).append(roles)
    let index = try IndexFiles.open(folder, in: disk)
    try await withThrowingTaskGroup(of: [TestRole].self) { group in
      for _ in 0..<8 { group.addTask { try index.testRoles() } }
      for try await read in group { #expect(read == roles) }
    }
  }

  @Test func `the sizes of the sections add up to the files`() throws {
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "1"), TestRole("b", "2"), TestRole("c", "3")])
    try writer.remove(["a"])
    let info = writer.index.info
    #expect(info.bytes == disk.files(in: folder).values.reduce(0) { $0 + $1.count })
    #expect(info.bytesBySection["blocks"] == 192)
    #expect(info.roles == 2)
    #expect(info.removed == 1)
    #expect(info.blocks == 2)
    var read = 0
    _ = try IndexVerification.verify(folder, in: disk) { done, inAll in
      #expect(inAll == info.bytes)
      read = done
    }
    #expect(read == info.bytes)
  }

  private func isAnywhere(_ needle: [UInt8]) -> Bool {
    disk.files(in: folder).values.contains { bytes in
      bytes.indices.contains { bytes[$0...].starts(with: needle) }
    }
  }
}

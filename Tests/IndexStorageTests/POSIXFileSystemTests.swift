import Bytes
import Foundation
import IndexStorage
import Testing

/// The same index on the files of this machine.
struct POSIXFileSystemTests {
  let temporary: TemporaryFolder
  let folder: String

  init() throws {
    temporary = try TemporaryFolder()
    folder = temporary.path + "/jobs.rolefit"
  }

  @Test(arguments: ["", "/", "//"])
  func `an index is made, changed and read`(end: String) throws {
    let path = folder + end
    let writer = try IndexWriter.create(path)
    // More than is gathered before it is written, in one piece and in many.
    let big = TestRole("big", [UInt8](repeating: 7, count: 700_000))
    let many = (0..<3000).map { TestRole("role-\($0)", "Posting number \($0)") }
    try writer.append([big] + many)
    #expect(try IndexFiles.open(path).testRoles() == [big] + many)
    try writer.remove(many.dropFirst(10).map(\.id))
    try writer.compactTestRoles()
    #expect(try IndexFiles.open(path).testRoles() == [big] + many.prefix(10))
    #expect(try IndexVerification.verify(path).damages.isEmpty)
    #expect(try temporary.files(in: "jobs.rolefit").count == 4)
  }

  @Test(arguments: ["with blank", "ünïcödé 職務 🧭", "-rf *", "quote'\"\\", "a\nb\tc", "%s%n"])
  func `names with odd characters are names`(name: String) throws {
    let path = "\(temporary.path)/\(name)"
    let roles = [TestRole(name, name), TestRole("", ""), TestRole("a\0b", "\0")]
    try IndexWriter.create(path).append(roles)
    let index = try IndexFiles.open(path)
    #expect(try index.testRoles() == roles)
    #expect(try index.find("") == .init(segment: 0, role: 1))
    #expect(try index.find("a\0b") == .init(segment: 0, role: 2))
    #expect(try IndexVerification.verify(path).damages.isEmpty)
  }

  @Test func `a name with a zero is refused`() {
    let path = temporary.path + "/a\0b"
    #expect(throws: IndexFileError.io(errno: EINVAL, operation: .makeDirectory, path: path)) {
      try IndexWriter.create(path)
    }
  }

  @Test func `ids that look the same and are not stay two`() throws {
    let roles = [TestRole("caf\u{E9}", "composed"), TestRole("cafe\u{301}", "decomposed")]
    try IndexWriter.create(folder).append(roles)
    let index = try IndexFiles.open(folder)
    #expect(index.roles == 2)
    #expect(try index.find("cafe\u{301}") == .init(segment: 0, role: 1))
  }

  @Test func `a file is no folder, and a folder no file`() throws {
    try Data([1]).write(to: URL(filePath: folder))
    #expect(throws: IndexFileError.notAnIndex(path: folder)) { try IndexFiles.open(folder) }
    #expect(throws: IndexFileError.notAnIndex(path: folder)) { try IndexWriter.open(folder) }
    #expect(throws: IndexFileError.exists(path: folder)) { try IndexWriter.create(folder) }
    let other = temporary.path + "/none/jobs.rolefit"
    #expect(throws: IndexFileError.missing(path: other)) { try IndexFiles.open(other) }
    #expect(throws: IndexFileError.missing(path: other)) { try IndexWriter.create(other) }
    let manifest = temporary.path + "/odd/manifest"
    try FileManager.default.createDirectory(
      atPath: manifest, withIntermediateDirectories: true)
    #expect(throws: IndexFileError.notAnIndex(path: manifest)) {
      try IndexFiles.open(temporary.path + "/odd")
    }
  }

  @Test func `a reader that is open keeps what it sees while a writer compacts`() throws {
    let writer = try IndexWriter.create(folder)
    let roles = (0..<100).map { TestRole("role-\($0)", "Posting number \($0)") }
    try writer.append(Array(roles[..<50]))
    try writer.append(Array(roles[50...]))
    let before = try IndexFiles.open(folder)
    try writer.remove(roles[..<90].map(\.id))
    try writer.compactTestRoles()
    // The files that `before` has not read yet are unlinked by now.
    #expect(try before.testRoles() == roles)
    #expect(try IndexFiles.open(folder).testRoles() == Array(roles[90...]))
  }

  @Test func `a block begins at a multiple of 64 bytes`() throws {
    try IndexWriter.create(folder).append((0..<5).map { TestRole("\($0)", "x") })
    let segment = try #require(try IndexFiles.open(folder).segments.first)
    for index in segment.blocks.indices {
      let block = try segment.block(index)
      // Only the number of the address is used.
      let address = unsafe block.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      #expect(address % 64 == 0)
    }
  }
}

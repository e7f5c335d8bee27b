import Bytes
import IndexStorage
import Testing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Readers and writers in different processes.
struct ProcessTests {
  let temporary: TemporaryFolder
  let folder: String

  init() throws {
    temporary = try TemporaryFolder()
    folder = temporary.path + "/jobs.rolefit"
  }

  static let roles = (0..<40).map { TestRole("role-\($0)", "Posting number \($0)") }

  @Test func `a writer in another process is refused`() async throws {
    let writer = try IndexWriter.create(folder)
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      #expect(throws: IndexFileError.locked(path: folder + "/lock")) {
        try IndexWriter.open(folder)
      }
    }
    writer.close()
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      try IndexWriter.open(folder).append([TestRole("a", "from another process")])
    }
    #expect(try IndexFiles.open(folder).roles == 1)
  }

  @Test func `readers work on while a writer appends, removes and compacts`() async throws {
    try IndexWriter.create(folder).append(Self.roles)
    let path = folder
    let reader = Task {
      var generations: Set<UInt64> = []
      while !Task.isCancelled {
        let index = try IndexFiles.open(path)
        generations.insert(index.generation)
        let ids = try index.testRoles().filter(Self.roles.contains).map(\.id)
        #expect(ids.count == 40 && index.roles <= 41)
        #expect(try IndexVerification.verify(path).damages.isEmpty)
      }
      return generations
    }
    let old = try IndexFiles.open(folder)
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let writer = try IndexWriter.open(folder)
      for _ in 0..<100 {
        try writer.append([TestRole("guest", "comes and goes")])
        try writer.remove(["guest"])
        try writer.compactTestRoles()
      }
      #expect(writer.index.generation == 302)
    }
    reader.cancel()
    #expect(try await reader.value.count > 1)
    #expect(try old.testRoles() == Self.roles)
    #expect(try IndexFiles.open(folder).generation == 302)
  }

  @Test func `a writer that is killed leaves the index as it was, and no lock`() async throws {
    try IndexWriter.create(folder).append(Self.roles)
    await #expect(processExitsWith: .signal(SIGKILL)) { [folder = folder as String] in
      try IndexWriter.open(folder).append(metadata: "") { segment in
        try segment.append((0..<10_000).map { TestRole("new-\($0)", "Posting \($0)") })
        raise(SIGKILL)
      }
    }
    #expect(try temporary.files(in: "jobs.rolefit")["segment-3.blocks"] != nil)
    #expect(try IndexFiles.open(folder).testRoles() == Self.roles)
    try IndexWriter.open(folder).close()
    #expect(
      try temporary.files(in: "jobs.rolefit").keys.sorted()
        == ["lock", "manifest", "segment-2.blocks", "segment-2.documents"])
  }
}

import Bytes
import Foundation
import IndexStorage
import Synchronization
import Testing

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
    let reader = ReadingThread(folder)
    let old = try IndexFiles.open(folder)
    await #expect(processExitsWith: .success) { [folder = folder as String] in
      let writer = try IndexWriter.open(folder)
      for _ in 0..<30 {
        try writer.append([TestRole("guest", "comes and goes")])
        try writer.remove(["guest"])
        try writer.compactTestRoles()
      }
      #expect(writer.index.generation == 92)
    }
    let generations = try await reader.stop()
    #expect(generations.contains(92) && generations.count > 1)
    #expect(try old.testRoles() == Self.roles)
    #expect(try IndexFiles.open(folder).generation == 92)
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

/// Opens, reads and verifies an index again and again, on a thread that no other test keeps busy.
private final class ReadingThread: Sendable {
  private let isStopped = Mutex(false)
  private let (results, continuation) = AsyncStream.makeStream(of: Result<UInt64, any Error>.self)

  init(_ folder: String) {
    Thread.detachNewThread { [self] in
      var isLast = false
      repeat {
        // Once more after the end, so that the last generation is read too.
        isLast = isStopped.withLock { $0 }
        continuation.yield(Result { try Self.read(folder) })
      } while !isLast
      continuation.finish()
    }
  }

  /// The generations that were read; throws what any reading threw.
  func stop() async throws -> Set<UInt64> {
    isStopped.withLock { $0 = true }
    var generations: Set<UInt64> = []
    for await result in results { generations.insert(try result.get()) }
    return generations
  }

  private static func read(_ folder: String) throws -> UInt64 {
    let index = try IndexFiles.open(folder)
    #expect(try index.testRoles().count(where: ProcessTests.roles.contains) == 40)
    #expect(index.roles == 40 || index.roles == 41)
    #expect(try IndexVerification.verify(folder).damages.isEmpty)
    return index.generation
  }
}

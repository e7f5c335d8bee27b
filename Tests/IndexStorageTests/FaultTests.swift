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

/// What happens to an index when an operation of the system fails or is the last one.
///
/// Each scenario is run once for every operation that it makes, with the failure at that operation.
/// Afterwards the generation before or the new one must be there, whole, and the next writer works.
struct FaultTests {
  static let folder = "i.rolefit"

  enum Scenario: String, CaseIterable, Sendable {
    case create, append, remove, compact, replace
  }

  /// A disk before a scenario, with everything synchronized.
  static func disk(before scenario: Scenario) throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    if scenario == .create { return disk }
    let writer = try IndexWriter.create(folder, in: disk)
    try writer.append([TestRole("a", "one"), TestRole("b", "two"), TestRole("c", "three")])
    try writer.append([TestRole("d", "four")])
    try writer.remove(["b"])
    return disk.afterPowerCut(.everything)
  }

  static func run(_ scenario: Scenario, on disk: SimulatedDisk) throws(IndexFileError) {
    if scenario == .create {
      try IndexWriter.create(folder, in: disk).close()
    } else {
      try run(scenario, with: IndexWriter.open(folder, in: disk))
    }
  }

  static func run(_ scenario: Scenario, with writer: IndexWriter) throws(IndexFileError) {
    switch scenario {
    case .create: break
    case .append: try writer.append([TestRole("e", "five"), TestRole("a", "new")])
    case .remove: try writer.remove(["a", "d"])
    case .compact: try writer.compactTestRoles()
    case .replace:
      let segment = try writer.beginSegment(metadata: "")
      try segment.append([TestRole("z", "all there is")])
      try writer.commit(segment, replacingAll: true)
    }
  }

  /// What a reader sees; nil where there is no index, which only `create` may leave.
  static func contents(_ disk: SimulatedDisk) throws -> [TestRole]? {
    do throws(IndexFileError) {
      return try IndexFiles.open(folder, in: disk).testRoles()
    } catch .missing(path: folder) {
      return nil
    } catch .notAnIndex(path: folder) {
      return nil
    }
  }

  /// What readers see before and after a scenario.
  struct Outcomes {
    let before: [TestRole]?
    let after: [TestRole]?

    init(_ scenario: Scenario) throws {
      let disk = try FaultTests.disk(before: scenario)
      before = try contents(disk)
      try run(scenario, on: disk)
      after = try contents(disk)
    }
  }

  /// Holds the disk to what must be there after any failure.
  static func check(
    _ disk: SimulatedDisk, _ outcomes: Outcomes, isDone: Bool, _ what: String
  ) throws {
    let found = try contents(disk)
    if isDone {
      #expect(found == outcomes.after, "\(what): acknowledged, and lost")
    } else {
      #expect(found == outcomes.before || found == outcomes.after, "\(what)")
    }
    if found != nil {
      #expect(try IndexVerification.verify(folder, in: disk).damages.isEmpty, "\(what)")
    }
    let writer =
      if found == nil { try IndexWriter.create(folder, in: disk) } else {
        try IndexWriter.open(folder, in: disk)
      }
    try writer.append([TestRole("next", "works")])
    #expect(try contents(disk) == (found ?? []) + [TestRole("next", "works")], "\(what)")
    try expectNoLeftOvers(disk, what)
    writer.close()
  }

  static func expectNoLeftOvers(_ disk: SimulatedDisk, _ what: String) throws {
    var names = ["lock", "manifest"]
    for segment in try IndexFiles.open(folder, in: disk).segments {
      names += ["segment-\(segment.number).blocks", "segment-\(segment.number).documents"]
    }
    #expect(disk.files(in: folder).keys.sorted() == names.sorted(), "\(what)")
  }

  static let losses: [SimulatedDisk.Loss] =
    [.nothing, .everything, .contents, .names] + (1...12).map { .some(seed: $0) }

  @Test(arguments: Scenario.allCases)
  func `a kill or a power cut at any operation loses nothing`(scenario: Scenario) throws {
    let start = try Self.disk(before: scenario)
    let whole = start.copy()
    try Self.run(scenario, on: whole)
    #expect(whole.operations > 5)
    let outcomes = try Outcomes(scenario)
    for operation in 1...whole.operations + 1 {
      let disk = start.copy(failing: .killed, at: operation)
      let isDone = (try? Self.run(scenario, on: disk)) != nil
      #expect(isDone == (operation > whole.operations))
      for loss in Self.losses {
        try Self.check(
          disk.afterPowerCut(loss), outcomes, isDone: isDone,
          "\(scenario) killed at \(operation), loss of \(loss)")
      }
    }
  }

  @Test(arguments: [Scenario.append, .compact])
  func `the writer after a killed one may be killed as well`(scenario: Scenario) throws {
    let start = try Self.disk(before: scenario)
    let whole = start.copy()
    try Self.run(scenario, on: whole)
    for first in 1...whole.operations {
      let killed = start.copy(failing: .killed, at: first)
      _ = try? Self.run(scenario, on: killed)
      let found = try Self.contents(killed.copy())
      var second = 0
      var isDone = false
      while !isDone {
        second += 1
        let disk = killed.copy(failing: .killed, at: second)
        isDone = (try? Self.run(.remove, on: disk)) != nil
        for loss in Self.losses.filter({ $0 != .nothing }).prefix(6) {
          let left = disk.afterPowerCut(loss)
          let what = "\(scenario) killed at \(first), the next at \(second), loss of \(loss)"
          let roles = try Self.contents(left)
          #expect(roles != nil, "\(what)")
          if isDone {
            #expect(roles == found?.filter { $0.id != "a" && $0.id != "d" }, "\(what)")
          }
          #expect(try IndexVerification.verify(Self.folder, in: left).damages.isEmpty, "\(what)")
        }
      }
    }
  }

  @Test(arguments: Scenario.allCases, [ENOSPC, EIO, EROFS])
  func `a failure at any operation is an error and no damage`(
    scenario: Scenario, errno: Int32
  ) throws {
    let start = try Self.disk(before: scenario)
    let whole = start.copy()
    try Self.run(scenario, on: whole)
    let outcomes = try Outcomes(scenario)
    for operation in 1...whole.operations {
      for failure in [SimulatedDisk.Failure.once(errno), .lasting(errno)] {
        let disk = start.copy(failing: failure, at: operation)
        let isDone = (try? Self.run(scenario, on: disk)) != nil
        let what = "\(scenario), \(failure) at \(operation)"
        #expect(isDone == !disk.hasRefused, "\(what)")
        disk.heal()
        try Self.check(disk.copy(), outcomes, isDone: isDone, what)
        try Self.check(disk.afterPowerCut(.everything), outcomes, isDone: isDone, what)
      }
    }
  }

  @Test(arguments: [Scenario.append, .remove, .compact, .replace])
  func `a writer that failed goes on, or says that it cannot`(scenario: Scenario) throws {
    let start = try Self.disk(before: scenario)
    let outcomes = try Outcomes(scenario)
    for operation in 1... {
      let disk = start.copy()
      let writer = try IndexWriter.open(Self.folder, in: disk)
      disk.fail(.once(EIO), in: operation)
      if (try? Self.run(scenario, with: writer)) != nil && !disk.hasRefused { break }
      disk.heal()
      do {
        try writer.append([TestRole("next", "works")])
        #expect(try Self.contents(disk)?.last?.id == "next")
        #expect(try IndexVerification.verify(Self.folder, in: disk).damages.isEmpty)
        writer.close()
      } catch let error as IndexFileError {
        #expect(error == .unusable(path: Self.folder))
        writer.close()
        try Self.check(disk, outcomes, isDone: false, "\(scenario) at \(operation)")
      }
    }
  }

  @Test func `a full disk and a folder for reading only are told as such`() throws {
    let start = try Self.disk(before: .append)
    for (errno, expected) in [
      (ENOSPC, IndexFileError.noSpace(path: Self.folder + "/segment-5.blocks")),
      (EROFS, .readOnly(path: Self.folder + "/segment-5.blocks")),
      (EACCES, .readOnly(path: Self.folder + "/segment-5.blocks")),
    ] {
      let disk = start.copy()
      let writer = try IndexWriter.open(Self.folder, in: disk)
      disk.fail(.lasting(errno), in: 1)
      #expect(throws: expected) { try Self.run(.append, with: writer) }
      #expect(try Self.contents(disk) == Self.contents(start))
    }
    let locked = start.copy(failing: .lasting(EROFS), at: 1)
    #expect(throws: IndexFileError.readOnly(path: Self.folder + "/lock")) {
      try IndexWriter.open(Self.folder, in: locked)
    }
    #expect(try Self.contents(locked) == Self.contents(start))
    #expect(try IndexVerification.verify(Self.folder, in: locked).damages.isEmpty)
  }
}

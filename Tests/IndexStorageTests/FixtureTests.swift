import Bytes
import Foundation
import IndexStorage
import Testing

/// An index as the first version of the format wrote it, which opens for ever.
///
/// The fixture was written by `write(to:)` below: `ROLEFIT_RECORD=1 swift test --filter FixtureTests`
/// writes it anew, which only a change of the format that nobody has seen yet may call for. A later
/// version gets a folder of its own, and this one stays.
@Suite(.serialized) struct FixtureTests {
  static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/format-1.rolefit").path

  static let nurse = TestRole("nurse-7", #"{"title":"Nurse"}"#)
  static let chef = TestRole("chef-2", #"{"title":"Chef"}"#)
  static let baker = TestRole("bäcker", #"{"title":"Bäcker"}"#)

  static func write(to folder: String) throws {
    let writer = try IndexWriter.create(folder)
    try writer.append([nurse, chef])
    try writer.remove([chef.id])
    try writer.append([baker])
  }

  @Test func `an index of format version 1 opens`() throws {
    if ProcessInfo.processInfo.environment["ROLEFIT_RECORD"] != nil {
      try? FileManager.default.removeItem(atPath: Self.fixture)
      try Self.write(to: Self.fixture)
      try FileManager.default.removeItem(atPath: Self.fixture + "/lock")
    }
    let index = try IndexFiles.open(Self.fixture)
    #expect(index.generation == 4)
    #expect(try index.testRoles() == [Self.nurse, Self.baker])
    #expect(index.segments.map(\.metadata) == [#"{"engine":"1"}"#, #"{"engine":"1"}"#])
    #expect(index.info.removed == 1)
    #expect(try index.segments[0].document(of: 1).array == Self.chef.document)
    #expect(try IndexVerification.verify(Self.fixture).damages.isEmpty)
  }

  @Test func `the same index is written with the same bytes`() throws {
    let temporary = try TemporaryFolder()
    try Self.write(to: temporary.path + "/i.rolefit")
    var files = try temporary.files(in: "i.rolefit")
    #expect(files.removeValue(forKey: "lock") == [])
    #expect(files == (try TemporaryFolder.files(in: Self.fixture)))
  }

  @Test func `an index can be brought up to date from the fixture`() throws {
    let temporary = try TemporaryFolder()
    let copy = temporary.path + "/i.rolefit"
    try FileManager.default.copyItem(atPath: Self.fixture, toPath: copy)
    let writer = try IndexWriter.open(copy)
    try writer.compactTestRoles()
    #expect(try IndexFiles.open(copy).testRoles() == [Self.nurse, Self.baker])
  }

  /// The example stands in the comment of `IndexFormat`, as lines of an offset and its bytes.
  @Test func `the example in the specification is the fixture`() throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/IndexStorage/IndexFormat.swift")
    let text = try String(contentsOf: source.standardizedFileURL, encoding: .utf8)
    let files = try TemporaryFolder.files(in: Self.fixture)
    var name = ""
    var compared = 0
    for line in text.split(separator: "\n") where line.hasPrefix("///") {
      let words = line.dropFirst(3).split(separator: " ").map(String.init)
      if let file = words.first(where: { files[$0] != nil }), words.count == 1 { name = file }
      guard let first = words.first, first.count == 4, let offset = Int(first, radix: 16),
        words.dropFirst().first?.count == 2
      else { continue }
      let bytes = words.dropFirst().prefix { $0.count == 2 }.compactMap { UInt8($0, radix: 16) }
      #expect(files[name]?[offset...].starts(with: bytes) == true, "\(name): \(line)")
      compared += bytes.count
    }
    #expect(compared > 250)
  }
}

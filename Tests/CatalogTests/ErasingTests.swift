#if Catalog
  import Catalog
  import Foundation
  import GRDB
  import TestSupport
  import Testing

  /// Of a removed profile no byte is left in any file of the folder, while the catalog is open too.
  @Suite struct ErasingTests {
    let sample: CatalogSample

    init() throws { sample = try CatalogSample() }

    /// A profile whose every part holds a word that is nobody else's.
    private static func person(_ number: Int, length: Int) -> CatalogDocument {
      let word = nonce(number)
      let text = (0..<max(1, length / 40)).map { "\(word) line \($0) of forty bytes or so." }
      return CatalogDocument(
        id: "id-\(word)", label: "\(word).pdf", content: Array(text.joined(separator: "\n").utf8),
        declaration: Array("{\"places\":[\"\(word)\"]}".utf8),
        facts: Array("{\"name\":\"\(word)\"}".utf8), title: "Keeper of \(word)", employer: nil)
    }

    private static func nonce(_ number: Int) -> String {
      "nonce\(String(UInt64(number + 1) &* 0x9E37_79B9_7F4A_7C15, radix: 36))x"
    }

    @Test(arguments: [40, 900, 9_000])
    func `removal leaves no byte of a profile, of any length`(length: Int) throws {
      let catalog = try sample.open(creating: true)
      let people = (0..<160).map { Self.person($0, length: length) }
      // In an order that makes pages be split and ordered anew.
      for batch in 0..<8 {
        let some = stride(from: batch, to: people.count, by: 8).map { people[$0] }
        try catalog.put(some, kind: .profile, now: 1)
        try catalog.log(
          CatalogRun(
            at: 1, what: "rank", identity: "{}", profiles: some.map(\.id),
            result: "[" + some.map { "{\"profile\":\"\($0.id)\"}" }.joined(separator: ",") + "]"))
        try catalog.note(some.map { CatalogRefusal(at: 1, input: $0.label ?? "", why: "empty") })
      }
      for number in 0..<people.count {
        #expect(try !sample.files(holding: Self.nonce(number)).isEmpty)
      }
      let gone = Array(stride(from: 0, to: people.count, by: 3))
      for some in [gone.prefix(1), gone.dropFirst()] {
        _ = try catalog.remove(some.map { people[$0].id }, kind: .profile)
        try catalog.erase()
        for number in some { #expect(try sample.files(holding: Self.nonce(number)) == []) }
      }
      #expect(try catalog.count(.profile) == people.count - gone.count)
      #expect(try catalog.record(people[1].id, kind: .profile)?.content == people[1].content)
      #expect(try catalog.verify().damages.isEmpty)
      #expect(try !catalog.mustErase())
    }

    /// What `secure_delete` alone would leave now and then, in pages that were ordered anew.
    @Test(arguments: [1, 2, 3])
    func `removal leaves no byte after many changes in any order`(seed: UInt64) throws {
      var numbers = SeededGenerator(seed: seed)
      let catalog = try sample.open(creating: true)
      var gone: [Int] = []
      var live: Set<Int> = []
      for _ in 0..<500 {
        let number = Int(numbers.next() % 150)
        guard !gone.contains(number) else { continue }
        if live.contains(number), numbers.next() % 4 == 0 {
          _ = try catalog.remove([Self.person(number, length: 1).id], kind: .profile)
          gone.append(number)
          live.remove(number)
        } else {
          let length = Int(numbers.next() % 6) * 40
          try catalog.put([Self.person(number, length: length)], kind: .profile, now: 1)
          live.insert(number)
        }
      }
      try catalog.erase()
      #expect(gone.count > 30)
      for number in gone { #expect(try sample.files(holding: Self.nonce(number)) == []) }
      #expect(try catalog.count(.profile) == live.count && catalog.verify().damages.isEmpty)
    }

    @Test func `a replaced résumé goes with its person`() throws {
      let catalog = try sample.open(creating: true)
      for number in 0..<5 {
        var person = Self.person(number, length: 900)
        person.id = "robin"
        try catalog.put([person], kind: .profile, now: 1)
      }
      _ = try catalog.remove(["robin"], kind: .profile)
      try catalog.erase()
      for number in 0..<5 { #expect(try sample.files(holding: Self.nonce(number)) == []) }
    }

    @Test func `who reads an older state delays it, and it stays due until it is done`() throws {
      let catalog = try sample.open(creating: true)
      try catalog.put([Self.person(0, length: 900)], kind: .profile, now: 1)
      let reader = try DatabasePool(path: sample.path)
      let snapshot = try reader.makeSnapshot()
      _ = try snapshot.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM profile_documents") }
      _ = try catalog.remove(["id-\(Self.nonce(0))"], kind: .profile)
      #expect(throws: CatalogError.busy(path: sample.path)) { try catalog.erase() }
      #expect(try catalog.count(.profile) == 0 && catalog.mustErase())
      try snapshot.close()
      try reader.close()
      try catalog.close()
      let next = try sample.open()
      try next.erase()
      #expect(try !next.mustErase())
      #expect(try sample.files(holding: Self.nonce(0)) == [])
    }

    // MARK: - Runs

    private static let redactions: [(String, String?)] = [
      (
        "[{\"profile\":\"kim-lee\",\"score\":1},{\"profile\":\"ana\",\"score\":0.25}]",
        "[{\"profile\":\"ana\",\"score\":0.25}]"
      ),
      (
        "{\"matches\":[{\"profile\":\"kim-lee\",\"evidence\":[\"x\"]}],\"query\":\"welder\"}",
        "{\"matches\":[],\"query\":\"welder\"}"
      ),
      (
        "{\"matches\":[],\"unranked\":[\"kim-lee\",\"ana\"]}",
        "{\"matches\":[],\"unranked\":[\"ana\"]}"
      ),
      ("{\"matches\":[{\"role\":\"welder\"}],\"query\":\"kim-lee\"}", nil),
      ("[{\"text\":\"asked for by kim-lee, by mail\"}]", nil),
      ("{\"kim-lee\":1}", nil),
      ("no JSON", nil),
    ]

    @Test(arguments: redactions)
    func `a run loses what it says of a removed person`(result: String, kept: String?) throws {
      let catalog = try sample.open(creating: true)
      var person = Self.person(0, length: 40)
      person.id = "kim-lee"
      try catalog.put([person], kind: .profile, now: 1)
      try catalog.log(
        CatalogRun(
          at: 1, what: "rank", identity: "{}", profiles: ["kim-lee", "ana"], result: result))
      _ = try catalog.remove(["kim-lee"], kind: .profile)
      let run = try #require(try catalog.runs(after: 0, limit: 1).first?.run)
      #expect(run.result == kept)
      #expect(run.profiles == ["ana"])
    }
  }
#endif

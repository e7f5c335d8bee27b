#if Catalog
  import Catalog
  import Foundation
  import GRDB
  import Testing

  @Suite struct CatalogDatabaseTests {
    let sample: CatalogSample

    init() throws { sample = try CatalogSample() }

    // MARK: - Opening

    @Test func `a catalog is made once, and opened as it was`() throws {
      #expect(throws: CatalogError.missing(path: sample.path)) { try sample.open() }
      #expect(!FileManager.default.fileExists(atPath: sample.path))
      let made = try sample.open(creating: true)
      try made.put([CatalogSample.document("a")], kind: .role, now: 7)
      try made.close()
      for _ in 0..<2 {
        let opened = try sample.open(creating: true)
        #expect(try opened.count(.role) == 1 && opened.generation() == 1)
        #expect(try opened.entries(.role, after: nil, limit: 9).first?.added == 7)
        try opened.close()
      }
    }

    @Test func `a commit is synchronized, freed bytes are zeroed, references are checked`() throws {
      let catalog = try sample.open(creating: true)
      let pragmas = ["journal_mode", "synchronous", "secure_delete", "foreign_keys"]
      let found = try pragmas.map { try catalog.pragma($0) }
      #expect(found == ["wal", "2", "1", "1"])
    }

    @Test func `a catalog that a later program has changed is refused`() throws {
      try sample.open(creating: true).close()
      try sample.sql("INSERT INTO grdb_migrations (identifier) VALUES ('1000')")
      #expect(throws: CatalogError.tooNew(path: sample.path)) { try sample.open() }
    }

    @Test func `a file of another kind is refused and left as it is`() throws {
      let text = Data(String(repeating: "Dear hiring manager. ", count: 100).utf8)
      try text.write(to: URL(filePath: sample.path))
      #expect(throws: CatalogError.notACatalog(path: sample.path)) {
        try sample.open(creating: true)
      }
      #expect(try Data(contentsOf: URL(filePath: sample.path)) == text)
      try FileManager.default.removeItem(atPath: sample.path)
      try sample.sql("CREATE TABLE invoices (number INTEGER)")
      #expect(throws: CatalogError.notACatalog(path: sample.path)) {
        try sample.open(creating: true)
      }
    }

    // MARK: - Documents

    @Test func `adding again changes nothing, not even the generation`() throws {
      let catalog = try sample.open(creating: true)
      let documents = [CatalogSample.document("a"), CatalogSample.document("b", "bake")]
      #expect(try catalog.put(documents, kind: .role, now: 1) == [.new, .new])
      let generation = try catalog.generation()
      #expect(try catalog.put(documents, kind: .role, now: 2) == [.unchanged, .unchanged])
      #expect(try catalog.generation() == generation)
      #expect(try catalog.entries(.role, after: nil, limit: 9).map(\.added) == [1, 1])
    }

    @Test func `a content is stored once, and goes with the last document that has it`() throws {
      let catalog = try sample.open(creating: true)
      let count = "SELECT count(*) FROM role_contents"
      try catalog.put(["a", "b"].map { CatalogSample.document($0) }, kind: .role, now: 1)
      #expect(try sample.number(count) == 1)
      #expect(try catalog.remove(["a", "x"], kind: .role) == (1, ["x"]))
      #expect(try sample.number(count) == 1)
      #expect(
        try catalog.put([CatalogSample.document("b", "bake")], kind: .role, now: 2) == [.replaced])
      #expect(try sample.number(count) == 1)
      _ = try catalog.remove(["b"], kind: .role)
      #expect(try sample.number(count) == 0)
    }

    @Test func `what was declared is kept, and another declaration is another document`() throws {
      let catalog = try sample.open(creating: true)
      let document = CatalogSample.document("a", declaration: "{}")
      try catalog.put([document], kind: .profile, now: 1)
      #expect(try catalog.record("a", kind: .profile)?.declaration == Array("{}".utf8))
      #expect(try catalog.put([document], kind: .profile, now: 1) == [.unchanged])
      let other = CatalogSample.document("a")
      #expect(try catalog.put([other], kind: .profile, now: 1) == [.replaced])
    }

    @Test func `of one id twice the later one stays`() throws {
      let catalog = try sample.open(creating: true)
      let twice = [CatalogSample.document("a"), CatalogSample.document("a", "bake")]
      #expect(try catalog.put(twice, kind: .role, now: 1) == [.new, .replaced])
      #expect(try catalog.record("a", kind: .role)?.content == twice[1].content)
    }

    @Test func `lists are in the order of the bytes of ids, page by page`() throws {
      let catalog = try sample.open(creating: true)
      // The two ways of writing é are two ids; a zero ends none.
      let ids = ["", "a\0b", "a", "B", "é", "e\u{301}", "zz", "日本"]
      try catalog.put(ids.map { CatalogSample.document($0) }, kind: .role, now: 1)
      var found: [String] = []
      while true {
        let page = try catalog.entries(.role, after: found.last, limit: 3)
        if page.isEmpty { break }
        found += page.map(\.id)
      }
      let sorted = ids.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(found.map { Array($0.utf8) } == sorted)
    }

    @Test func `documents are found by a date in their facts, and by when they were added`() throws
    {
      let catalog = try sample.open(creating: true)
      let facts = [
        "a": "{\"closes\":\"2026-01-31\"}", "b": "{\"closes\":\"2026-03-01\"}", "c": "{}",
        "d": "no JSON", "e": "{\"inner\":{\"closes\":\"2020-01-01\"}}",
      ]
      for (moment, id) in facts.keys.sorted().enumerated() {
        var document = CatalogSample.document(id)
        document.facts = Array((facts[id] ?? "").utf8)
        try catalog.put([document], kind: .role, now: Int64(moment))
      }
      let ids = { (filter: CatalogFilter) in
        try catalog.entries(.role, after: nil, limit: 9, filter).map(\.id)
      }
      for (day, found) in [
        ("2026-01-31", []), ("2026-02-01", ["a"]), ("2026-12-31", ["a", "b"]),
      ] {
        let filter = CatalogFilter.fact("closes", before: day)
        #expect(try ids(filter) == found)
        #expect(try catalog.count(.role, filter) == found.count)
      }
      #expect(try ids(.added(after: 2)) == ["d", "e"])
      #expect(try catalog.entries(.role, after: "d", limit: 9, .added(after: 2)).map(\.id) == ["e"])
      #expect(try catalog.count(.profile, .added(after: 0)) == 0)
    }

    @Test func `a document is found by the beginning of its content's hash`() throws {
      let catalog = try sample.open(creating: true)
      let documents = [
        CatalogSample.document("b", "bake"), CatalogSample.document("a", "bake"),
        CatalogSample.document("w"),
      ]
      try catalog.put(documents, kind: .profile, now: 1)
      for (document, id) in zip(documents, ["a", "a", "w"]) {
        for count in [8, 32] {
          let prefix = Array(document.hash.prefix(count))
          let found = try catalog.record(contentPrefix: prefix, kind: .profile)
          #expect(found?.entry.id == id && found?.content == document.content)
          #expect(try catalog.record(contentPrefix: prefix, kind: .role) == nil)
        }
      }
      let other = [UInt8](repeating: 7, count: 8)
      #expect(try catalog.record(contentPrefix: other, kind: .profile) == nil)
      #expect(
        try catalog.record(contentPrefix: other + documents[0].hash, kind: .profile) == nil)
    }

    // MARK: - Records

    @Test func `visits are counted by day, and refusals come the last one first`() throws {
      let catalog = try sample.open(creating: true)
      for day in ["2026-11-21", "2026-11-22", "2026-11-22"] {
        try catalog.visit("market", day: day)
      }
      #expect(try catalog.visits(of: "market").map(\.count) == [1, 2])
      let refusals = ["a", "b", "c"].map { CatalogRefusal(at: 1, input: $0, why: "empty") }
      try catalog.note(refusals)
      #expect(try catalog.refusals(limit: 2) == [refusals[2], refusals[1]])
    }

    @Test func `runs keep their numbers`() throws {
      let catalog = try sample.open(creating: true)
      let run = CatalogRun(at: 5, what: "rank", identity: "{}", profiles: ["p"], result: "[1]")
      #expect(try catalog.log(run) == 1 && catalog.log(run) == 2)
      #expect(try catalog.runs(after: 1, limit: 9).map(\.number) == [2])
      #expect(try catalog.runs(after: 0, limit: 9).map(\.run) == [run, run])
    }
  }
#endif

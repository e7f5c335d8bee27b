#if Catalog
  import Catalog
  import Testing

  /// A disk changes a byte: it is an error, and never a wrong result.
  @Suite struct CatalogDamageTests {
    let sample: CatalogSample

    init() throws { sample = try CatalogSample() }

    @Test(arguments: [
      "graft pressure vessels", "{\"understood\":\"graft\"}", "Who can graft", "n.txt",
    ])
    func `one changed byte of a document is noticed when it is read`(text: String) throws {
      let made = try sample.open(creating: true)
      try made.put([CatalogSample.document("n", "graft")], kind: .role, now: 1)
      try made.close()
      #expect(try sample.damage(text) == 1)
      let catalog = try sample.open()
      let error = #expect(throws: CatalogError.self) { try catalog.record("n", kind: .role) }
      guard case .damagedRow = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      let found = try catalog.verify().damages
      let isNamed = found.contains { if case .row(_, 1) = $0 { true } else { false } }
      #expect(isNamed, "\(found)")
    }

    @Test func `a changed setting, run or refusal is noticed`() throws {
      let made = try sample.open(creating: true)
      try made.set(["colour": "vermilion"])
      try made.log(
        CatalogRun(at: 1, what: "rank", identity: "{}", profiles: [], result: "[\"ochre\"]"))
      try made.note([CatalogRefusal(at: 1, input: "umber.pdf", why: "empty")])
      try made.close()
      for text in ["vermilion", "ochre", "umber.pdf"] { #expect(try sample.damage(text) == 1) }
      let catalog = try sample.open()
      #expect(throws: CatalogError.damagedRow(table: "runs", row: 1)) {
        try catalog.runs(after: 0, limit: 1)
      }
      #expect(throws: CatalogError.damagedRow(table: "refusals", row: 1)) {
        try catalog.refusals(limit: 1)
      }
      #expect(throws: CatalogError.self) { try catalog.setting("colour") }
      #expect(try catalog.verify().damages.count == 3)
    }

    @Test func `a reference into nothing is noticed`() throws {
      let made = try sample.open(creating: true)
      try made.put([CatalogSample.document("n")], kind: .role, now: 1)
      try made.close()
      try sample.sql("PRAGMA foreign_keys = OFF; DELETE FROM role_contents")
      let catalog = try sample.open()
      #expect(throws: CatalogError.damagedRow(table: "role_documents", row: 1)) {
        try catalog.record("n", kind: .role)
      }
      #expect(
        try catalog.verify().damages == [.reference(table: "role_documents", row: 1)])
    }

    @Test func `a catalog as it was written has no damage`() throws {
      let catalog = try sample.open(creating: true)
      try catalog.put((0..<50).map { CatalogSample.document("d\($0)") }, kind: .role, now: 1)
      let (damages, rows) = try catalog.verify()
      #expect(damages.isEmpty && rows >= 51)
    }
  }
#endif

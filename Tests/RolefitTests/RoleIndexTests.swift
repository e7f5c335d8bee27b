import Documents
import Foundation
import IndexStorage
import Rolefit
import Testing

@testable import Indexing

/// An index finds what a pool of the same documents finds, through all changes.
@Suite struct RoleIndexTests {
  @Test(arguments: [1, 2])
  func `an index of the sample roles finds what a pool of them finds`(threads: Int) async throws {
    try await IndexSample.withFolder { folder in
      let engine = try Sample.engine.get()
      let path = folder + "/samples.rolefit"
      let made = try await RoleIndex(path, engine: engine, threads: threads)
        .build(from: InputReader(path: IndexSample.roles))
      let documents = InputReader.readAll(path: IndexSample.roles).documents
      #expect(made.roles == documents.count && made.refusals.isEmpty)
      let index = try Pool(index: path, engine: engine)
      let memory = await Pool(roles: documents, engine: engine)
      try await IndexSample.expectSame(
        index, memory, Sample.profiles, tops: [1, 5, documents.count, 1000], threads: threads)
      for profile in Sample.profiles {
        let (found, wanted) = (
          try IndexSample.json(index, profile, top: 2),
          try IndexSample.json(memory, profile, top: 2)
        )
        #expect(found == wanted, "\(profile.id)")
      }
      for document in documents {
        let (stored, missing) = (try index.document(document.id), try index.document("no id"))
        #expect(stored?.text == document.text && stored?.format == document.format)
        #expect(missing == nil)
      }
    }
  }

  @Test func `a role whose id comes again is replaced`() async throws {
    try await IndexSample.withFolder { folder in
      let (old, new) = (
        try IndexSample.postings(8, seed: 1), try IndexSample.postings(3, seed: 2)
      )
      let index = try await IndexSample.build(old, in: folder)
      let added = try await index.add(from: IndexSample.reader(new, at: folder + "/new.ndjson"))
      #expect(added.roles == 8)
      let memory = try await IndexSample.memory(new + old.dropFirst(3), in: folder)
      try await IndexSample.expectSame(
        try IndexSample.pool(in: folder), memory, IndexSample.resumes(4, seed: 3), tops: [1, 3, 8])
      let document = try IndexSample.pool(in: folder).document("role-0")
      #expect(try document?.text == memory.document("role-0")?.text)
    }
  }

  @Test func `of the same id twice in one reading the last counts`() async throws {
    try await IndexSample.withFolder { folder in
      let (first, last) = (
        try IndexSample.postings(2, seed: 4), try IndexSample.postings(1, seed: 5)
      )
      _ = try await IndexSample.build(first + last, in: folder)
      let memory = try await IndexSample.memory(first.dropFirst() + last, in: folder)
      try await IndexSample.expectSame(
        try IndexSample.pool(in: folder), memory, IndexSample.resumes(2, seed: 6), tops: [1, 9])
    }
  }

  @Test func `a removed role is hidden at once, and an unknown id is named`() async throws {
    try await IndexSample.withFolder { folder in
      let records = try IndexSample.postings(9, seed: 7)
      let index = try await IndexSample.build(records, in: folder)
      let before = try IndexSample.pool(in: folder)
      let found = try await index.remove(["role-4", "nobody", "role-0", "role-4"])
      #expect(found.removed == 2 && found.unknown == ["nobody"])
      let memory = try await IndexSample.memory(
        records.filter { !["role-0", "role-4"].contains($0.id) }, in: folder)
      let after = try IndexSample.pool(in: folder)
      let resumes = try IndexSample.resumes(4, seed: 8)
      try await IndexSample.expectSame(after, memory, resumes, tops: [1, 4, 9])
      #expect(try after.document("role-4") == nil)
      #expect(try after.documents(in: 0..<99).map(\.id) == memory.documents(in: 0..<99).map(\.id))
      // Who opened the index before still sees what it was.
      #expect(before.count == 9)
      let old = try await before.pairs(of: resumes, top: 9, threads: 1)
      #expect(old.allSatisfy { $0.count == 9 })
    }
  }

  @Test func `after compact no byte of a removed posting is left`() async throws {
    try await IndexSample.withFolder { folder in
      let sentence = "Gilds the weathercocks of Ottersby minster by moonlight"
      let id = "weathercock-gilder"
      let records = try IndexSample.postings(6, seed: 9)
      let secret = (id: id, text: "Title: Gilder\n\nRequired:\n- \(sentence)\n")
      let index = try await IndexSample.build(records + [secret], in: folder)
      _ = try await index.remove([id, "role-2"])
      let resumes = try IndexSample.resumes(3, seed: 10)
      let path = folder + "/made.rolefit"
      let isThere = { (text: String) in
        try IndexSample.files(in: path).values.contains { $0.range(of: Data(text.utf8)) != nil }
      }
      #expect(try isThere(sentence) && isThere(id))
      let before = try IndexSample.pool(in: folder)
      try await index.compact()
      #expect(try !isThere(sentence) && !isThere(id) && !isThere("Ottersby"))
      #expect(try isThere("role-3"))
      let after = try IndexSample.pool(in: folder)
      try await IndexSample.expectSame(before, after, resumes, tops: [1, 5, 20])
      let info = try RoleIndex.info(path)
      #expect(info.roles == 5 && info.removed == 0 && info.segments == 1)
      #expect(try RoleIndex.verify(path).damages.isEmpty)
    }
  }

  @Test(arguments: [1, 2])
  func `three segments find what one pool finds, before and after compact`(
    threads: Int
  ) async throws {
    try await IndexSample.withFolder { folder in
      let parts = try ["a", "b", "c"].enumerated().map { number, prefix in
        try IndexSample.postings(7, prefix, seed: UInt64(11 + number))
      }
      let index = try await IndexSample.build(parts[0], in: folder)
      for part in parts.dropFirst() {
        _ = try await index.add(from: IndexSample.reader(part, at: folder + "/part.ndjson"))
      }
      let memory = try await IndexSample.memory(parts.flatMap { $0 }, in: folder)
      let resumes = try IndexSample.resumes(3, seed: 14)
      #expect(try RoleIndex.info(folder + "/made.rolefit").segments == 3)
      try await IndexSample.expectSame(
        try IndexSample.pool(in: folder), memory, resumes, tops: [1, 7, 21], threads: threads)
      try await index.compact()
      try await IndexSample.expectSame(
        try IndexSample.pool(in: folder), memory, resumes, tops: [1, 7, 21], threads: threads)
      let (found, wanted) = (
        try IndexSample.json(IndexSample.pool(in: folder), resumes[0], top: 5),
        try IndexSample.json(memory, resumes[0], top: 5)
      )
      #expect(found == wanted)
    }
  }

  @Test(arguments: [1, 2])
  func `building gives the same bytes with any number of threads`(threads: Int) async throws {
    try await IndexSample.withFolder { folder in
      // More than one task's share.
      let records = try IndexSample.postings(300, seed: 15)
      let engine = try Sample.engine.get()
      for (name, threads) in [("one", 1), ("other", threads)] {
        let index = RoleIndex("\(folder)/\(name).rolefit", engine: engine, threads: threads)
        _ = try await index.build(from: IndexSample.reader(records, at: folder + "/ads.ndjson"))
      }
      let one = try IndexSample.files(in: folder + "/one.rolefit")
      #expect(try one == IndexSample.files(in: folder + "/other.rolefit"))
      #expect(one.count == 4)
    }
  }
}

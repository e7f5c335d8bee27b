#if Catalog
  import Documents
  import Foundation
  import Rolefit
  import Testing
  import Workspaces

  @Suite struct WorkspaceTests {
    let sample = WorkspaceSample()

    // MARK: - Adding

    @Test func `adding twice changes nothing`() async throws {
      let workspace = try sample.open()
      let postings = try WorkspaceSample.postings(30)
      let first = try await workspace.add(postings, kind: .role, label: { _ in "ads" }, now: 1)
      #expect(first.allSatisfy { $0.state == .new } && first.map(\.id) == postings.map(\.id))
      let generation = workspace.generation
      let index = try RoleIndex.info(sample.folder + "/roles.rolefit").generation
      let again = try await workspace.add(postings, kind: .role, label: { _ in nil }, now: 2)
      #expect(again.allSatisfy { $0.state == .unchanged })
      #expect(workspace.generation == generation)
      #expect(try RoleIndex.info(sample.folder + "/roles.rolefit").generation == index)
      #expect(try workspace.entries(.role, after: nil, limit: 99).allSatisfy { $0.added == 1 })
    }

    @Test func `roles and profiles rank as pools of the same documents do, bit for bit`()
      async throws
    {
      let workspace = try sample.open()
      let (postings, resumes) = try (WorkspaceSample.postings(200), WorkspaceSample.resumes(40))
      for batch in [postings[..<70], postings[70...]] {
        try await workspace.add(Array(batch), kind: .role, label: { _ in nil }, now: 1)
      }
      try await workspace.add(resumes, kind: .profile, label: { _ in nil }, now: 1)
      try await WorkspaceSample.expectRanks(workspace, as: postings)
      let pool = await Pool(profiles: resumes, engine: workspace.engine)
      let queries = Array(postings.prefix(5))
      #expect(
        try await WorkspaceSample.lines(workspace.profiles(), queries)
          == WorkspaceSample.lines(pool, queries))
    }

    @Test func `a posting of the same id takes the place of the other`() async throws {
      let workspace = try sample.open()
      var postings = try WorkspaceSample.postings(10)
      try await workspace.add(postings, kind: .role, label: { _ in nil }, now: 1)
      let other = try WorkspaceSample.document(
        "Title: Baker\n\nRequired:\n- bake by hand\n", "role-3")
      let added = try await workspace.add([other], kind: .role, label: { _ in nil }, now: 2)
      #expect(added.map(\.state) == [.replaced])
      postings[3] = other
      try await WorkspaceSample.expectRanks(workspace, as: postings)
      #expect(try workspace.document("role-3", kind: .role)?.text == other.text)
    }

    @Test func `what a profile declares decides its gates`() async throws {
      let workspace = try sample.open()
      let json = """
        {"basics": {"name": "Robin Tarn"}, "work": [{"position": "Welder", "name": "Tarn & Sons", \
        "startDate": "2019-03", "highlights": ["Welded pressure vessels under inspection"]}], \
        "rolefit": {"clearance": "Secret"}}
        """
      let resume = try DocumentReader.read(Array(json.utf8), name: "robin.json")
      try await workspace.add([resume], kind: .profile, label: { _ in "robin.json" }, now: 1)
      let stored = try #require(try workspace.document("robin", kind: .profile))
      #expect(stored.declaration == resume.declaration && stored.declaration?.clearance == "Secret")
      let posting = try WorkspaceSample.document(
        "Title: Welder\n\nRequired:\n- Weld pressure vessels\n- Active Secret clearance\n", "w")
      let day = try #require(CalendarDate("2026-11-21"))
      let match = try await workspace.profiles().rank(against: posting, top: 1, asOf: day).matches[
        0]
      #expect(match.gates.map(\.outcome) == [.pass])
    }

    @Test func `lists are in the order of ids, with what was understood`() async throws {
      let workspace = try sample.open()
      let postings = try WorkspaceSample.postings(12)
      try await workspace.add(postings, kind: .role, label: { $0.id + ".txt" }, now: 5)
      let first = try workspace.entries(.role, after: nil, limit: 2)
      #expect(first.map(\.id) == ["role-0", "role-1"] && first[1].label == "role-1.txt")
      #expect(first[1].title == "Crafter 1")
      #expect(
        try workspace.entries(.role, after: "role-1", limit: 2).map(\.id) == ["role-10", "role-11"])
      var titles: [String: String] = [:]
      try workspace.forEachRole { role, entry in titles[entry.id] = role.title }
      #expect(
        titles
          == Dictionary(
            uniqueKeysWithValues: postings.map { ($0.id, workspace.engine.role($0).title) }))
    }

    // MARK: - Others

    @Test func `a change of somebody else is noticed by the next call`() async throws {
      let (one, other) = try (sample.open(), sample.open())
      let postings = try WorkspaceSample.postings(20)
      try await one.add(Array(postings.prefix(10)), kind: .role, label: { _ in nil }, now: 1)
      #expect(try await other.roles().count == 10)
      try await one.add(Array(postings.suffix(10)), kind: .role, label: { _ in nil }, now: 1)
      #expect(other.generation == one.generation)
      try await WorkspaceSample.expectRanks(other, as: postings)
      try await other.remove(["role-0"], kind: .role)
      #expect(try await one.roles().count == 19)
    }

    @Test func `while somebody has the lock nobody changes, and all read`() async throws {
      let workspace = try sample.open(patience: .milliseconds(50))
      let postings = try WorkspaceSample.postings(5)
      try await workspace.add(postings, kind: .role, label: { _ in nil }, now: 1)
      let lock = try FileHandle(forUpdating: URL(filePath: sample.folder + "/lock"))
      #expect(flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
      await #expect(throws: WorkspaceError.locked(path: sample.folder)) {
        try await workspace.add(postings, kind: .profile, label: { _ in nil }, now: 1)
      }
      let reader = try sample.open(creating: false)
      #expect(try await reader.roles().count == 5)
      try lock.close()
      try await workspace.remove(["role-0"], kind: .role)
    }

    @Test func `many tasks add at once, and none is lost`() async throws {
      let workspace = try sample.open()
      let postings = try WorkspaceSample.postings(40)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for start in stride(from: 0, to: 40, by: 5) {
          group.addTask {
            let some = Array(postings[start..<start + 5])
            try await workspace.add(some, kind: .role, label: { _ in nil }, now: 1)
          }
        }
        try await group.waitForAll()
      }
      try await WorkspaceSample.expectRanks(workspace, as: postings)
    }

    @Test func `no workspace is made of a folder with other things, nor where none is asked for`()
      throws
    {
      #expect(throws: WorkspaceError.missing(path: sample.folder)) {
        try sample.open(creating: false)
      }
      #expect(!FileManager.default.fileExists(atPath: sample.folder))
      try FileManager.default.createDirectory(
        atPath: sample.folder, withIntermediateDirectories: true)
      try Data("Dear hiring manager".utf8).write(to: URL(filePath: sample.folder + "/letter.txt"))
      #expect(throws: WorkspaceError.notAWorkspace(path: sample.folder)) { try sample.open() }
    }

    // MARK: - References

    @Test func `a reference leads to a document and is no part of its id`() async throws {
      let workspace = try sample.open()
      let resumes = try WorkspaceSample.resumes(5)
      try await workspace.add(resumes, kind: .profile, label: { _ in nil }, now: 1)
      for resume in resumes {
        let entry = try #require(try workspace.entry(resume.id, kind: .profile))
        #expect(entry.content.hasPrefix(entry.reference))
        let found = try workspace.document(reference: entry.reference, kind: .profile)
        #expect(found?.id == resume.id)
      }
      for reference in ["", "person-1", "zzzzzzzzzzzzzzzz", "éééééééé", "0000000000000000"] {
        #expect(try workspace.document(reference: reference, kind: .profile) == nil)
      }
      #expect(try workspace.entry("nobody", kind: .profile) == nil)
    }

    @Test func `roles are listed that closed before a day`() async throws {
      let workspace = try sample.open()
      let posting = { (id: String, line: String) in
        try WorkspaceSample.document(
          "Title: Glazier\n\n\(line)\n\nRequired:\n- glaze iron gates\n", id)
      }
      try await workspace.add(
        [
          try posting("early", "Closing date: 31 January 2026"),
          try posting("late", "Closing date: 1 March 2026"), try posting("open", "Full time"),
        ], kind: .role, label: { _ in nil }, now: 1)
      for (day, ids) in [
        ("2026-01-31", []), ("2026-02-01", ["early"]), ("2026-03-02", ["early", "late"]),
      ] {
        let filter = Workspace.Filter.closed(before: try #require(CalendarDate(day)))
        #expect(try workspace.entries(.role, after: nil, limit: 9, filter).map(\.id) == ids)
        #expect(try workspace.count(.role, filter) == ids.count)
      }
    }

    // MARK: - Records

    @Test func `a refusal keeps a name and a code`() throws {
      let workspace = try sample.open()
      let path = sample.folder + "/none"
      let (_, refusals) = InputReader.readAll(path: path)
      try workspace.note(refusals: refusals, now: 9)
      let kept = try workspace.refusals(limit: 5)
      #expect(kept.map(\.why) == ["not-found"] && kept.map(\.input) == [path])
      let error = InputError.document(.malformedJSON(reason: "at \"Robin Tarn\""))
      #expect(error.code == "malformed-json")
    }

    @Test func `a run is kept with the identity that made it`() throws {
      let workspace = try sample.open()
      let identity = workspace.engine.identity
      let number = try workspace.log(
        Workspace.Run(at: 3, what: "rank", identity: identity, profiles: ["p"], result: "{}"))
      let runs = try workspace.runs(after: 0, limit: 5)
      #expect(runs.map(\.number) == [number] && runs.first?.run.identity == identity)
    }
  }
#endif

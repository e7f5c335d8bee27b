#if Catalog
  import Documents
  import Foundation
  import Rolefit
  import Testing
  import Workspaces

  @Suite struct RemovalTests {
    let sample = WorkspaceSample()

    @Test func `no byte of a removed profile is left in any file`() async throws {
      let workspace = try sample.open()
      try await workspace.add(
        try WorkspaceSample.postings(20), kind: .role, label: { _ in nil }, now: 1)
      try await workspace.add(
        try WorkspaceSample.resumes(40), kind: .profile, label: { _ in nil }, now: 1)
      let word = "Quillonby"
      let resume = try WorkspaceSample.document(
        "\(word)\n\nExperience\nSmith, \(word) Forge, 03/2019 - 08/2026\n- forged iron gates\n",
        "id-\(word)")
      try await workspace.add([resume], kind: .profile, label: { _ in "\(word).pdf" }, now: 1)
      let day = try #require(CalendarDate("2026-11-21"))
      let ranking = try await workspace.roles().rank(against: resume, top: 5, asOf: day)
      let result = String(decoding: try JSONEncoder().encode(ranking), as: UTF8.self)
      try workspace.log(
        Workspace.Run(
          at: 1, what: "rank", identity: ranking.identity, profiles: [resume.id], result: result))
      _ = try await workspace.profiles()
      #expect(try !sample.files(holding: word).isEmpty)

      let found = try await workspace.remove([resume.id, "nobody"], kind: .profile)
      #expect(found == (1, ["nobody"]))
      // While the workspace is open, and when it is not.
      #expect(try sample.files(holding: word) == [])
      #expect(try await workspace.profiles().document(resume.id) == nil)
      #expect(try workspace.runs(after: 0, limit: 9).map(\.run.result) == [nil])
      try workspace.close()
      #expect(try sample.files(holding: word) == [])
      #expect(try await sample.open().verify().findings == [])
    }

    @Test func `no byte of a removed posting is left once the workspace is compact`() async throws {
      let workspace = try sample.open()
      let word = "Quillonby"
      let posting = try WorkspaceSample.document(
        "Title: \(word)\n\nRequired:\n- forge iron gates\n", word)
      let others = try WorkspaceSample.postings(30)
      try await workspace.add(others + [posting], kind: .role, label: { _ in nil }, now: 1)
      try await workspace.remove([word], kind: .role)
      try await workspace.compact()
      #expect(try sample.files(holding: word) == [])
      try await WorkspaceSample.expectRanks(workspace, as: others)
    }
  }
#endif

#if Catalog
  import Documents
  import Foundation
  import Rolefit
  import Testing
  import Weighting
  import Workspaces

  /// The index can be lost, lag, lead or be damaged: what a workspace finds is what its catalog holds.
  @Suite struct IndexFollowsTests {
    let sample = WorkspaceSample()
    private var index: String { sample.folder + "/roles.rolefit" }

    private func made(_ postings: [Document]) async throws -> Workspace {
      let workspace = try sample.open()
      try await workspace.add(postings, kind: .role, label: { _ in nil }, now: 1)
      return workspace
    }

    @Test func `an index that was deleted is made anew`() async throws {
      let postings = try WorkspaceSample.postings(60)
      try await made(postings).close()
      try FileManager.default.removeItem(atPath: index)
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
    }

    @Test func `an index that lags gets what is missing and loses what is gone`() async throws {
      let postings = try WorkspaceSample.postings(60)
      let workspace = try await made(Array(postings.prefix(50)))
      let before = try RoleIndex.info(index)
      try await workspace.add(
        Array(postings.suffix(10)), kind: .role, label: { _ in nil }, now: 1, extendsIndex: false)
      #expect(try RoleIndex.info(index).generation == before.generation)
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
      // By one segment more, not by a new index.
      #expect(try RoleIndex.info(index).segments == before.segments + 1)
    }

    @Test func `an index of an earlier day is compared and brought in line`() async throws {
      let postings = try WorkspaceSample.postings(60)
      let workspace = try await made(Array(postings.prefix(50)))
      let old = sample.folder + "/old"
      try FileManager.default.copyItem(atPath: index, toPath: old)
      let other = try WorkspaceSample.document(
        "Title: Baker\n\nRequired:\n- bake by hand\n", "role-7")
      let changed = [other] + postings.suffix(10)
      try await workspace.add(changed, kind: .role, label: { _ in nil }, now: 1)
      try await workspace.remove(["role-3"], kind: .role)
      try FileManager.default.removeItem(atPath: index)
      try FileManager.default.moveItem(atPath: old, toPath: index)
      let expected = postings.filter { $0.id != "role-3" }.map { $0.id == "role-7" ? other : $0 }
      try await WorkspaceSample.expectRanks(try sample.open(), as: expected)
    }

    @Test func `an index that leads loses what the catalog does not have`() async throws {
      let postings = try WorkspaceSample.postings(40)
      let workspace = try await made(postings)
      let alone = sample.folder + "/alone.txt"
      try Data("Title: Stranger\n\nRequired:\n- forge iron gates\n".utf8)
        .write(to: URL(filePath: alone))
      let roles = RoleIndex(index, engine: workspace.engine)
      _ = try await roles.add(from: InputReader(path: alone))
      _ = try await roles.remove(["role-1", "role-2"])
      try FileManager.default.removeItem(atPath: alone)
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
    }

    @Test(arguments: ["manifest", "segment-2.blocks", "segment-2.documents"])
    func `an index without one of its files is made anew`(name: String) async throws {
      let postings = try WorkspaceSample.postings(40)
      try await made(postings).close()
      try FileManager.default.removeItem(atPath: index + "/" + name)
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
    }

    @Test func `a damaged byte of the index is found, and rebuilding mends it`() async throws {
      let postings = try WorkspaceSample.postings(40)
      let workspace = try await made(postings)
      let file = URL(filePath: index + "/segment-2.documents")
      var bytes = try Data(contentsOf: file)
      bytes[1000] ^= 1
      try bytes.write(to: file)
      let findings = try await workspace.verify().findings
      guard case .index(let damage) = findings.first else {
        Issue.record("\(findings)")
        return
      }
      #expect(damage.file.hasSuffix("segment-2.documents"))
      try await workspace.rebuildIndex()
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
    }

    @Test func `with another model index and facts are made anew`() async throws {
      let postings = try WorkspaceSample.postings(40)
      try await made(postings).close()
      let other = try WorkspaceSample.engine.get().counting([])
      let workspace = try sample.open(engine: other)
      try await WorkspaceSample.expectRanks(workspace, as: postings)
      try await WorkspaceSample.expectRanks(try sample.open(), as: postings)
    }

    @Test func `many small changes leave few segments`() async throws {
      let postings = try WorkspaceSample.postings(40)
      let workspace = try sample.open()
      for posting in postings {
        try await workspace.add([posting], kind: .role, label: { _ in nil }, now: 1)
      }
      #expect(try RoleIndex.info(index).segments <= 17)
      try await WorkspaceSample.expectRanks(workspace, as: postings)
      try await workspace.remove(postings.prefix(30).map(\.id), kind: .role)
      #expect(try RoleIndex.info(index).removed == 0)
      try await WorkspaceSample.expectRanks(workspace, as: Array(postings.suffix(10)))
    }

    @Test func `a workspace without roles ranks none`() async throws {
      let workspace = try await made(try WorkspaceSample.postings(3))
      try await workspace.remove(["role-0", "role-1", "role-2"], kind: .role)
      #expect(try await workspace.roles().count == 0)
      #expect(try await workspace.verify().findings == [])
    }
  }
#endif
